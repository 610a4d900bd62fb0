"""Telling someone something: a row in the outbox, written in the transaction of the fact."""

from datetime import datetime
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

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
    values = _row(to_nip, kind, dedupe_key, message, payload, now)
    await session.execute(insert_once(session, OutboxItem, values, "dedupe_key"))


def enqueue_last(
    session: AsyncSession,
    *,
    to_nip: str,
    kind: str,
    dedupe_key: str,
    now: datetime,
    payload: dict[str, Any],
) -> None:
    """The same, but after everything else this transaction tells: the row is written at COMMIT."""
    values = _row(to_nip, kind, dedupe_key, None, payload, now)

    def write(sync_session: Session) -> None:
        sync_session.execute(insert_once(sync_session, OutboxItem, values, "dedupe_key"))

    event.listen(session.sync_session, "before_commit", write, once=True)


def _row(
    to_nip: str,
    kind: str,
    dedupe_key: str,
    message: Message | None,
    payload: dict[str, Any] | None,
    now: datetime,
) -> dict[str, Any]:
    content = dict(payload or {})
    if message is not None:
        content["message"] = message.model_dump(mode="json")
    return {
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
