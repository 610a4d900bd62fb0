"""Invitations, added calendar days, and the state of the audit trail."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from sqlalchemy import func, select

from backend.admin.access import Right, holder_of, sees_employee
from backend.admin.errors import CalendarDayExists, EmployeeNotFound
from backend.admin.models import AdminUser
from backend.admin.schemas import AuditVerdict, CalendarDayBody, InvitationToken, NewInvitation
from backend.audit.models import AuditEntry
from backend.audit.service import record, verify
from backend.core.dependencies import Now, ReadSession, WriteSession
from backend.employees.invitations import VALID_FOR, invite
from backend.employees.repository import active_employee
from backend.ledger.models import CalendarDay
from backend.requests.recounting import recount

router = APIRouter(prefix="/admin/api/v1", tags=["admin: kantor"])


@router.post("/employees/{nip}/invitations", status_code=201)
async def make_invitation(
    nip: str,
    body: NewInvitation,
    user: Annotated[AdminUser, Depends(holder_of(Right.INVITE))],
    session: WriteSession,
    now: Now,
) -> InvitationToken:
    """Undangan sekali pakai untuk menautkan akun obrolan; tokennya hanya tampil di sini."""
    employee = await active_employee(session, nip)
    if employee is None or not sees_employee(user, employee):
        raise EmployeeNotFound
    by = f"admin:{user.username}"
    token = await invite(session, nip=nip, channel=body.channel, created_by=by, now=now)
    await record(
        session,
        now=now,
        actor=by,
        action="undangan.buat",
        subject=nip,
        data={"channel": body.channel},
    )
    return InvitationToken(token=token, nip=nip, channel=body.channel, expires_at=now + VALID_FOR)


@router.get("/calendar-days", dependencies=[Depends(holder_of(Right.REQUESTS))])
async def list_calendar_days(
    session: ReadSession, year: Annotated[int | None, Query(ge=2000, le=2100)] = None
) -> list[CalendarDayBody]:
    """Hari libur tambahan di luar kalender nasional."""
    statement = select(CalendarDay).order_by(CalendarDay.tanggal)
    if year is not None:
        whole_year = (date(year, 1, 1), date(year, 12, 31))
        statement = statement.where(CalendarDay.tanggal.between(*whole_year))
    return [CalendarDayBody.model_validate(day) for day in await session.scalars(statement)]


@router.post("/calendar-days", status_code=201)
async def add_calendar_day(
    body: CalendarDayBody,
    user: Annotated[AdminUser, Depends(holder_of(Right.CALENDAR_EDIT))],
    session: WriteSession,
    now: Now,
) -> CalendarDayBody:
    """Menambah hari libur. Permohonan yang sudah memakai hari itu mendapatkannya kembali."""
    if await session.get(CalendarDay, body.tanggal) is not None:
        raise CalendarDayExists
    session.add(CalendarDay(**body.model_dump()))
    await record(
        session,
        now=now,
        actor=f"admin:{user.username}",
        action="kalender.tambah",
        subject=body.tanggal.isoformat(),
        data={"jenis": body.jenis, "sumber": body.sumber},
    )
    await session.flush()
    await recount(session, body.tanggal, body.nama, actor=f"admin:{user.username}", now=now)
    return body


@router.get("/audit/verify", dependencies=[Depends(holder_of(Right.AUDIT))])
async def verify_audit(session: ReadSession) -> AuditVerdict:
    """Memeriksa rantai jejak audit dari awal sampai akhir."""
    bad = await verify(session)
    entries = await session.scalar(select(func.count()).select_from(AuditEntry)) or 0
    return AuditVerdict(sound=bad is None, entries=entries, first_bad=bad)
