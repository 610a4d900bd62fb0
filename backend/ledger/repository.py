"""Ledger entries in and out of the table; nothing is ever changed there."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.layanan.facts import Posting
from backend.ledger.models import LedgerEntry


async def entries_of(session: AsyncSession, nip: str) -> tuple[Posting, ...]:
    """All entries of a person, in the order in which they were booked."""
    rows = await session.scalars(
        select(LedgerEntry).where(LedgerEntry.nip == nip).order_by(LedgerEntry.id)
    )
    return tuple(
        Posting(
            account=row.account,
            bucket=row.bucket,
            days=row.days,
            kind=row.kind,
            effective=row.effective,
            request_id=row.request_id,
            note=row.note,
        )
        for row in rows
    )


async def post(
    session: AsyncSession, nip: str, postings: Iterable[Posting], *, now: datetime
) -> None:
    """Books entries for a person. The caller holds his lock (`facts.gather(..., lock=True)`)."""
    session.add_all(
        LedgerEntry(
            nip=nip,
            account=posting.account,
            bucket=posting.bucket,
            days=posting.days,
            kind=posting.kind,
            effective=posting.effective,
            request_id=posting.request_id,
            note=posting.note,
            created_at=now,
        )
        for posting in postings
    )
    await session.flush()


def balances(postings: Iterable[Posting]) -> Counter[tuple[str, int]]:
    """Days left by (account, bucket): the sum of the entries, negative sums included."""
    sums: Counter[tuple[str, int]] = Counter()
    for posting in postings:
        sums[posting.account, posting.bucket] += posting.days
    return sums
