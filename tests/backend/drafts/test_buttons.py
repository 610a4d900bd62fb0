"""Files and buttons as answers."""

from typing import Any

import pytest

from backend.documents.models import Document
from tests.backend.conftest import Backend
from tests.backend.drafts.talk import (
    SENTENCE,
    SICK,
    awaited,
    labels,
    language,
    reply_to,
    start,
    stored,
    text_of,
)


class TestDocuments:
    """Sick leave needs the doctor's letter."""

    async def ask_for_letter(self, backend: Backend) -> dict[str, Any]:
        said = language("sakit 24-26 november", jenis_cuti="sakit", periode=SICK)
        reply = await start(backend, "rina", said)
        return await reply_to(backend, "rina", reply, "demam")

    async def send(self, backend: Backend, reply: dict[str, Any], document: str) -> dict[str, Any]:
        path = f"/v1/drafts/{reply['awaiting']['draft_id']}/answers"
        return await backend.post("rina", path, {"document": document})

    async def test_a_file_answers_the_question(self, backend: Backend) -> None:
        reply = await self.ask_for_letter(backend)
        assert awaited(reply) == ("dokumen", "surat_dokter")
        document = await stored(backend, "rina")
        reply = await self.send(backend, reply, document)
        assert awaited(reply) == ("teks", "alamat")
        async with backend.database.read() as session:
            kept = await session.get_one(Document, document)
        assert kept.draft_id == reply["awaiting"]["draft_id"]

    @pytest.mark.parametrize("owner", [None, "asep"], ids=["unknown", "of somebody else"])
    async def test_only_an_own_file_counts(self, backend: Backend, owner: str | None) -> None:
        reply = await self.ask_for_letter(backend)
        document = await stored(backend, owner) if owner else "b" * 32
        again = await self.send(backend, reply, document)
        assert awaited(again) == ("dokumen", "surat_dokter")
        assert "tidak ditemukan" in text_of(again)

    async def test_words_do_not_answer_where_a_file_is_asked(self, backend: Backend) -> None:
        reply = await self.ask_for_letter(backend)
        again = await reply_to(backend, "rina", reply, "nanti saja")
        assert awaited(again) == ("dokumen", "surat_dokter")
        assert "foto" in text_of(again)


class TestButtons:
    """Pressed through the one door for all buttons."""

    async def press(self, backend: Backend, kunci: str, payload: str) -> dict[str, Any]:
        return await backend.post(kunci, "/v1/buttons", {"payload": payload})

    async def test_the_whole_way_by_buttons(self, backend: Backend) -> None:
        reply = await self.press(backend, "rina", "mulai:cuti")
        payload = reply["messages"][-1]["choices"][0]["payload"]
        reply = await self.press(backend, "rina", payload)
        assert awaited(reply) == ("tanggal", "periode")
        lone = {"mulai": "2026-12-07", "selesai": None}
        reply = await reply_to(backend, "rina", reply, "7 desember", periode=lone)
        assert labels(reply) == ["Hanya 7 Desember 2026"]
        reply = await self.press(backend, "rina", reply["messages"][-1]["choices"][0]["payload"])
        assert awaited(reply) == ("teks", "alasan")

    async def test_change_and_cancel(self, backend: Backend) -> None:
        reply = await start(backend, "rina", SENTENCE)
        draft = reply["awaiting"]["draft_id"]
        which = await self.press(backend, "rina", f"ubah:{draft}")
        assert "Bagian mana" in text_of(which)
        asked = await self.press(backend, "rina", f"ubah:{draft}:telepon")
        assert awaited(asked) == ("telepon", "telepon")
        cancelled = await self.press(backend, "rina", f"batal:{draft}")
        assert cancelled["awaiting"] is None

    @pytest.mark.parametrize(
        "payload",
        ["jawab:{}:periode:x:y", "lanjut", "ajukan:tidak-ada", "mulai", "batal:{}:lagi"],
    )
    async def test_a_forged_payload_does_nothing(self, backend: Backend, payload: str) -> None:
        reply = await start(backend, "rina", SENTENCE)
        draft = reply["awaiting"]["draft_id"]
        await self.press(backend, "rina", payload.format(draft))
        assert awaited(await backend.get("rina", "/v1/drafts/current")) == ("konfirmasi", None)

    async def test_a_copied_button_does_nothing_for_somebody_else(self, backend: Backend) -> None:
        reply = await start(backend, "rina", SENTENCE)
        draft = reply["awaiting"]["draft_id"]
        for name in ("ajukan", "batal", "lanjut", "ubah"):
            answer = await self.press(backend, "asep", f"{name}:{draft}")
            assert draft not in str(answer)
        assert awaited(await backend.get("rina", "/v1/drafts/current")) == ("konfirmasi", None)
