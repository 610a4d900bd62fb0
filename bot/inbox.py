"""The durable inbox: store first, acknowledge then, work later, one row of a lane at a time.

Claims carry a lease and a fence (owner and attempt): a worker that lost its lease cannot finish the
row any more. All functions take the session of the caller's transaction.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, Select, Update, and_, func, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import insert
from bot.messages import Message
from bot.models import WAITING, InboxRow, State

LEASE = timedelta(seconds=30)
"""Renewed every third of it while the owner lives; after a crash another replica waits for it."""


@dataclass(frozen=True)
class Arrival:
    source: str
    external_id: str
    lane: str
    body: dict[str, Any]
    conversation_id: str | None = None


@dataclass(frozen=True)
class Limits:
    """`per_minute` 0 means no limit; `backlog` counts what the lane has not worked off yet."""

    per_minute: int
    backlog: int


@dataclass(frozen=True)
class Received:
    """`new` is False for an update that was stored before; `state` says whether it is worked.
    `claim`: the lane was idle, so the row is in our hands already."""

    id: int
    new: bool
    state: State
    claim: "Claim | None" = None


@dataclass(frozen=True)
class Claim:
    """A row in our hands until its lease ends."""

    id: int
    source: str
    external_id: str
    lane: str
    conversation_id: str | None
    body: dict[str, Any]
    limited: bool
    attempts: int
    owner: str
    received_at: datetime
    told_at: datetime | None
    replies: tuple[Message, ...] | None
    shown: int

    @property
    def event_id(self) -> str:
        """Names the turn everywhere: Rasa's metadata, the backend's idempotency key."""
        return f"{self.source}:{self.external_id}"


class LostLease(Exception):
    """Somebody else works on the row now; what was about to be written must not be."""


async def receive(
    session: AsyncSession, arrival: Arrival, now: datetime, limits: Limits, owner: str
) -> Received:
    """Stores an update once, however often it is delivered. In an idle lane it is claimed at once
    for `owner`, which saves the worker a transaction."""
    await _one_writer_per_lane(session, arrival.lane)
    seen = (await session.execute(_what_is_known(arrival, now))).one()
    if seen.id is not None:
        return Received(seen.id, False, State(seen.state))
    state, limited = _admit(seen.waiting, seen.recent, seen.told, limits)
    claimed = state is State.PENDING and seen.waiting == 0
    values = {
        "source": arrival.source,
        "external_id": arrival.external_id,
        "lane": arrival.lane,
        "conversation_id": arrival.conversation_id,
        "body": arrival.body,
        "state": State.LEASED if claimed else state,
        "limited": limited,
        "attempts": int(claimed),
        "owner": owner if claimed else None,
        "lease_until": now + LEASE if claimed else None,
        "shown": 0,
        "next_at": now,
        "received_at": now,
        "done_at": now if state is State.THROTTLED else None,
    }
    made = await session.execute(insert(session, InboxRow).values(values).returning(InboxRow.id))
    number = made.scalar_one()
    return Received(
        number, True, state, _fresh_claim(number, arrival, now, limited, owner) if claimed else None
    )


async def _one_writer_per_lane(session: AsyncSession, lane: str) -> None:
    """Ids are given before the commit; on PostgreSQL two writers of a lane could swap them."""
    if session.get_bind().dialect.name != "sqlite":
        await session.execute(
            text("SELECT pg_advisory_xact_lock(hashtextextended(:lane, 1))"), {"lane": lane}
        )


def _what_is_known(arrival: Arrival, now: datetime) -> Select[Any]:
    """The row itself (id, state) if it was stored before, and what its lane is doing: rows
    waiting, rows of the last minute, whether the sender was told in it that he is too fast."""
    same = and_(InboxRow.source == arrival.source, InboxRow.external_id == arrival.external_id)
    lane = InboxRow.lane == arrival.lane
    minute = and_(lane, InboxRow.received_at > now - timedelta(minutes=1))
    counted = and_(minute, InboxRow.state != State.THROTTLED, InboxRow.limited.is_(False))
    waiting = and_(lane, InboxRow.state.in_(WAITING))
    return select(
        select(InboxRow.id).where(same).scalar_subquery().label("id"),
        select(InboxRow.state).where(same).scalar_subquery().label("state"),
        select(func.count()).where(waiting).scalar_subquery().label("waiting"),
        select(func.count()).where(counted).scalar_subquery().label("recent"),
        select(func.count()).where(minute, InboxRow.limited).scalar_subquery().label("told"),
    )


def _admit(waiting: int, recent: int, told: int, limits: Limits) -> tuple[State, bool]:
    """Whether the row is worked, and whether only to say that its sender is too fast: said once
    a minute, later ones are kept without an answer."""
    too_many = limits.per_minute > 0 and recent >= limits.per_minute
    if waiting < limits.backlog and not too_many:
        return State.PENDING, False
    return (State.THROTTLED, False) if told else (State.PENDING, True)


async def due_lanes(session: AsyncSession, now: datetime, limit: int = 500) -> list[str]:
    """Lanes with something to work on: never begun, due again, or left by a dead worker."""
    lanes = select(InboxRow.lane).where(_claimable(now)).distinct().limit(limit)
    return list(await session.scalars(lanes))


async def claim(session: AsyncSession, lane: str, owner: str, now: datetime) -> Claim | None:
    """Takes the head of the lane, if it is free and due; never a later row."""
    head = (
        select(InboxRow.id)
        .where(InboxRow.lane == lane, InboxRow.state.in_(WAITING))
        .order_by(InboxRow.id)
        .limit(1)
        .scalar_subquery()
    )
    taken = await session.execute(
        update(InboxRow)
        .where(InboxRow.id == head, _claimable(now))
        .values(
            state=State.LEASED,
            owner=owner,
            lease_until=now + LEASE,
            attempts=InboxRow.attempts + 1,
        )
        .returning(InboxRow)
    )
    row = taken.scalar_one_or_none()
    return _as_claim(row, owner) if row is not None else None


async def finish(
    session: AsyncSession,
    claim: Claim,
    now: datetime,
    *,
    state: State = State.DONE,
    error: str | None = None,
) -> None:
    values = {"state": state, "done_at": now, "error": error, "owner": None, "lease_until": None}
    await _change(session, claim, **values)


async def postpone(
    session: AsyncSession,
    claim: Claim,
    until: datetime,
    error: str,
    *,
    told_at: datetime | None = None,
) -> None:
    """Gives the row back; its lane waits behind it until then."""
    await _change(
        session,
        claim,
        state=State.PENDING,
        next_at=until,
        error=error[:300],
        owner=None,
        lease_until=None,
        told_at=told_at or claim.told_at,
    )


async def keep_replies(session: AsyncSession, claim: Claim, replies: tuple[Message, ...]) -> None:
    """The turn has happened: from now on a crash repeats at most showing its answers."""
    await _change(session, claim, replies=[reply.model_dump() for reply in replies], shown=0)


async def mark_shown(session: AsyncSession, claim: Claim, count: int) -> None:
    await _change(session, claim, shown=count)


async def renew_leases(session: AsyncSession, owner: str, ids: set[int], now: datetime) -> None:
    await session.execute(
        update(InboxRow)
        .where(InboxRow.id.in_(ids), InboxRow.owner == owner, InboxRow.state == State.LEASED)
        .values(lease_until=now + LEASE)
    )


async def release_leases(session: AsyncSession, now: datetime, owner: str | None = None) -> None:
    """Of one owner at his end; of everybody at the start of the only process there can be."""
    change = update(InboxRow).where(InboxRow.state == State.LEASED)
    if owner is not None:
        change = change.where(InboxRow.owner == owner)
    await session.execute(
        change.values(state=State.PENDING, owner=None, lease_until=None, next_at=now)
    )


def _claimable(now: datetime) -> Any:
    return or_(
        and_(InboxRow.state == State.PENDING, InboxRow.next_at <= now),
        and_(InboxRow.state == State.LEASED, InboxRow.lease_until < now),
    )


async def _change(session: AsyncSession, claim: Claim, **values: Any) -> None:
    change: Update = (
        update(InboxRow)
        .where(
            InboxRow.id == claim.id,
            InboxRow.state == State.LEASED,
            InboxRow.owner == claim.owner,
            InboxRow.attempts == claim.attempts,
        )
        .values(**values)
    )
    result = cast("CursorResult[Any]", await session.execute(change))
    if result.rowcount != 1:
        raise LostLease(claim.id)


def _fresh_claim(number: int, arrival: Arrival, now: datetime, limited: bool, owner: str) -> Claim:
    return Claim(
        id=number,
        source=arrival.source,
        external_id=arrival.external_id,
        lane=arrival.lane,
        conversation_id=arrival.conversation_id,
        body=arrival.body,
        limited=limited,
        attempts=1,
        owner=owner,
        received_at=now,
        told_at=None,
        replies=None,
        shown=0,
    )


def _as_claim(row: InboxRow, owner: str) -> Claim:
    replies = None if row.replies is None else tuple(map(Message.model_validate, row.replies))
    return Claim(
        id=row.id,
        source=row.source,
        external_id=row.external_id,
        lane=row.lane,
        conversation_id=row.conversation_id,
        body=row.body,
        limited=row.limited,
        attempts=row.attempts,
        owner=owner,
        received_at=row.received_at,
        told_at=row.told_at,
        replies=replies,
        shown=row.shown,
    )
