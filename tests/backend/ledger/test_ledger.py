"""Entries and the calendar in the tables."""

from datetime import date

from backend.layanan.facts import Posting
from backend.ledger.calendar import kalender
from backend.ledger.models import CalendarDay
from backend.ledger.repository import balances, entries_of, post
from tests.backend.conftest import Backend
from tests.support.system import nip_of

ENTRY = Posting("hak_uji", 2026, 3, "hak", date(2026, 1, 1), note="uji")


async def test_entries_come_back_as_they_were_booked(backend: Backend) -> None:
    nip = nip_of("sekda")
    async with backend.database.write() as session:
        before = await entries_of(session, nip)
        taken = Posting("hak_uji", 2026, -1, "pakai", date(2026, 2, 1), request_id="r")
        await post(session, nip, [ENTRY, taken], now=backend.now)
    async with backend.database.read() as session:
        after = await entries_of(session, nip)
    assert after == (*before, ENTRY, taken)
    assert balances(after)["hak_uji", 2026] == 2


async def test_a_day_added_by_an_administrator_counts_at_once(backend: Backend) -> None:
    day = date(2026, 12, 8)
    async with backend.database.write() as session:
        assert (await kalender(session)).is_working_day(day, 5)
        session.add(
            CalendarDay(tanggal=day, jenis="libur_daerah", nama="Libur daerah", sumber="SE 1/2026")
        )
        await session.flush()
        assert not (await kalender(session)).is_working_day(day, 5)
