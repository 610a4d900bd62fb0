"""A returned request becomes a form again, with the answers it had."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.core.ids import new_id
from backend.core.messages import Message, Reply
from backend.drafts import buttons as drafts
from backend.drafts.models import Draft
from backend.drafts.repository import OPEN
from backend.employees.actor import Actor
from backend.requests import wording
from backend.requests.case import open_case
from backend.requests.lifecycle import Status


async def mend(session: AsyncSession, actor: Actor, request_id: str, now: datetime) -> Reply:
    """Opens the form, once, and goes on with it; filing it again keeps the request's number."""
    case = await open_case(session, request_id, now)
    if case is None or case.request.nip != actor.nip or case.status is not Status.PERBAIKAN:
        return Reply(messages=[Message(text=wording.BUTTON_GONE)])
    draft = await hold_open_form(session, request_id)
    if draft is None:
        draft = Draft(
            id=new_id(),
            nip=actor.nip,
            layanan=case.request.layanan,
            answers=dict(case.request.answers),
            revises=request_id,
            misunderstood=0,
            status=OPEN,
            version=1,
            created_at=now,
            updated_at=now,
        )
        session.add(draft)
        await session.flush()
    reply = await drafts.press(session, actor, ["lanjut", draft.id], now)
    return reply or Reply(messages=[Message(text=wording.BUTTON_GONE)])


async def hold_open_form(session: AsyncSession, request_id: str) -> Draft | None:
    """The open form that mends a request, locked. Call it with the case open: the person is locked
    before his forms, as everywhere."""
    return await session.scalar(
        select(Draft)
        .where(Draft.revises == request_id, Draft.status == OPEN)
        .limit(1)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
