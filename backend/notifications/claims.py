"""Claiming and finishing outbox rows: one lane per receiver, leases, fencing.

A row may be claimed when it is due (or its lease ran out), no earlier row of its lane is still on
its way, and its receiver has a linked account; without one it waits without using up attempts.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from backend.employees.models import Account
from backend.notifications.models import OutboxItem
from backend.notifications.outcomes import TOLD_ONCE, Outcome, Sequel

LEASE = timedelta(seconds=60)
"""Longer than the longest delivery (`relay.DELIVERY_SECONDS`) by a wide margin."""


@dataclass(frozen=True, slots=True)
class Claimed:
    id: int
    kind: str
    to_nip: str
    payload: dict[str, Any]
    attempts: int


def _due(now: datetime) -> ColumnElement[bool]:
    item = OutboxItem
    return or_(
        and_(item.state == "pending", item.next_at <= now),
        and_(item.state == "uncertain", item.next_at <= now, item.kind.not_in(TOLD_ONCE)),
        and_(item.state == "leased", item.lease_until < now),
    )


def _claimable(now: datetime) -> ColumnElement[bool]:
    earlier = aliased(OutboxItem)
    lane_is_busy = exists().where(
        earlier.lane == OutboxItem.lane,
        earlier.id < OutboxItem.id,
        earlier.state.in_(("pending", "leased")),
    )
    has_account = exists().where(Account.nip == OutboxItem.to_nip, Account.state == "active")
    return and_(_due(now), ~lane_is_busy, has_account)


async def anything_due(session: AsyncSession, now: datetime) -> bool:
    """Asked before claiming, so that an idle worker never takes SQLite's write lock."""
    return await session.scalar(select(OutboxItem.id).where(_claimable(now)).limit(1)) is not None


async def claim(
    session: AsyncSession, *, owner: str, now: datetime, limit: int = 10
) -> list[Claimed]:
    """Leases up to `limit` rows, at most one per lane, to `owner`; counts the attempt."""
    chosen = (
        select(OutboxItem.id)
        .where(_claimable(now))
        .order_by(OutboxItem.id)
        .limit(limit)
        .with_for_update(of=OutboxItem, skip_locked=True)
    )
    statement = (
        update(OutboxItem)
        .where(OutboxItem.id.in_(chosen), _due(now))
        .values(
            state="leased",
            owner=owner,
            lease_until=now + LEASE,
            attempts=OutboxItem.attempts + 1,
        )
        .returning(
            OutboxItem.id,
            OutboxItem.kind,
            OutboxItem.to_nip,
            OutboxItem.payload,
            OutboxItem.attempts,
        )
        .execution_options(synchronize_session=False)
    )
    rows = (await session.execute(statement)).all()
    return sorted((Claimed(*row) for row in rows), key=lambda item: item.id)


async def finish(
    session: AsyncSession, item: Claimed, *, owner: str, outcome: Outcome, then: Sequel
) -> bool:
    """Records the outcome; False when the lease had passed to someone else, who then decides."""
    statement = (
        update(OutboxItem)
        .where(OutboxItem.id == item.id, OutboxItem.owner == owner, OutboxItem.state == "leased")
        .values(
            state=then.state,
            attempts=then.attempts,
            next_at=then.next_at,
            sent_at=then.sent_at,
            provider_id=outcome.provider_id,
            last_error=(outcome.error or "")[:500] or None,
            lease_until=None,
            owner=None,
        )
        .returning(OutboxItem.id)
        .execution_options(synchronize_session=False)
    )
    return (await session.execute(statement)).first() is not None


async def release(session: AsyncSession, *, owners: list[str], now: datetime) -> None:
    """Ends the leases of workers known to be gone, so that nobody waits for them to run out."""
    await session.execute(
        update(OutboxItem)
        .where(OutboxItem.state == "leased", OutboxItem.owner.in_(owners))
        .values(state="pending", next_at=now, lease_until=None, owner=None)
        .execution_options(synchronize_session=False)
    )


async def lease_owners(session: AsyncSession) -> list[str]:
    rows = await session.scalars(
        select(OutboxItem.owner).where(OutboxItem.state == "leased").distinct()
    )
    return [owner for owner in rows if owner is not None]
