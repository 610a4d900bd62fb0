"""Tasks of who is not there to decide them: nothing waits for somebody who has left."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals.errors import Unroutable
from backend.approvals.models import Task
from backend.approvals.opening import hand_over
from backend.core.database import Database
from backend.employees.models import Employee
from backend.requests.case import open_case
from backend.requests.lifecycle import GRANTED
from backend.requests.models import Request

AT_ONCE = 200


async def hand_over_absent(database: Database, *, now: datetime) -> int:
    """Tasks of people who have left, and overdue ones of people on granted leave, go to who acts in
    their place today; the number handed over. Each in a transaction of its own. Where nobody acts
    the task stays as it is, and the routing has raised the alarm."""
    async with database.read() as session:
        waiting = await _of_absent(session, now.date())
    return sum([await _hand_over(database, task_id, now) for task_id in waiting])


async def _hand_over(database: Database, task_id: str, now: datetime) -> bool:
    try:
        async with database.write() as session:
            task = await session.get(Task, task_id)
            case = None if task is None else await open_case(session, task.request_id, now)
            if task is None or case is None:
                return False
            await session.refresh(task)
            if task_id not in await _of_absent(session, now.date(), task_id):
                return False
            await hand_over(case, task)
            return True
    except Unroutable:
        return False


async def _of_absent(
    session: AsyncSession, today: date, task_id: str | None = None
) -> Sequence[str]:
    away = exists().where(
        Request.nip == Task.assignee_nip,
        Request.status.in_(GRANTED),
        Request.mulai <= today,
        Request.selesai >= today,
    )
    statement = (
        select(Task.id)
        .join(Employee, Employee.nip == Task.assignee_nip)
        .where(
            Task.state == "open",
            or_(Employee.active.is_(False), and_(Task.due < today, away)),
        )
        .order_by(Task.opened_at)
        .limit(AT_ONCE)
    )
    if task_id is not None:
        statement = statement.where(Task.id == task_id)
    return (await session.scalars(statement)).all()
