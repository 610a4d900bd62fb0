"""Decisions in words: a quoted reply, a number in the sentence, or a bare word.

A word decides at once only if it is explicit and says which request it means. A bare word is read
back; with several requests waiting it decides nothing.
"""

from dataclasses import dataclass

from backend.approvals import repository, tasks, wording
from backend.approvals.models import Task
from backend.approvals.pending import Speech, begin, said
from backend.approvals.reasons import Unreadable, read_reason
from backend.approvals.terms import speaks_of_terms
from backend.core.language import Language
from backend.core.messages import Reply
from backend.layanan.definition import Outcome
from backend.requests.case import definition_of
from backend.requests.models import Request
from backend.requests.repository import own_by_number

_QUOTE = "tugas:"


@dataclass(frozen=True, slots=True)
class Spoken:
    """`explicit`: the sentence holds an unmistakable word of decision, as the NLU judges."""

    outcome: Outcome | None
    number: str | None
    quote: str | None
    explicit: bool
    language: Language


async def spoken(speech: Speech, words: Spoken) -> Reply:
    if words.outcome is None:
        return await tasks.listing(speech.session, speech.actor.nip)
    quoted = _quoted(words.quote)
    if words.number is None and quoted is None:
        return await _bare(speech, words, words.outcome)
    target = quoted
    if words.number is not None:
        named = await _named(speech, words.number)
        if isinstance(named, Reply):
            return named
        if quoted is not None and not await _same_request(speech, quoted, named):
            return said(wording.TWO_DIFFERENT)
        target = named.id
    if target is None:
        return said(wording.NOT_FOUND)
    doubtful = await _speaks_of_terms(speech, target, words.language)
    return await begin(
        speech,
        target,
        words.outcome,
        confirmed=words.explicit and not doubtful,
        reason=_reason(words),
    )


async def _bare(speech: Speech, words: Spoken, outcome: Outcome) -> Reply:
    waiting = await repository.open_tasks_of(speech.session, speech.actor.nip)
    if not waiting:
        return said(wording.NOTHING_WAITS)
    if len(waiting) > 1:
        return await tasks.choosing(speech.session, waiting)
    return await begin(speech, waiting[0].id, outcome, confirmed=False, reason=_reason(words))


async def _named(speech: Speech, number: str) -> Task | Reply:
    """The person's task on the request of that number; the same answer for all others' requests
    and for numbers that do not exist."""
    wanted = number.strip().upper()
    task = await repository.newest_task(speech.session, speech.actor.nip, wanted)
    if task is not None:
        return task
    own = await own_by_number(speech.session, speech.actor.nip, wanted)
    return said(wording.NOT_FOUND if own is None else wording.OWN_REQUEST)


async def _same_request(speech: Speech, quoted: str, named: Task) -> bool:
    task = await speech.session.get(Task, quoted)
    return task is not None and task.request_id == named.request_id


async def _speaks_of_terms(speech: Speech, task_id: str, language: Language) -> bool:
    task = await speech.session.get(Task, task_id)
    request = None if task is None else await speech.session.get(Request, task.request_id)
    if request is None:
        return False
    return speaks_of_terms(definition_of(request)[1], language)


def _quoted(quote: str | None) -> str | None:
    return quote.removeprefix(_QUOTE) if quote and quote.startswith(_QUOTE) else None


def _reason(words: Spoken) -> str | None:
    """The reason the sentence states, if it can be kept; an approval needs none."""
    stated = words.language.first("alasan")
    if words.outcome is Outcome.DISETUJUI or not isinstance(stated, str):
        return None
    try:
        return read_reason(stated)
    except Unreadable:
        return None  # then it is asked for, with the explanation
