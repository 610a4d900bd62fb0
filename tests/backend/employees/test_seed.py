"""The demonstration organisation."""

from sqlalchemy import func, select

from backend.employees.facts import gather
from backend.employees.models import Employee
from backend.employees.seed import seed_demo
from backend.ledger.models import LedgerEntry
from backend.ledger.repository import balances
from tests.backend.conftest import Backend
from tests.support.system import nip_of


async def test_seeding_twice_adds_nobody_and_books_nothing(backend: Backend) -> None:
    async with backend.database.write() as session:
        before = await session.scalar(select(func.count()).select_from(LedgerEntry))
        assert await seed_demo(session, backend.now) == 0
        assert await session.scalar(select(func.count()).select_from(LedgerEntry)) == before
        assert await session.scalar(select(func.count()).select_from(Employee)) == 25


async def test_opening_entries_add_up_to_what_the_record_says(backend: Backend) -> None:
    """Rina: 12 of 2026 and 1 left of the 6 carried from 2025; 5 used in 2026 came from those."""
    async with backend.database.read() as session:
        employee = await session.get_one(Employee, nip_of("rina"))
        facts = await gather(session, employee, today=backend.now.date(), lock=False)
    left = {bucket: days for (_, bucket), days in balances(facts.ledger).items() if days}
    assert left == {2025: 1, 2026: 12}
    assert facts.pegawai.atasan_nip == nip_of("kabid_kominfo")
