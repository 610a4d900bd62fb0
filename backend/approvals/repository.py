"""Tasks, their buttons and their surroundings in the tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals.models import ActionToken, Task
from backend.documents.models import Document
from backend.employees.models import Employee
from backend.layanan.definition import Outcome
from backend.requests.lifecycle import GRANTED, OPEN
from backend.requests.models import Request


async def open_tasks_of(session: AsyncSession, nip: str) -> Sequence[Task]:
    """What waits for a person, the most urgent first."""
    rows = await session.scalars(
        select(Task)
        .where(Task.assignee_nip == nip, Task.state == "open")
        .order_by(Task.due, Task.opened_at, Task.id)
    )
    return rows.all()


async def newest_task(session: AsyncSession, nip: str, number: str) -> Task | None:
    """The person's own task on a request, the open one before decided ones."""
    return await session.scalar(
        select(Task)
        .join(Request, Request.id == Task.request_id)
        .where(
            Request.number == number,
            Task.assignee_nip == nip,
            Task.state.in_(("open", "done", "void")),
        )
        .order_by((Task.state == "open").desc(), Task.round.desc(), Task.stage_index.desc())
        .limit(1)
    )


async def open_task_of_request(session: AsyncSession, request_id: str) -> Task | None:
    return await session.scalar(
        select(Task).where(Task.request_id == request_id, Task.state == "open")
    )


async def joined_tasks(session: AsyncSession, task: Task) -> Sequence[Task]:
    """The stages that are decided together with an open task."""
    rows = await session.scalars(
        select(Task)
        .where(
            Task.request_id == task.request_id,
            Task.round == task.round,
            Task.state == "waiting",
            Task.stage_index > task.stage_index,
        )
        .order_by(Task.stage_index)
    )
    return rows.all()


async def opinions_before(session: AsyncSession, task: Task) -> Sequence[Task]:
    """Decided stages of the same round that came before."""
    rows = await session.scalars(
        select(Task)
        .where(
            Task.request_id == task.request_id,
            Task.round == task.round,
            Task.state == "done",
            Task.stage_index < task.stage_index,
        )
        .order_by(Task.stage_index)
    )
    return rows.all()


async def last_round(session: AsyncSession, request_id: str) -> int:
    """0 before anything was opened."""
    last = await session.scalar(select(func.max(Task.round)).where(Task.request_id == request_id))
    return last or 0


async def tokens_of(session: AsyncSession, task: Task) -> dict[Outcome, str]:
    """The ids of the buttons of a task's present assignee."""
    rows = await session.scalars(
        select(ActionToken).where(
            ActionToken.task_id == task.id, ActionToken.for_nip == task.assignee_nip
        )
    )
    return {Outcome(token.outcome): token.id for token in rows}


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody else of the unit in a span; why is nobody's business."""

    nama: str
    mulai: date
    selesai: date
    granted: bool


async def absences_in_unit(
    session: AsyncSession, applicant: Employee, mulai: date, selesai: date, limit: int
) -> Sequence[Absence]:
    rows = await session.execute(
        select(Employee.nama, Request.mulai, Request.selesai, Request.status)
        .join(Employee, Employee.nip == Request.nip)
        .where(
            Employee.opd == applicant.opd,
            Employee.unit == applicant.unit,
            Employee.nip != applicant.nip,
            Request.status.in_(OPEN | GRANTED),
            Request.mulai <= selesai,
            Request.selesai >= mulai,
        )
        .order_by(Request.mulai, Employee.nama)
        .limit(limit)
    )
    return [
        Absence(nama, first, last, status in GRANTED)
        for nama, first, last, status in rows
        if first is not None and last is not None  # the comparison above leaves none out
    ]


async def documents_of(session: AsyncSession, request_id: str) -> Sequence[Document]:
    """The files the applicant sent with a request."""
    rows = await session.scalars(
        select(Document)
        .where(Document.request_id == request_id, Document.draft_id.is_not(None))
        .order_by(Document.created_at, Document.id)
    )
    return rows.all()
