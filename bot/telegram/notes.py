"""What is remembered of messages shown on Telegram, and small facts that outlive the process."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import insert
from bot.models import SentMessage, StateValue
from bot.telegram.updates import SOURCE


async def remember(
    session: AsyncSession,
    chat: int,
    message_ids: list[int],
    *,
    quote: str | None,
    now: datetime,
    outbox_id: str | None = None,
) -> None:
    """Every part answers for the quote; the first carries the outbox id."""
    for number, message_id in enumerate(message_ids):
        row = {
            "channel": SOURCE,
            "chat": str(chat),
            "message_id": str(message_id),
            "quote": quote,
            "outbox_id": outbox_id if number == 0 else None,
            "created_at": now,
        }
        await session.execute(insert(session, SentMessage).values(row).on_conflict_do_nothing())


async def quote_of(session: AsyncSession, chat: int, message_id: int) -> str | None:
    return await session.scalar(
        select(SentMessage.quote).where(
            SentMessage.channel == SOURCE,
            SentMessage.chat == str(chat),
            SentMessage.message_id == str(message_id),
        )
    )


async def sent_as(session: AsyncSession, outbox_id: str) -> str | None:
    """Message id under which this outbox item was shown already."""
    return await session.scalar(
        select(SentMessage.message_id).where(SentMessage.outbox_id == outbox_id)
    )


async def fact(session: AsyncSession, name: str) -> dict[str, Any] | None:
    return await session.scalar(select(StateValue.value).where(StateValue.name == name))


async def set_fact(session: AsyncSession, name: str, value: dict[str, Any]) -> None:
    put = insert(session, StateValue).values(name=name, value=value)
    await session.execute(
        put.on_conflict_do_update(index_elements=["name"], set_={"value": put.excluded.value})
    )
