"""Telling superiors and approvers what an applicant has done."""

from sqlalchemy import select

from backend.approvals.models import Task
from backend.approvals.routing import duty, resolve
from backend.core.messages import Message
from backend.notifications.service import enqueue
from backend.requests import wording
from backend.requests.case import Case
from backend.requests.freezing import lines_of
from backend.requests.lifecycle import Status


async def tell_of_notice(case: Case) -> None:
    """A request that needs no decision is told to whom the service names. Raises Unroutable."""
    hidden = {field.key for field in case.kind.fields if field.sensitive}
    summary = case.request.summary
    lines = [
        str(summary["title"]),
        *(f"{line.label}: {line.value}" for line in lines_of(summary) if line.field not in hidden),
    ]
    text = wording.notice_for(
        case.applicant.nama, case.applicant.jabatan, case.request.number, lines
    )
    seats = [
        await resolve(
            case.session,
            duty(role, case.service, case.kind.code, case.request.answers, case.facts),
            case.applicant,
            case.facts.today,
        )
        for role in case.kind.notify_roles
    ]
    for nip in dict.fromkeys(seat.person.nip for seat in seats):
        await _tell(case, nip, "filed", text)


async def tell_of_withdrawal(case: Case) -> bool:
    """Call it before the request moves: it tells who has a task open, or whose new terms wait for
    an answer. Whether there is anybody to tell."""
    holders = await case.session.scalars(
        select(Task.assignee_nip).where(Task.request_id == case.request.id, Task.state == "open")
    )
    nips = set(holders)
    if case.status is Status.PERUBAHAN:
        nips.add((await _last_decided(case)).assignee_nip)
    title = str(case.request.summary["title"])
    text = wording.withdrawn_notice(case.request.number, title, case.applicant.nama)
    for nip in sorted(nips):
        await _tell(case, nip, "withdrawn", text)
    return bool(nips)


async def tell_of_answer(case: Case, *, accepted: bool) -> None:
    """The official who changed the terms learns what the applicant said to them."""
    task = await _last_decided(case)
    title = str(case.request.summary["title"])
    nama = case.applicant.nama
    text = wording.change_answered_notice(case.request.number, title, nama, accepted)
    await _tell(case, task.assignee_nip, "answered", text)


async def _last_decided(case: Case) -> Task:
    """Raises LookupError when nobody has decided anything yet."""
    task = await case.session.scalar(
        select(Task)
        .where(Task.request_id == case.request.id, Task.state == "done")
        .order_by(Task.round.desc(), Task.stage_index.desc())
        .limit(1)
    )
    if task is None:
        raise LookupError(case.request.id)
    return task


async def _tell(case: Case, nip: str, what: str, text: str) -> None:
    await enqueue(
        case.session,
        to_nip=nip,
        kind="notice",
        dedupe_key=f"notice:{case.request.id}:{what}:{case.request.version}:{nip}",
        message=Message(text=text),
        now=case.now,
    )
