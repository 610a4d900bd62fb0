"""Files in and out through the API; every refusal says what to do."""

import asyncio
import io

import pytest
from PIL import Image
from sqlalchemy import update

from backend.documents.models import Document
from tests.backend.conftest import Backend
from tests.backend.documents.filed import file_request
from tests.backend.documents.files import PDF, picture


async def upload(backend: Backend, name: str, content: bytes, kunci: str = "rina"):
    files = {"file": (name, content, "application/octet-stream")}
    return await backend.call(kunci, "POST", "/v1/documents", files=files)


@pytest.mark.parametrize(
    ("name", "content", "mime"),
    [
        ("surat dokter.pdf", PDF, "application/pdf"),
        ("foto.JPG", picture("JPEG"), "image/jpeg"),
        ("foto.jpeg", picture("JPEG"), "image/jpeg"),
        ("foto.png", picture("PNG"), "image/png"),
    ],
)
async def test_the_usual_files_are_taken_and_given_back(
    backend: Backend, name: str, content: bytes, mime: str
) -> None:
    stored = (await upload(backend, name, content)).json()
    assert (stored["name"], stored["mime"]) == (name, mime)

    answer = await backend.call("rina", "GET", f"/v1/documents/{stored['id']}")
    assert len(answer.content) == stored["size"]
    assert answer.headers["content-type"] == mime
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_a_refused_file_is_answered_with_a_sentence_that_helps(backend: Backend) -> None:
    answer = await upload(backend, "tugas.pdf", b"MZ" + b"\0" * 500)
    assert answer.status_code == 415
    assert "Mohon kirim dokumen sebagai berkas PDF, JPG, atau PNG" in answer.json()["message"]
    assert (await upload(backend, "kosong.pdf", b"")).status_code == 422


async def test_a_users_file_name_never_reaches_the_disk(backend: Backend) -> None:
    answer = await upload(backend, "../../etc/passwd.pdf", PDF)
    assert answer.json()["name"] == "passwd.pdf"
    files = [p for p in backend.app.state.settings.files_dir.rglob("*") if p.is_file()]
    assert [path.name for path in files] == [answer.json()["id"]]


async def test_a_file_over_the_limit_is_refused(backend: Backend) -> None:
    limit = backend.app.state.settings.upload_max_bytes
    just_over = await upload(backend, "besar.pdf", PDF + b" " * (limit - len(PDF) + 1))
    assert just_over.status_code == 413
    assert "10 MB" in just_over.json()["message"]
    assert (await upload(backend, "besar.jpg", b"\xff" * 12_000_000)).status_code == 413


async def test_a_photo_loses_its_place_but_keeps_its_orientation(backend: Backend) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turned by 90 degrees
    exif[0x010F] = "KAMERA-RAHASIA"
    exif.get_ifd(0x8825)[1] = "S"
    content = picture("JPEG", (40, 30), exif=exif.tobytes(), comment=b"lokasi rumah")
    stored = (await upload(backend, "foto.jpg", content)).json()

    clean = (await backend.call("rina", "GET", f"/v1/documents/{stored['id']}")).content
    image = Image.open(io.BytesIO(clean))
    assert image.size == (30, 40)
    assert len(image.getexif()) == 0
    assert b"KAMERA" not in clean
    assert b"lokasi" not in clean


async def test_what_is_hidden_behind_a_picture_does_not_survive(backend: Backend) -> None:
    stored = (await upload(backend, "foto.png", picture("PNG") + b"PK\x03\x04<script>")).json()
    clean = (await backend.call("rina", "GET", f"/v1/documents/{stored['id']}")).content
    assert b"script" not in clean


async def test_a_document_is_for_its_owner_and_for_those_who_decide_it(backend: Backend) -> None:
    await file_request(backend.database, backend.now)
    stored = (await upload(backend, "surat.pdf", PDF)).json()
    path = f"/v1/documents/{stored['id']}"

    async def seen_by(kunci: str) -> int:
        return (await backend.call(kunci, "GET", path)).status_code

    assert await seen_by("rina") == 200
    assert await seen_by("kabid_kominfo") == 404, "not yet part of a request"
    async with backend.database.write() as session:
        await session.execute(update(Document).values(request_id="r1"))
    assert await seen_by("kabid_kominfo") == 200
    assert await seen_by("asep") == 404
    unknown = await backend.call("asep", "GET", f"/v1/documents/{'0' * 32}")
    assert unknown.json() == (await backend.call("asep", "GET", path)).json()
    assert (await backend.call("asep", "GET", "/v1/documents/%00")).status_code == 404


async def test_the_door_is_closed_without_token_and_for_unlinked_accounts(backend: Backend) -> None:
    files = {"file": ("a.pdf", PDF, "application/pdf")}
    no_token = await backend.client.post(
        "/v1/documents", files=files, headers={"Authorization": "", "X-SAPA-Conversation": "x"}
    )
    assert no_token.status_code == 401
    unlinked = await backend.client.post(
        "/v1/documents", files=files, headers={"X-SAPA-Conversation": "tidak-dikenal"}
    )
    assert unlinked.status_code == 403
    assert "tautan" in unlinked.json()["message"]


async def test_forty_files_in_an_hour_are_enough(backend: Backend) -> None:
    await backend.conversation("rina")
    answers = []
    for _ in range(9):
        answers += await asyncio.gather(*(upload(backend, "a.pdf", PDF) for _ in range(5)))
    refused = [a for a in answers if a.status_code == 429]
    assert len(answers) - len(refused) == 40
    assert "tunggu" in refused[0].json()["message"]
