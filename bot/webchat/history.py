"""The bubbles of a web chat, in the order of their ids."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot import handles
from bot.messages import Message
from bot.models import WAITING, InboxRow, WebMessage

LONGEST = 500
"""Bubbles handed out at once; of more, the newest."""

RECENT = 50
"""Bubbles searched for the label of a pressed button."""


async def append(
    session: AsyncSession,
    conversation_id: str,
    account: str,
    message: Message,
    now: datetime,
    *,
    inbox_id: int | None = None,
    outbox_id: str | None = None,
) -> int:
    """Adds what SAPA says; its buttons become handles of this conversation. Returns the id."""
    await _one_writer_per_chat(session, conversation_id)
    choices = handles.issue(session, conversation_id, message.choices, now)
    body = message.model_copy(update={"choices": choices}).model_dump()
    row = WebMessage(
        conversation_id=conversation_id,
        account=account,
        body=body,
        inbox_id=inbox_id,
        outbox_id=outbox_id,
        created_at=now,
    )
    session.add(row)
    await session.flush()
    return row.id


async def append_own(
    session: AsyncSession,
    conversation_id: str,
    account: str,
    said: dict[str, Any],
    now: datetime,
    *,
    inbox_id: int | None = None,
) -> None:
    """Adds what the person wrote: {"text", "document": name | None, "reply_to": id | None}."""
    await _one_writer_per_chat(session, conversation_id)
    session.add(
        WebMessage(
            conversation_id=conversation_id,
            account=account,
            own=True,
            body=said,
            inbox_id=inbox_id,
            created_at=now,
        )
    )
    await session.flush()


async def since(
    session: AsyncSession,
    conversation_id: str,
    after: int,
    *,
    with_own: bool,
    limit: int = LONGEST,
) -> list[WebMessage]:
    query = select(WebMessage).where(
        WebMessage.conversation_id == conversation_id, WebMessage.id > after
    )
    if not with_own:
        query = query.where(WebMessage.own.is_(False))
    newest = await session.scalars(query.order_by(WebMessage.id.desc()).limit(limit))
    return list(newest)[::-1]


async def newest_id(session: AsyncSession, conversation_id: str) -> int:
    query = select(func.max(WebMessage.id)).where(WebMessage.conversation_id == conversation_id)
    return await session.scalar(query) or 0


async def answers_of(session: AsyncSession, lane: str, inbox_id: int) -> list[WebMessage] | None:
    """What the person was told because of this inbox row, or None while there is nothing yet.

    A row that waits behind one whose system is down shares the notice that was shown for that one.
    """
    shown = await _shown_for(session, inbox_id)
    if shown:
        return shown
    state = await session.scalar(select(InboxRow.state).where(InboxRow.id == inbox_id))
    if state not in WAITING:
        return await _shown_for(session, inbox_id)  # it may have ended between the two looks
    head = await session.scalar(
        select(func.min(InboxRow.id)).where(InboxRow.lane == lane, InboxRow.state.in_(WAITING))
    )
    if head is None or head == inbox_id:
        return None
    return await _shown_for(session, head) or None


async def quote_of(session: AsyncSession, conversation_id: str, message_id: int) -> str | None:
    """What a reply to this bubble is about; other people's bubbles say nothing."""
    body = await session.scalar(
        select(WebMessage.body).where(
            WebMessage.id == message_id, WebMessage.conversation_id == conversation_id
        )
    )
    quote = (body or {}).get("quote")
    return str(quote) if quote else None


async def label_of(session: AsyncSession, conversation_id: str, handle: str) -> str:
    """The words on a button of this chat, to show what the person pressed."""
    rows = await since(session, conversation_id, 0, with_own=False, limit=RECENT)
    for row in reversed(rows):
        for choice in row.body["choices"]:
            if choice["payload"] == handle:
                return str(choice["label"])
    return "(tombol)"


async def id_of_delivery(session: AsyncSession, outbox_id: str) -> int | None:
    return await session.scalar(select(WebMessage.id).where(WebMessage.outbox_id == outbox_id))


async def unasked(session: AsyncSession) -> dict[str, int]:
    """How many unasked messages ever came, by account; the page knows how many it has seen."""
    counts = await session.execute(
        select(WebMessage.account, func.count())
        .where(WebMessage.outbox_id.is_not(None))
        .group_by(WebMessage.account)
    )
    return {row[0]: row[1] for row in counts}


async def _shown_for(session: AsyncSession, inbox_id: int) -> list[WebMessage]:
    rows = await session.scalars(
        select(WebMessage)
        .where(WebMessage.inbox_id == inbox_id, WebMessage.own.is_(False))
        .order_by(WebMessage.id)
    )
    return list(rows)


async def _one_writer_per_chat(session: AsyncSession, conversation_id: str) -> None:
    """Ids are given before the commit; without this a reader could skip a smaller, later one."""
    if session.get_bind().dialect.name != "sqlite":
        await session.execute(
            text("SELECT pg_advisory_xact_lock(hashtextextended(:chat, 2))"),
            {"chat": conversation_id},
        )
