"""Gathering what rules may know about one person."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.employees.models import Employee
from backend.employees.repository import to_pegawai
from backend.layanan.facts import ActiveRequest, Facts
from backend.ledger.calendar import kalender
from backend.ledger.repository import entries_of
from backend.requests.lifecycle import GRANTED, OPEN, Status
from backend.requests.models import Request

HOLDING = (OPEN | GRANTED) - {Status.PERBAIKAN}
"""Statuses of requests that occupy their days. What was returned is filed anew, or withdrawn."""


async def gather(session: AsyncSession, employee: Employee, *, today: date, lock: bool) -> Facts:
    """Record, calendar, ledger and requests of a person.

    With `lock` the person's row stays locked until the caller commits, so that two use cases which
    spend the same right wait for one another. (On SQLite a write session is alone anyway.)
    """
    if lock:
        await session.refresh(employee, with_for_update={"key_share": True})
    return Facts(
        pegawai=to_pegawai(employee),
        today=today,
        kalender=await kalender(session),
        ledger=await entries_of(session, employee.nip),
        requests=await _active_requests(session, employee.nip),
    )


async def _active_requests(session: AsyncSession, nip: str) -> tuple[ActiveRequest, ...]:
    rows = await session.scalars(
        select(Request)
        .where(Request.nip == nip, Request.status.in_(HOLDING))
        .order_by(Request.submitted_at)
    )
    return tuple(
        ActiveRequest(
            request_id=row.id,
            number=row.number,
            layanan=row.layanan,
            jenis=row.jenis,
            status=row.status,
            mulai=row.mulai,
            selesai=row.selesai,
        )
        for row in rows
    )
