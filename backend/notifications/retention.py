"""The outbox does not grow for ever: what was sent is forgotten after a month."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from backend.notifications.models import OutboxItem

KEPT_FOR = timedelta(days=30)


async def forget_sent(session: AsyncSession, *, now: datetime) -> None:
    """Dead and uncertain rows stay until somebody has looked at them."""
    await session.execute(
        delete(OutboxItem).where(OutboxItem.state == "sent", OutboxItem.sent_at < now - KEPT_FOR)
    )
