"""Opaque names for what buttons mean. A handle is a hint, never a right: the backend decides."""

import json
import re
import secrets
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages import Choice
from bot.models import Handle

_SHAPE = re.compile(r"v1\.[ab]\.[A-Za-z0-9_-]{22}")
_DECISION = re.compile(r"v1\.a\.[A-Za-z0-9_-]{22}")


def issue(
    session: AsyncSession, conversation_id: str, choices: list[Choice], now: datetime
) -> list[Choice]:
    """The same choices with handles (27 bytes) for payloads, valid in this conversation only.
    Decision tokens of the backend have that shape already and pass as they are."""
    issued = []
    for choice in choices:
        handle = choice.payload
        if not _DECISION.fullmatch(handle):
            handle = f"v1.b.{secrets.token_urlsafe(16)}"
            session.add(
                Handle(
                    handle=handle,
                    conversation_id=conversation_id,
                    payload=choice.payload,
                    created_at=now,
                )
            )
        issued.append(Choice(label=choice.label, payload=handle))
    return issued


def well_formed(handle: str) -> bool:
    return _SHAPE.fullmatch(handle) is not None


def document_message(document_id: str) -> str:
    """What Rasa is told of a file the backend has stored."""
    return "/kirim_dokumen" + json.dumps({"dokumen": document_id})


async def message_of(session: AsyncSession, conversation_id: str, handle: str) -> str | None:
    """What Rasa is told when this button is pressed here; None when it means nothing here."""
    if not well_formed(handle):
        return None
    payload: str | None = handle
    if not _DECISION.fullmatch(handle):
        payload = await session.scalar(
            select(Handle.payload).where(
                Handle.handle == handle, Handle.conversation_id == conversation_id
            )
        )
    if payload is None or payload.startswith("/"):  # a static answer of Rasa stores its intent
        return payload
    return "/tombol" + json.dumps({"tombol": payload})
