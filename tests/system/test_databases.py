"""The two engines every other test stands on."""

from sqlalchemy import func, select

from backend.core.database import Database
from backend.core.models import Counter


async def _count(database: Database) -> int:
    async with database.read() as session:
        return await session.scalar(select(func.count()).select_from(Counter)) or 0


async def test_a_database_starts_empty_and_keeps_what_is_committed(database: Database) -> None:
    assert await _count(database) == 0
    async with database.write() as session:
        session.add(Counter(name="request:CUTI:2026", value=1))
    assert await _count(database) == 1


async def test_rows_of_one_test_never_reach_the_next(database: Database) -> None:
    assert await _count(database) == 0
    async with database.write() as session:
        session.add(Counter(name="request:CUTI:2026", value=1))
