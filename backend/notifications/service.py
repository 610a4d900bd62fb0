"""Telling someone something: a row in the outbox, written in the transaction of the fact."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.core.messages import Message
from backend.core.upsert import insert_once
from backend.notifications.models import OutboxItem


async def enqueue(
    session: AsyncSession,
    *,
    to_nip: str,
    kind: str,
    dedupe_key: str,
    message: Message | None,
    now: datetime,
    payload: dict[str, Any] | None = None,
) -> None:
    """Puts `message` in the lane of the person `to_nip`; the worker sends it after the commit.

    The same `dedupe_key` (at most 120 characters, e.g. "task:<id>:opened") is told once, however
    often this is called. `kind` names the occasion ("task", "decision", "letter", "reminder" ...);
    messages of kind "task" are sent again when it is unknown whether they arrived.
    """
    content = dict(payload or {})
    if message is not None:
        content["message"] = message.model_dump(mode="json")
    values = {
        "dedupe_key": dedupe_key,
        "lane": to_nip,
        "kind": kind,
        "to_nip": to_nip,
        "payload": content,
        "state": "pending",
        "attempts": 0,
        "next_at": now,
        "created_at": now,
    }
    await session.execute(insert_once(session, OutboxItem, values, "dedupe_key"))
