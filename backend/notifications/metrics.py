"""The outbox in numbers, read from the database whenever `/metrics` is asked."""

from datetime import datetime

from prometheus_client import Gauge
from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.employees.models import Account
from backend.notifications.models import OutboxItem

STATES = ("pending", "leased", "sent", "uncertain", "dead")
ITEMS = Gauge("sapa_outbox_items", "Outbox rows by state", ["state"])
OLDEST = Gauge("sapa_outbox_oldest_pending_seconds", "Age of the oldest deliverable row")
WAITING = Gauge("sapa_outbox_without_account", "Pending rows whose receiver has no linked account")


async def refresh_outbox_metrics(session: AsyncSession, now: datetime) -> None:
    counts = dict(
        (await session.execute(select(OutboxItem.state, func.count()).group_by(OutboxItem.state)))
        .tuples()
        .all()
    )
    for state in STATES:
        ITEMS.labels(state).set(counts.get(state, 0))
    linked = exists().where(Account.nip == OutboxItem.to_nip, Account.state == "active")
    pending = OutboxItem.state == "pending"
    oldest = await session.scalar(select(func.min(OutboxItem.created_at)).where(pending, linked))
    OLDEST.set((now - oldest).total_seconds() if oldest else 0)
    waiting = await session.scalar(select(func.count()).where(pending, ~linked))
    WAITING.set(waiting or 0)
