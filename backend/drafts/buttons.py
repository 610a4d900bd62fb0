"""What the buttons of the form mean. Called by the one door for all buttons, `/v1/buttons`."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.core.messages import Reply
from backend.drafts import service, starting
from backend.drafts.desk import Desk
from backend.drafts.errors import DraftNotFound
from backend.drafts.reading import Input
from backend.drafts.schemas import DraftReply
from backend.employees.actor import Actor
from backend.layanan.registry import SERVICES

Handler = Callable[[Desk, list[str]], Awaitable[DraftReply]]


async def press(
    session: AsyncSession, actor: Actor, parts: list[str], now: datetime
) -> Reply | None:
    """The answer to a payload split at ":"; None when it is none of the form's, malformed, or about
    a draft that is not the actor's."""
    name, *arguments = parts
    handler = HANDLERS.get((name, len(arguments)))
    if handler is None:
        return None
    try:
        return await handler(Desk(session, actor, now), arguments)
    except DraftNotFound:
        return None


async def _start(desk: Desk, arguments: list[str]) -> DraftReply:
    return await starting.start(desk, arguments[0], Input())


async def _start_kind(desk: Desk, arguments: list[str]) -> DraftReply:
    layanan, kind = arguments
    found = SERVICES.get(layanan)
    chosen = (found.kind_field.key, kind) if found else None
    return await starting.start(desk, layanan, Input(chosen=chosen))


async def _start_new(desk: Desk, arguments: list[str]) -> DraftReply:
    return await starting.start_new(desk, arguments[0])


async def _resume(desk: Desk, arguments: list[str]) -> DraftReply:
    return await service.resume(desk, arguments[0])


async def _answer(desk: Desk, arguments: list[str]) -> DraftReply:
    draft_id, field, value = arguments
    return await service.answer(desk, draft_id, Input(chosen=(field, value)))


async def _change(desk: Desk, arguments: list[str]) -> DraftReply:
    return await service.choose_field(desk, arguments[0], None)


async def _change_field(desk: Desk, arguments: list[str]) -> DraftReply:
    return await service.choose_field(desk, *arguments)


async def _submit(desk: Desk, arguments: list[str]) -> DraftReply:
    return await service.submit(desk, arguments[0])


async def _cancel(desk: Desk, arguments: list[str]) -> DraftReply:
    return await service.cancel(desk, arguments[0])


HANDLERS: dict[tuple[str, int], Handler] = {
    ("mulai", 1): _start,
    ("mulai", 2): _start_kind,
    ("mulai_baru", 1): _start_new,
    ("lanjut", 1): _resume,
    ("jawab", 3): _answer,
    ("ubah", 1): _change,
    ("ubah", 2): _change_field,
    ("ajukan", 1): _submit,
    ("batal", 1): _cancel,
}
"""By name and number of arguments."""
