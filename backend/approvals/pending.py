"""Decisions in the making: one for each person, until the last missing piece is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals import wording
from backend.approvals.asking import ask
from backend.approvals.decisions import decide, examine
from backend.approvals.judgement import REASON, TERMS, Refusal
from backend.approvals.models import PendingDecision
from backend.approvals.reasons import Unreadable, read_reason
from backend.approvals.steps import Step, next_step
from backend.approvals.terms import Terms, changing, problem_with, speaks_of_terms
from backend.core.language import Language
from backend.core.messages import Message, Reply
from backend.drafts.periods import Period, read_period
from backend.drafts.values import plain
from backend.employees.models import Employee
from backend.layanan.definition import Outcome
from backend.requests.case import Case

SPOKEN: Mapping[str, Outcome] = {
    "setuju": Outcome.DISETUJUI,
    "tolak": Outcome.TIDAK_DISETUJUI,
    "tangguhkan": Outcome.DITANGGUHKAN,
}
"""The words of decision, as the NLU's entity `putusan` names them."""
GOOD_FOR = timedelta(hours=1)
"""After that an answer no longer belongs to the question."""
COMMAND_WORDS = 3
"""A longer sentence that mentions stopping is a reason, not a command."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What one person says about decisions, at one moment, in one transaction."""

    session: AsyncSession
    actor: Employee
    now: datetime


async def begin(
    speech: Speech,
    task_id: str,
    outcome: Outcome,
    *,
    confirmed: bool,
    reason: str | None = None,
    terms: Terms | None = None,
) -> Reply:
    """Decides at once if nothing is missing, else asks for the first missing piece. A decision that
    was in the making before is forgotten."""
    await forget(speech)
    step = next_step(outcome, reason, terms, confirmed)
    if step is None:
        return await _decide(speech, task_id, outcome, reason, terms)
    found = await examine(
        speech.session, actor=speech.actor, task_id=task_id, outcome=outcome, now=speech.now
    )
    if isinstance(found, Refusal):
        return said(found.text)
    case, _ = found
    pending = PendingDecision(
        nip=speech.actor.nip,
        task_id=task_id,
        outcome=outcome,
        reason=reason,
        terms=None if terms is None else dict(terms),
        step=step,
        created_at=speech.now,
    )
    speech.session.add(pending)
    await speech.session.flush()
    return ask(case, pending)


async def answer(speech: Speech, language: Language) -> Reply:
    """Takes the answer to what was asked last."""
    pending = await _pending(speech)
    if pending is None:
        return said(wording.NOTHING_PENDING)
    if speech.now - pending.created_at > GOOD_FOR:
        await forget(speech)
        return said(wording.PENDING_EXPIRED)
    if _is_cancelled(language):
        return await cancel(speech)
    case = await _case(speech, pending)
    if isinstance(case, Reply):
        return case
    return await _TAKE[Step(pending.step)](speech, case, pending, language)


async def confirm(speech: Speech, yes: bool, task_id: str, outcome: str) -> Reply | None:
    """The button under a read-back; None when it belongs to another question than the last."""
    pending = await _pending(speech)
    if pending is None or (pending.task_id, pending.outcome) != (task_id, outcome):
        return None
    if pending.step != Step.KONFIRMASI:
        return None
    if speech.now - pending.created_at > GOOD_FOR:
        await forget(speech)
        return said(wording.PENDING_EXPIRED)
    if not yes:
        return await cancel(speech)
    case = await _case(speech, pending)
    return case if isinstance(case, Reply) else await _go_on(speech, case, pending, confirmed=True)


async def cancel(speech: Speech) -> Reply:
    if await _pending(speech) is None:
        return said(wording.NOTHING_PENDING)
    await forget(speech)
    return said(wording.CANCELLED)


async def forget(speech: Speech) -> None:
    await speech.session.execute(
        delete(PendingDecision).where(PendingDecision.nip == speech.actor.nip)
    )


