import asyncio
from datetime import datetime

import pytest
from sqlalchemy import delete, select, update

from backend.audit.models import AuditEntry
from backend.audit.service import record, verify
from backend.core.database import Database


async def _write(database: Database, now: datetime, *subjects: str) -> None:
    for subject in subjects:
        async with database.write() as session:
            await record(
                session,
                now=now,
                actor="sistem",
                action="uji",
                subject=subject,
                data={"angka": 3, "teks": "é – “kutip”", "daftar": [1, {"b": None, "a": True}]},
            )


async def _verdict(database: Database) -> int | None:
    async with database.read() as session:
        return await verify(session)


async def test_an_empty_trail_is_sound(database: Database) -> None:
    assert await _verdict(database) is None


async def test_a_trail_of_several_transactions_is_sound(database: Database, now: datetime) -> None:
    await _write(database, now, "a", "b", "c")
    assert await _verdict(database) is None


async def test_an_entry_of_a_transaction_that_failed_is_not_in_the_trail(
    database: Database, now: datetime
) -> None:
    async def failing() -> None:
        async with database.write() as session:
            await record(session, now=now, actor="x", action="y", subject="z", data={})
            raise RuntimeError("gagal")

    with pytest.raises(RuntimeError):
        await failing()
    await _write(database, now, "a")

    async with database.read() as session:
        rows = (await session.scalars(select(AuditEntry))).all()
    assert [(row.seq, row.subject) for row in rows] == [(1, "a")]


async def test_writers_at_the_same_time_make_one_chain(database: Database, now: datetime) -> None:
    await asyncio.gather(*(_write(database, now, f"s{i}", f"t{i}") for i in range(10)))

    async with database.read() as session:
        numbers = (await session.scalars(select(AuditEntry.seq).order_by(AuditEntry.seq))).all()
    assert list(numbers) == list(range(1, 21))
    assert await _verdict(database) is None


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        (update(AuditEntry).where(AuditEntry.seq == 2).values(subject="palsu"), 2),
        (update(AuditEntry).where(AuditEntry.seq == 3).values(data={"angka": 4}), 3),
        (delete(AuditEntry).where(AuditEntry.seq == 2), 2),
        (delete(AuditEntry).where(AuditEntry.seq == 1), 1),
        (delete(AuditEntry).where(AuditEntry.seq == 4), 4),
        (delete(AuditEntry), 1),
    ],
    ids=["subject changed", "data changed", "middle cut", "first cut", "tail cut", "all cut"],
)
async def test_tampering_is_found_at_its_first_entry(
    database: Database, now: datetime, tampering, found: int
) -> None:
    await _write(database, now, "a", "b", "c", "d")
    async with database.write() as session:
        await session.execute(tampering)
    assert await _verdict(database) == found


async def test_two_swapped_entries_are_found(database: Database, now: datetime) -> None:
    await _write(database, now, "a", "b", "c")
    async with database.write() as session:
        for old, new in ((1, 99), (2, 1), (99, 2)):
            await session.execute(update(AuditEntry).where(AuditEntry.seq == old).values(seq=new))
    assert await _verdict(database) == 1
