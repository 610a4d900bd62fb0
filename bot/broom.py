"""Sweeps what is no longer needed: worked-off updates after a week, buttons after a quarter.

Updates stay longer than any channel delivers one twice (Telegram: 24 hours).
"""

from datetime import timedelta

from sqlalchemy import delete

from bot.clock import Clock
from bot.database import Database
from bot.models import Handle, InboxRow, SentMessage, State

INBOX_LIFE = timedelta(days=7)
DEAD_LIFE = timedelta(days=30)
BUTTON_LIFE = timedelta(days=90)
SWEEP_SECONDS = 3600.0


async def sweep(database: Database, clock: Clock) -> None:
    now = clock.now()
    ended = (State.DONE, State.THROTTLED)
    async with database.write() as session:
        await session.execute(
            delete(InboxRow).where(InboxRow.state.in_(ended), InboxRow.done_at < now - INBOX_LIFE)
        )
        await session.execute(
            delete(InboxRow).where(InboxRow.state == State.DEAD, InboxRow.done_at < now - DEAD_LIFE)
        )
        await session.execute(delete(Handle).where(Handle.created_at < now - BUTTON_LIFE))
        await session.execute(delete(SentMessage).where(SentMessage.created_at < now - BUTTON_LIFE))
