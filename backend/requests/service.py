"""Filing a request: a checked draft becomes a number, a timeline and a first task."""

from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.core.counters import draw
from backend.core.ids import new_id
from backend.documents.models import Document
from backend.drafts.models import Draft
from backend.employees.models import Employee
from backend.layanan.definition import FieldType, Kind, Service
from backend.layanan.facts import Facts
from backend.layanan.registry import SERVICES
from backend.requests import notices, wording
from backend.requests.case import Case, open_case
from backend.requests.freezing import freeze_stages, freeze_summary
from backend.requests.lifecycle import STATUS_WORDS, Action, Status
from backend.requests.models import Request
from backend.requests.moves import move


async def submit(
    session: AsyncSession, draft: Draft, employee: Employee, facts: Facts, now: datetime
) -> Request:
    """Files a checked draft, once: the same draft later gives the same request.

    `facts` were gathered under the person's lock. A draft that mends a returned request keeps its
    number. Raises Unroutable when nobody may act for a stage, ValueError when the ledger does not
    cover it.
    """
    known = await session.scalar(select(Request).where(Request.draft_id == draft.id))
    if known is not None:
        return known
    service, kind = _definition(draft)
    returned = None if draft.revises is None else await _returned(session, draft, employee, now)
    request = returned or await _new_request(session, draft, employee, service, kind, now)
    _take_terms(request, draft, kind, facts)
    if returned is None:
        session.add(request)
    await session.flush()
    await _take_documents(session, request, kind)
    case = Case(session, request, employee, service, kind, facts, now)
    await _file(case, again=returned is not None)
    return request


def status_text(request: Request) -> str:
    """The status as people read it."""
    return STATUS_WORDS[Status(request.status)]


async def _file(case: Case, *, again: bool) -> None:
    actor = case.applicant.nip
    if case.request.stages:
        text = wording.filed_again() if again else wording.filed()
        await move(case, Action.AJUKAN, actor=actor, text=text)
        return
    await move(case, Action.BERITAHUKAN, actor=actor, text=wording.notified())
    await notices.tell_of_notice(case)


def _definition(draft: Draft) -> tuple[Service, Kind]:
    service = SERVICES[draft.layanan]
    kind = service.kind(draft.answers.get(service.kind_field.key))
    if kind is None:
        raise LookupError(f"{draft.layanan}: no kind in draft {draft.id}")
    return service, kind


async def _returned(
    session: AsyncSession, draft: Draft, employee: Employee, now: datetime
) -> Request | None:
    """The request this draft mends, if it still waits for that; else the draft is a new request."""
    case = await open_case(session, draft.revises or "", now)
    if case is None or case.request.nip != employee.nip or case.status is not Status.PERBAIKAN:
        return None
    case.request.draft_id = draft.id
    return case.request


async def _new_request(
    session: AsyncSession,
    draft: Draft,
    employee: Employee,
    service: Service,
    kind: Kind,
    now: datetime,
) -> Request:
    running = await draw(session, f"request:{service.number_prefix}:{now.year}")
    return Request(
        id=new_id(),
        number=f"{service.number_prefix}-{now.year}-{running:06}",
        draft_id=draft.id,
        nip=employee.nip,
        opd=employee.opd,
        layanan=service.code,
        jenis=kind.code,
        status=Status.DRAF,
        stage_index=0,
        version=0,
        submitted_at=now,
    )


def _take_terms(request: Request, draft: Draft, kind: Kind, facts: Facts) -> None:
    summary = kind.summarise(draft.answers, facts)
    request.jenis = kind.code
    request.answers = dict(draft.answers)
    request.proposed = None
    request.summary = freeze_summary(summary)
    request.stages = freeze_stages(kind.stages(draft.answers, facts))
    request.mulai, request.selesai = summary.mulai, summary.selesai


async def _take_documents(session: AsyncSession, request: Request, kind: Kind) -> None:
    """Files named in the answers now belong to the request, so that approvers may open them."""
    for field in kind.fields:
        ids = request.answers.get(field.key)
        if field.type is not FieldType.DOKUMEN or not isinstance(ids, list):
            continue
        await session.execute(
            update(Document)
            .where(
                Document.id.in_(ids),
                Document.owner_nip == request.nip,
                or_(Document.request_id.is_(None), Document.request_id == request.id),
            )
            .values(request_id=request.id, draft_id=request.draft_id, field=field.key)
        )
