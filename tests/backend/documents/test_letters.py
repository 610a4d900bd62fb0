"""From the decision to the PDF and the page that verifies it."""

import asyncio
import io
from datetime import timedelta

import pytest
from pypdf import PdfReader
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from backend.core.clock import Clock
from backend.documents.letters.press import LetterPress
from backend.documents.models import Document, Letter
from backend.documents.store import FileStore
from backend.employees.models import Employee
from backend.notifications.claims import Claimed
from backend.notifications.models import OutboxItem
from tests.backend.conftest import Backend
from tests.backend.documents.filed import REASON, file_request, issue_letter
from tests.support.system import nip_of

URL = "https://sapa.example"


def _press(backend: Backend) -> LetterPress:
    store = FileStore(backend.app.state.settings.files_dir)
    return LetterPress(backend.database, store, Clock(), URL)


async def _pdf(backend: Backend) -> bytes:
    document = await _press(backend).document("r1")
    return FileStore(backend.app.state.settings.files_dir).path(document.id).read_bytes()


def _text(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


async def test_a_letter_says_everything_of_the_official_form(backend: Backend) -> None:
    await file_request(backend.database, backend.now)
    letter = await issue_letter(backend.database, backend.now)
    text = _text(await _pdf(backend))

    for part in (
        f"Nomor: {letter.number}",
        "Bandung, 25 November 2026",
        "Yth. Kepala Dinas Komunikasi dan Informatika",
        "I. DATA PEGAWAI",
        "Rina Marlina",
        "II. JENIS CUTI YANG DIAMBIL",
        "III. ALASAN CUTI",
        "3 (tiga) hari kerja",
        "7 Desember 2026",
        "V. CATATAN CUTI",
        "Jl. Melati 5 Garut",
        "VII. PERTIMBANGAN ATASAN LANGSUNG",
        "Dedi Supriadi",
        "25 November 2026 pukul 09.00 WIB",
        "VIII. KEPUTUSAN PEJABAT YANG BERWENANG MEMBERIKAN CUTI",
        "Cecep Hidayat",
        "NIP 19721103 199803 1 001",
        "CUTI-2026-000001",
    ):
        assert part in text, part


async def test_what_a_person_typed_is_shown_and_never_set_as_markup(backend: Backend) -> None:
    await file_request(backend.database, backend.now)
    await issue_letter(backend.database, backend.now)
    assert " ".join(REASON.split()) in _text(await _pdf(backend))


async def test_the_form_fits_on_one_page(backend: Backend) -> None:
    await file_request(backend.database, backend.now)
    await issue_letter(backend.database, backend.now)
    assert len(PdfReader(io.BytesIO(await _pdf(backend))).pages) == 1


async def test_the_same_letter_gives_the_same_bytes(backend: Backend) -> None:
    await file_request(backend.database, backend.now)
    letter = await issue_letter(backend.database, backend.now)
    press = _press(backend)
    assert press.render(letter) == press.render(letter)


async def test_numbers_run_within_a_unit_and_start_again_each_year(backend: Backend) -> None:
    numbers = []
    for index, year in enumerate((0, 0, 1)):
        await file_request(
            backend.database, backend.now, request_id=f"r{index}", number=f"CUTI-2026-00000{index}"
        )
        later = backend.now + timedelta(days=366 * year)
        numbers.append((await issue_letter(backend.database, later, f"r{index}")).number)
    assert [number.split("/")[1:] for number in numbers] == [
        ["1", "Diskominfo", "2026"],
        ["2", "Diskominfo", "2026"],
        ["1", "Diskominfo", "2027"],
    ]


async def test_a_later_change_of_the_person_does_not_touch_the_letter(backend: Backend) -> None:
    await file_request(backend.database, backend.now)
    await issue_letter(backend.database, backend.now)
    async with backend.database.write() as session:
        await session.execute(
            update(Employee)
            .where(Employee.nip.in_([nip_of("rina"), nip_of("kadis_kominfo")]))
            .values(nama="Nama Lain", jabatan="Jabatan Lain")
        )
    text = _text(await _pdf(backend))
    assert "Rina Marlina" in text
    assert "Cecep Hidayat" in text
    assert "Lain" not in text


async def test_a_letter_asked_for_by_many_at_once_is_made_once(backend: Backend) -> None:
    await file_request(backend.database, backend.now)
    await issue_letter(backend.database, backend.now)
    press = _press(backend)

    made = await asyncio.gather(*(press.document("r1") for _ in range(5)))

    assert len({document.id for document in made}) == 1
    async with backend.database.read() as session:
        documents = (await session.scalars(select(Document))).all()
    assert [(d.owner_nip, d.field, d.mime) for d in documents] == [
        (nip_of("rina"), "surat", "application/pdf")
    ]
    files = [p for p in backend.app.state.settings.files_dir.rglob("*") if p.is_file()]
    assert [file.name for file in files] == [documents[0].id]


async def test_the_applicant_is_told_with_the_letter_attached(backend: Backend) -> None:
    await file_request(backend.database, backend.now)
    letter = await issue_letter(backend.database, backend.now)
    async with backend.database.read() as session:
        item = await session.scalar(select(OutboxItem).where(OutboxItem.kind == "letter"))
    assert item is not None
    assert (item.to_nip, item.dedupe_key) == (nip_of("rina"), "letter:r1")

    message = await _press(backend).message(
        Claimed(item.id, item.kind, item.to_nip, item.payload, 1)
    )
    assert letter.number in message.text
    assert f"{URL}/verifikasi/{letter.verify_token}" in message.text
    assert message.document is not None
    answer = await backend.call("rina", "GET", f"/v1/documents/{message.document.id}")
    assert answer.content.startswith(b"%PDF-")


async def test_a_letter_is_not_issued_twice(backend: Backend) -> None:
    await file_request(backend.database, backend.now)
    await issue_letter(backend.database, backend.now)
    with pytest.raises(IntegrityError):
        await issue_letter(backend.database, backend.now)
    async with backend.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Letter)) == 1


async def test_the_public_page_shows_what_can_be_compared_and_no_more(backend: Backend) -> None:
    await file_request(backend.database, backend.now)
    letter = await issue_letter(backend.database, backend.now)
    await _pdf(backend)

    answer = await backend.client.get(
        f"/verifikasi/{letter.verify_token}", headers={"Authorization": ""}
    )
    assert answer.status_code == 200
    page = answer.text
    for part in (
        "Surat ini sah",
        letter.number,
        "Rina Marlina",
        "7–9 Desember 2026",
        "Cecep Hidayat, Kepala Dinas Komunikasi dan Informatika",
        "Disetujui pada 25 November 2026 pukul 10.00 WIB",
    ):
        assert part in page, part
    for secret in (nip_of("rina"), "Garut", "8121234567", "script>"):
        assert secret not in page, secret
    assert "'unsafe-inline'" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize("token", ["x" * 22, "abc", "' OR 1=1 --", "%00", "%3Cscript%3E"])
async def test_an_unknown_token_gets_a_page_that_says_so(backend: Backend, token: str) -> None:
    answer = await backend.client.get(f"/verifikasi/{token}", headers={"Authorization": ""})
    assert answer.status_code == 404
    assert "Surat tidak dikenal" in answer.text
    assert "script" not in answer.text


async def test_the_pages_style_comes_from_the_same_place(backend: Backend) -> None:
    style = await backend.client.get("/verifikasi/gaya.css")
    assert "text/css" in style.headers["content-type"]
    assert "prefers-color-scheme: dark" in style.text
