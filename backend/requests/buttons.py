"""What the buttons about one's own request mean. Called by the door for all buttons."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit.service import record
from backend.core.messages import Message, Reply
from backend.employees.actor import Actor
from backend.requests import changes, mending, withdrawals, wording
from backend.requests.models import Request

Handler = Callable[[AsyncSession, Actor, list[str], datetime], Awaitable[Reply]]


async def press(
    session: AsyncSession, actor: Actor, parts: list[str], now: datetime
) -> Reply | None:
    """The answer to a payload split at ":"; None when it is malformed or unknown. A button about
    somebody else's request changes nothing and is kept in the audit trail."""
    name, *arguments = parts
    handler = HANDLERS.get((name, len(arguments)))
    if handler is None or not all(argument.isalnum() for argument in arguments):
        return None
    request = await session.get(Request, arguments[0])
    if request is None:
        return None
    if request.nip != actor.nip:
        await record(
            session,
            now=now,
            actor=actor.nip,
            action="permohonan.tombol_orang_lain",
            subject=f"permohonan:{request.number}",
            data={"tombol": name},
        )
        return None
    return await handler(session, actor, arguments, now)


async def _accept(
    session: AsyncSession, actor: Actor, arguments: list[str], now: datetime
) -> Reply:
    request_id, version = arguments
    return await changes.accept(
        session,
        actor=actor.employee,
        request_id=request_id,
        version=_version(version),
        now=now,
    )


async def _decline(
    session: AsyncSession, actor: Actor, arguments: list[str], now: datetime
) -> Reply:
    request_id, version = arguments
    return await changes.decline(
        session,
        actor=actor.employee,
        request_id=request_id,
        version=_version(version),
        now=now,
    )


async def _ask_withdrawal(
    session: AsyncSession, actor: Actor, arguments: list[str], now: datetime
) -> Reply:
    request = await session.get(Request, arguments[0])
    return withdrawals.ask_about(request) if request else _said(wording.BUTTON_GONE)


async def _withdraw(
    session: AsyncSession, actor: Actor, arguments: list[str], now: datetime
) -> Reply:
    request_id, version = arguments
    return await withdrawals.withdraw(
        session,
        actor=actor.employee,
        request_id=request_id,
        version=_version(version),
        now=now,
    )


async def _leave(session: AsyncSession, actor: Actor, arguments: list[str], now: datetime) -> Reply:
    return _said(wording.LEFT_AS_IT_IS)


async def _mend(session: AsyncSession, actor: Actor, arguments: list[str], now: datetime) -> Reply:
    return await mending.mend(session, actor, arguments[0], now)


HANDLERS: dict[tuple[str, int], Handler] = {
    ("terima", 2): _accept,
    ("tolak_ubah", 2): _decline,
    ("tarik", 1): _ask_withdrawal,
    ("tarik", 2): _withdraw,
    ("biarkan", 1): _leave,
    ("perbaiki", 1): _mend,
}


def _version(text: str) -> int:
    """Something that is no version matches none."""
    return int(text) if text.isdecimal() and len(text) < 9 else -1


def _said(text: str) -> Reply:
    return Reply(messages=[Message(text=text)])
