"""A person's own requests. Somebody else's are not there at all."""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals.models import Task
from backend.documents.models import Letter
from backend.requests.lifecycle import OPEN
from backend.requests.models import Request, RequestEvent


async def own_by_number(session: AsyncSession, nip: str, number: str) -> Request | None:
    wanted = number.strip().upper()
    return await session.scalar(select(Request).where(Request.number == wanted, Request.nip == nip))


async def open_of(session: AsyncSession, nip: str) -> Sequence[Request]:
    """Newest first."""
    return (await session.scalars(_newest(nip).where(Request.status.in_(OPEN)))).all()


async def newest_of(session: AsyncSession, nip: str, limit: int) -> Sequence[Request]:
    return (await session.scalars(_newest(nip).limit(limit))).all()


async def newest_with_letter(session: AsyncSession, nip: str) -> Request | None:
    statement = _newest(nip).join(Letter, Letter.request_id == Request.id).limit(1)
    return await session.scalar(statement)


async def letter_of(session: AsyncSession, request: Request) -> Letter | None:
    return await session.get(Letter, request.id)


async def open_task_of(session: AsyncSession, request: Request) -> Task | None:
    return await session.scalar(
        select(Task).where(Task.request_id == request.id, Task.state == "open")
    )


async def timeline_of(session: AsyncSession, request: Request) -> Sequence[RequestEvent]:
    rows = await session.scalars(
        select(RequestEvent).where(RequestEvent.request_id == request.id).order_by(RequestEvent.id)
    )
    return rows.all()


def _newest(nip: str) -> Select[Request]:
    return (
        select(Request)
        .where(Request.nip == nip)
        .order_by(Request.submitted_at.desc(), Request.number.desc())
    )
