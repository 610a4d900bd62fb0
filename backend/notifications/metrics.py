"""The outbox in numbers, read from the database whenever `/metrics` is asked."""

import asyncio
from datetime import datetime

from prometheus_client import Gauge
from sqlalchemy import exists, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from backend.core.database import Database
from backend.employees.models import Account
from backend.notifications.models import OutboxItem

STATES = ("pending", "leased", "sent", "uncertain", "dead")
ITEMS = Gauge("sapa_outbox_items", "Outbox rows by state", ["state"])
OLDEST = Gauge("sapa_outbox_oldest_pending_seconds", "Age of the oldest deliverable row")
WAITING = Gauge("sapa_outbox_without_account", "Pending rows whose receiver has no linked account")
READ = Gauge("sapa_outbox_readable", "1 when the numbers above are fresh, 0 when they are not")
READ_SECONDS = 5


async def refresh_outbox_metrics(database: Database, now: datetime) -> None:
    """Never fails: a database that is away is itself a number."""
    try:
        async with asyncio.timeout(READ_SECONDS), database.read() as session:
            await _refresh(session, now)
    except (SQLAlchemyError, TimeoutError, OSError):
        READ.set(0)
    else:
        READ.set(1)


async def _refresh(session: AsyncSession, now: datetime) -> None:
    by_state = select(OutboxItem.state, func.count().label("number")).group_by(OutboxItem.state)
    counts = {row.state: row.number for row in await session.execute(by_state)}
    for state in STATES:
        ITEMS.labels(state).set(counts.get(state, 0))
    linked = exists().where(Account.nip == OutboxItem.to_nip, Account.state == "active")
    pending = OutboxItem.state == "pending"
    oldest = await session.scalar(select(func.min(OutboxItem.created_at)).where(pending, linked))
    OLDEST.set((now - oldest).total_seconds() if oldest else 0)
    waiting = await session.scalar(
        select(func.count()).select_from(OutboxItem).where(pending, ~linked)
    )
    WAITING.set(waiting or 0)
