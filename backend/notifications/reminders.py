"""Reminding approvers: once each working day while a task is overdue."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals.models import Task
from backend.core.messages import Choice, Message
from backend.employees.models import Employee
from backend.ledger.calendar import kalender
from backend.notifications.service import enqueue
from backend.notifications.wording import reminder_text
from backend.requests.models import Request

OFFICE_OPENS = 8
"""Nobody is reminded in the night; the hour is WIB."""


async def remind_overdue(session: AsyncSession, *, now: datetime) -> int:
    """Queues today's reminders in the caller's transaction; the number of people reminded.

    Rows locked by another worker are left to it, and the key of the day keeps a reminder single.
    """
    today = now.date()
    if now.hour < OFFICE_OPENS:
        return 0
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    rows = (
        await session.execute(
            select(Task, Request, Employee)
            .join(Request, Request.id == Task.request_id)
            .join(Employee, Employee.nip == Request.nip)
            .where(Task.state == "open", Task.due < today)
            .where((Task.reminded_at.is_(None)) | (Task.reminded_at < midnight))
            .order_by(Task.opened_at)
            .limit(200)
            .with_for_update(of=Task, skip_locked=True)
        )
    ).all()
    calendar = await kalender(session)
    reminded = 0
    for task, request, applicant in rows:
        assignee = await session.get(Employee, task.assignee_nip)
        if assignee is None or not calendar.is_working_day(today, assignee.pola_hari_kerja):
            continue
        await enqueue(
            session,
            to_nip=task.assignee_nip,
            kind="reminder",
            dedupe_key=f"reminder:{task.id}:{today.isoformat()}",
            message=_message(task, request, applicant),
            now=now,
        )
        task.reminded_at = now
        reminded += 1
    return reminded


def _message(task: Task, request: Request, applicant: Employee) -> Message:
    text = reminder_text(
        title=str(request.summary.get("title") or request.number),
        number=request.number,
        applicant=applicant.nama,
        due=task.due,
    )
    choices = [Choice(label="Lihat permohonan", payload=f"tugas:{task.id}")]
    return Message(text=text, choices=choices, quote=f"tugas:{task.id}")
