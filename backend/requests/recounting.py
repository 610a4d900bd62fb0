"""A day off was added: requests whose span it falls into give back what it cost (aturan 2.15)."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit.service import record
from backend.core.messages import Message
from backend.layanan.definition import LedgerEvent
from backend.notifications.service import enqueue
from backend.requests import wording
from backend.requests.case import Case, open_case
from backend.requests.lifecycle import GRANTED, IN_PROCESS, Status
from backend.requests.models import Request, RequestEvent

HOLDING = IN_PROCESS | GRANTED | {Status.PERUBAHAN}
ACTION = "hitung_ulang"


async def recount(session: AsyncSession, day: date, nama: str, *, actor: str, now: datetime) -> int:
    """Books the difference and tells the applicants; the number of requests that changed. The
    calendar of `session` already knows the day."""
    rows = await session.scalars(
        select(Request.id)
        .where(Request.status.in_(HOLDING), Request.mulai <= day, Request.selesai >= day)
        .order_by(Request.nip, Request.id)
    )
    return sum([await _recount(session, one, day, nama, actor, now) for one in rows.all()])


async def _recount(
    session: AsyncSession, request_id: str, day: date, nama: str, actor: str, now: datetime
) -> bool:
    case = await open_case(session, request_id, now)
    if case is None or case.status not in HOLDING:
        return False
    days = sum(entry.days for entry in await case.book(LedgerEvent.DIHITUNG_ULANG))
    if days == 0:
        return False
    await _note(case, day, nama, days, actor)
    return True


async def _note(case: Case, day: date, nama: str, days: int, actor: str) -> None:
    request = case.request
    data = {"tanggal": day.isoformat(), "hari": days}
    case.session.add(
        RequestEvent(
            request_id=request.id,
            at=case.now,
            kind=ACTION,
            text=wording.recounted(day, nama, days),
            data=data,
        )
    )
    await record(
        case.session,
        now=case.now,
        actor=actor,
        action=f"permohonan.{ACTION}",
        subject=f"permohonan:{request.number}",
        data=data,
    )
    title = str(request.summary["title"])
    await enqueue(
        case.session,
        to_nip=request.nip,
        kind="notice",
        dedupe_key=f"notice:{request.id}:{ACTION}:{day.isoformat()}",
        message=Message(text=wording.recounted_notice(request.number, title, day, nama, days)),
        now=case.now,
    )