def said(text: str) -> Reply:
    """A reply after which nothing is being decided."""
    return Reply(messages=[Message(text=text)])


async def _pending(speech: Speech) -> PendingDecision | None:
    return await speech.session.get(PendingDecision, speech.actor.nip, populate_existing=True)


async def _case(speech: Speech, pending: PendingDecision) -> Case | Reply:
    """The request as it is now; a decision that can no longer be taken is forgotten."""
    found = await examine(
        speech.session,
        actor=speech.actor,
        task_id=pending.task_id,
        outcome=Outcome(pending.outcome),
        now=speech.now,
    )
    if isinstance(found, Refusal):
        await forget(speech)
        return said(found.text)
    return found[0]


def _is_cancelled(language: Language) -> bool:
    stops = language.intent in ("batal", "tidak") or plain(language.text) == plain(wording.NO)
    return stops and len(language.text.split()) <= COMMAND_WORDS


async def _take_period(
    speech: Speech, case: Case, pending: PendingDecision, language: Language
) -> Reply:
    field = changing(case.kind)
    known = (pending.terms or {}).get(field.key)
    read = read_period(field, language, known, case.facts)
    if read is None:
        return ask(case, pending, before=wording.terms_unreadable(field.label))
    if read.problem is not None:
        return ask(case, pending, before=read.problem)
    terms = {field.key: read.value}
    period = Period.of(read.value)
    if period.start is None or period.end is None:
        pending.terms = terms
        return ask(case, pending)
    pending.terms = None
    if problem := problem_with(case, terms):
        return ask(case, pending, before=problem)
    pending.terms = terms
    return await _go_on(speech, case, pending, confirmed=False)


async def _take_reason(
    speech: Speech, case: Case, pending: PendingDecision, language: Language
) -> Reply:
    try:
        pending.reason = read_reason(language.text)
    except Unreadable as problem:
        return ask(case, pending, before=problem.text)
    # Whoever was asked for a reason has pressed a button, named the request or said yes before.
    confirmed = pending.outcome != Outcome.PERUBAHAN
    return await _go_on(speech, case, pending, confirmed=confirmed)


async def _take_yes(
    speech: Speech, case: Case, pending: PendingDecision, language: Language
) -> Reply:
    word = SPOKEN.get(str(language.first("putusan")))
    agrees = language.intent == "ya" or plain(language.text) == plain(wording.YES)
    plainly = not speaks_of_terms(case.kind, language)
    if plainly and (word == pending.outcome or (agrees and word is None)):
        return await _go_on(speech, case, pending, confirmed=True)
    return ask(case, pending, before=wording.YES_OR_NO)


async def _go_on(speech: Speech, case: Case, pending: PendingDecision, *, confirmed: bool) -> Reply:
    outcome = Outcome(pending.outcome)
    step = next_step(outcome, pending.reason, pending.terms, confirmed)
    if step is None:
        return await _decide(speech, pending.task_id, outcome, pending.reason, pending.terms)
    pending.step = step
    return ask(case, pending)


async def _decide(
    speech: Speech, task_id: str, outcome: Outcome, reason: str | None, terms: Terms | None
) -> Reply:
    result = await decide(
        speech.session,
        actor=speech.actor,
        task_id=task_id,
        outcome=outcome,
        reason=reason,
        terms=terms,
        now=speech.now,
    )
    if isinstance(result, Refusal) and result.code in (REASON, TERMS):
        # The rules allow these terms no longer: say so, and ask for others.
        again = await begin(speech, task_id, outcome, confirmed=True)
        messages = [Message(text=result.text), *again.messages]
        return again.model_copy(update={"messages": messages})
    await forget(speech)
    return said(result.text)


_TAKE = {Step.PERIODE: _take_period, Step.ALASAN: _take_reason, Step.KONFIRMASI: _take_yes}
