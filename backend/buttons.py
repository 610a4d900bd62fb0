"""The one door for buttons: whose handler a payload is, in one explicit table."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from fastapi import APIRouter
from pydantic import BaseModel, Field
from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals import buttons as approvals
from backend.core.dependencies import ServiceOnly
from backend.core.messages import Message, Reply
from backend.drafts import buttons as drafts
from backend.employees.actor import Actor, Speaking, Turn
from backend.requests import buttons as requests
from backend.requests.wording import BUTTON_GONE

PAYLOAD_LIMIT = 300
MOST_PARTS = 4

Handler = Callable[[AsyncSession, Actor, list[str], datetime], Awaitable[Reply | None]]

HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(
        ("mulai", "mulai_baru", "lanjut", "jawab", "ubah", "ajukan", "batal"), drafts.press
    ),
    **dict.fromkeys(("tarik", "biarkan", "terima", "tolak_ubah", "perbaiki"), requests.press),
    **dict.fromkeys(("tugas", "putuskan"), approvals.press),
}

router = APIRouter(prefix="/v1", tags=["tombol"], dependencies=[ServiceOnly])


class Press(BaseModel):
    payload: str = Field(max_length=PAYLOAD_LIMIT)


@router.post("/buttons")
async def press(body: Press, turn: Turn) -> Reply:
    """Whatever a button means. Forged, foreign and outdated ones get the same sentence."""
    return await turn.once(Reply, lambda: _pressed(turn, body.payload))


async def _pressed(turn: Speaking, payload: str) -> Reply:
    reply = None
    if "\0" not in payload:  # PostgreSQL cannot even look for such a text
        reply = await _handled(turn, payload)
    return reply or Reply(messages=[Message(text=BUTTON_GONE)])


async def _handled(turn: Speaking, payload: str) -> Reply | None:
    if payload.startswith(approvals.TOKEN_PREFIX):
        return await approvals.press_token(turn.session, turn.actor, payload, turn.now)
    parts = payload.split(":", MOST_PARTS - 1)
    handler = HANDLERS.get(parts[0])
    return None if handler is None else await handler(turn.session, turn.actor, parts, turn.now)
