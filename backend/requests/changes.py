"""The applicant answers a PERUBAHAN: takes the new terms, or lets the request go."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals.terms import changed_to, facts_of_request
from backend.approvals.wording import refusals
from backend.core.messages import Message, Reply
from backend.employees.models import Employee
from backend.requests import notices, wording
from backend.requests.case import Case, open_case
from backend.requests.freezing import freeze_summary
from backend.requests.lifecycle import Action, Status
from backend.requests.messages import change_choices
from backend.requests.moves import move


async def accept(
    session: AsyncSession, *, actor: Employee, request_id: str, version: int, now: datetime
) -> Reply:
    """The new terms come into force if the rules still allow them."""
    case = await _offered(session, actor, request_id, version, now)
    if isinstance(case, Reply):
        return case
    terms = case.request.proposed or {}
    answers = {**case.request.answers, **terms}
    others = facts_of_request(case)
    if violations := case.kind.check(answers, others):
        text = wording.change_no_longer_possible(refusals(violations))
        return Reply(messages=[Message(text=text, choices=change_choices(case.request)[1:])])
    summary = case.kind.summarise(answers, others)
    case.request.answers = answers
    case.request.summary = freeze_summary(summary)
    case.request.mulai, case.request.selesai = summary.mulai, summary.selesai
    change = changed_to(case.kind, terms) or summary.title
    await move(case, Action.TERIMA, actor=actor.nip, text=wording.accepted(change))
    await notices.tell_of_answer(case, accepted=True)
    return _said(wording.change_accepted(case.request.number, letter=case.ends_in_letter))


async def decline(
    session: AsyncSession, *, actor: Employee, request_id: str, version: int, now: datetime
) -> Reply:
    case = await _offered(session, actor, request_id, version, now)
    if isinstance(case, Reply):
        return case
    await move(case, Action.TOLAK_UBAH, actor=actor.nip, text=wording.declined())
    await notices.tell_of_answer(case, accepted=False)
    return _said(wording.change_declined(case.request.number))


async def _offered(
    session: AsyncSession, actor: Employee, request_id: str, version: int, now: datetime
) -> Case | Reply:
    case = await open_case(session, request_id, now)
    if case is None or case.request.nip != actor.nip:
        return _said(wording.BUTTON_GONE)
    if case.status is not Status.PERUBAHAN or case.request.version != version:
        return _said(wording.NO_CHANGE_POSSIBLE)
    return case


def _said(text: str) -> Reply:
    return Reply(messages=[Message(text=text)])
