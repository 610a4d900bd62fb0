"""A form that is still open when another begins."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from backend.core.clock import Clock
from backend.drafts.models import Draft
from tests.backend.conftest import Backend
from tests.backend.drafts.talk import SENTENCE, awaited, labels, language, reply_to, start, text_of


class TestResuming:
    async def both(self, backend: Backend) -> dict[str, Any]:
        await start(backend, "rina", SENTENCE)
        other = {"mulai": "2026-12-21", "selesai": "2026-12-22"}
        return await start(
            backend,
            "rina",
            language("cuti tahunan 21-22 des", jenis_cuti="tahunan", periode=other),
        )

    async def test_a_second_beginning_asks_whether_to_go_on(self, backend: Backend) -> None:
        offer = await self.both(backend)
        assert awaited(offer) == ("pilihan", None)
        assert labels(offer) == ["Lanjutkan", "Mulai baru"]
        assert "Cuti tahunan 7–9 Desember 2026" in text_of(offer)
        assert await backend.get("rina", "/v1/drafts/current") == offer

    async def test_an_unclear_answer_lands_in_neither_form(self, backend: Backend) -> None:
        offer = await self.both(backend)
        assert await reply_to(backend, "rina", offer, "hari ini juga") == offer

    async def test_going_on_keeps_the_first(self, backend: Backend) -> None:
        reply = await reply_to(backend, "rina", await self.both(backend), "Lanjutkan")
        assert awaited(reply) == ("konfirmasi", None)
        assert "7–9 Desember 2026" in text_of(reply)

    async def test_starting_anew_keeps_what_the_second_sentence_said(
        self, backend: Backend
    ) -> None:
        reply = await reply_to(backend, "rina", await self.both(backend), "mulai baru")
        assert awaited(reply) == ("teks", "alasan")
        async with backend.database.read() as session:
            drafts = (await session.scalars(select(Draft).order_by(Draft.created_at))).all()
        assert sorted(one.status for one in drafts) == ["cancelled", "open"]

    async def test_a_sentence_that_fits_the_open_form_goes_on_with_it(
        self, backend: Backend
    ) -> None:
        first = await start(backend, "rina", language("saya mau cuti"))
        said = language("saya mau cuti tahunan", jenis_cuti="tahunan")
        second = await start(backend, "rina", said)
        assert second["awaiting"]["draft_id"] == first["awaiting"]["draft_id"]
        assert awaited(second) == ("tanggal", "periode")

    async def test_but_not_one_that_names_another_kind(self, backend: Backend) -> None:
        await start(backend, "rina", language("saya mau cuti tahunan", jenis_cuti="tahunan"))
        today = {"mulai": "2026-11-25", "selesai": None}
        said = language("saya mau cuti sakit hari ini", jenis_cuti="sakit", periode=today)
        assert labels(await start(backend, "rina", said)) == ["Lanjutkan", "Mulai baru"]

    async def test_but_not_when_the_form_is_old(self, backend: Backend) -> None:
        await start(backend, "rina", language("saya mau cuti"))
        clock = backend.app.state.clock
        backend.app.state.clock = Clock(clock.offset + timedelta(hours=2))
        said = language("saya mau cuti tahunan", jenis_cuti="tahunan")
        assert labels(await start(backend, "rina", said)) == ["Lanjutkan", "Mulai baru"]
