"""What the personnel office looks at, read from the tables of the features."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Executable, Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.admin.access import visible_requests
from backend.admin.models import AdminUser
from backend.admin.paging import Sort
from backend.approvals.models import Task
from backend.core.clock import WIB
from backend.documents.models import Document, Letter
from backend.employees.models import Employee
from backend.requests.models import Request, RequestEvent


@dataclass(frozen=True, slots=True)
class Filter:
    """Every part narrows the list; `since` and `until` are days of submission, both included."""

    status: tuple[str, ...] = ()
    layanan: str | None = None
    opd: str | None = None
    nip: str | None = None
    q: str | None = None
    since: date | None = None
    until: date | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.status:
            found.append(Request.status.in_(self.status))
        for column, value in (
            (Request.layanan, self.layanan),
            (Request.opd, self.opd),
            (Request.nip, self.nip),
        ):
            if value is not None:
                found.append(column == value)
        if self.since is not None:
            found.append(Request.submitted_at >= _midnight(self.since))
        if self.until is not None:
            found.append(Request.submitted_at < _midnight(self.until + timedelta(days=1)))
        if self.q:
            found.append(_matching(self.q))
        return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), WIB)


def _matching(q: str) -> ColumnElement[bool]:
    """Part of the number or of the name, without regard to case; % and _ are just signs."""
    people = select(Employee.nip).where(Employee.nama.icontains(q, autoescape=True))
    return or_(Request.number.icontains(q, autoescape=True), Request.nip.in_(people))


async def requests_page(
    session: AsyncSession,
    user: AdminUser,
    wanted: Filter,
    *,
    sort: Sort,
    cursor: str | None,
    limit: int,
) -> tuple[list[dict[str, Any]], str | None]:
    """One page of rows as `RequestRow` wants them, and the cursor of the next page."""
    statement = _visible(user).where(*wanted.conditions()).order_by(*sort.order())
    if cursor is not None:
        statement = statement.where(sort.after(cursor))
    rows = (await session.execute(statement.limit(limit + 1))).all()
    page = rows[:limit]
    following = sort.cursor(page[-1][0]) if len(rows) > limit else None
    return [row_of(request, nama) for request, nama in page], following


async def request_by_number(
    session: AsyncSession, user: AdminUser, number: str
) -> tuple[Request, str] | None:
    """The request and its applicant's name; None also when it is not for this account's eyes."""
    row = (await session.execute(_visible(user).where(Request.number == number))).first()
    return None if row is None else (row[0], row[1])


def _visible(user: AdminUser) -> Select[Request, str]:
    return (
        select(Request, Employee.nama)
        .join(Employee, Employee.nip == Request.nip)
        .where(visible_requests(user))
    )


def row_of(request: Request, nama: str) -> dict[str, Any]:
    return {
        "number": request.number,
        "layanan": request.layanan,
        "jenis": request.jenis,
        "title": str(request.summary.get("title", "")),
        "status": request.status,
        "nip": request.nip,
        "nama": nama,
        "opd": request.opd,
        "mulai": request.mulai,
        "selesai": request.selesai,
        "submitted_at": request.submitted_at,
        "closed_at": request.closed_at,
    }


async def parts_of(session: AsyncSession, request: Request) -> dict[str, Any]:
    """Timeline, tasks, documents and the letter of one request."""

    async def rows(statement: Executable) -> list[Any]:
        return list((await session.scalars(statement)).all())

    of = request.id
    return {
        "timeline": await rows(
            select(RequestEvent).where(RequestEvent.request_id == of).order_by(RequestEvent.id)
        ),
        "tasks": await rows(
            select(Task).where(Task.request_id == of).order_by(Task.round, Task.stage_index)
        ),
        "documents": await rows(
            select(Document).where(Document.request_id == of).order_by(Document.created_at)
        ),
        "letter": await session.get(Letter, of),
    }
