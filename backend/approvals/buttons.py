"""What the buttons of approvers mean. A button is a hint, never an authority."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals import pending, tasks, wording
from backend.approvals.decisions import note_foreign
from backend.approvals.judgement import FOREIGN
from backend.approvals.models import ActionToken
from backend.approvals.pending import Speech, said
from backend.core.messages import Reply
from backend.employees.actor import Actor
from backend.layanan.definition import Outcome

TOKEN_PREFIX = "v1.a."  # noqa: S105  # the public beginning of a handle, not a secret
TOKEN_LENGTH = 22


async def press_token(
    session: AsyncSession, actor: Actor, payload: str, now: datetime
) -> Reply | None:
    """A decision button; None for a handle we never made. Only whom it was made for may press it:
    anybody else changes nothing and is kept in the audit trail."""
    handle = payload.removeprefix(TOKEN_PREFIX)
    token = await session.get(ActionToken, handle) if len(handle) == TOKEN_LENGTH else None
    if token is None:
        return None
    if token.for_nip != actor.nip:
        await note_foreign(session, actor.nip, token.task_id, FOREIGN, now)
        return said(wording.NOT_YOURS)
    speech = Speech(session, actor.employee, now)
    return await pending.begin(speech, token.task_id, Outcome(token.outcome), confirmed=True)


async def press(
    session: AsyncSession, actor: Actor, parts: list[str], now: datetime
) -> Reply | None:
    """`tugas:<task>` and `putuskan:<yes|no>:<task>:<outcome>`; None when it is neither, or when
    it answers a question that is no longer open."""
    match parts:
        case ["tugas", task_id]:
            return await tasks.show(session, actor.employee, task_id, now)
        case ["putuskan", "yes" | "no" as answer, task_id, outcome]:
            speech = Speech(session, actor.employee, now)
            return await pending.confirm(speech, answer == "yes", task_id, outcome)
    return None
