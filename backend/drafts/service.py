"""Use cases of the guided form, by the id of a draft.

Every one loads the person's own draft under its lock (DraftNotFound otherwise, somebody else's
included) and answers what became of a draft that is no longer open.
"""

from collections.abc import Callable

from sqlalchemy import select

from backend.core.language import Language
from backend.drafts import filling, replies, repository, starting, wording
from backend.drafts.desk import Desk, pending
from backend.drafts.models import Draft
from backend.drafts.reading import Input
from backend.drafts.repository import CANCELLED, HELD, OPEN, SUBMITTED
from backend.drafts.schemas import DraftReply, RequestRef
from backend.requests import service as requests
from backend.requests.models import Request


async def answer(desk: Desk, draft_id: str, given: Input) -> DraftReply:
    draft = await _owned(desk, draft_id)
    if draft.status != OPEN:
        return await _closed(desk, draft)
    waiting = await repository.held(desk.session, desk.actor.nip)
    if waiting is not None:
        return await starting.choose(desk, draft, waiting, given)
    return await filling.take(desk, draft, given)


async def correct(desk: Desk, draft_id: str, language: Language) -> DraftReply:
    draft = await _owned(desk, draft_id)
    if draft.status != OPEN:
        return await _closed(desk, draft)
    return await filling.correct(desk, draft, language)


async def choose_field(desk: Desk, draft_id: str, key: str | None) -> DraftReply:
    draft = await _owned(desk, draft_id)
    if draft.status != OPEN:
        return await _closed(desk, draft)
    return await filling.choose_field(desk, draft, key)


async def skip(desk: Desk, draft_id: str) -> DraftReply:
    draft = await _owned(desk, draft_id)
    return await (filling.skip if draft.status == OPEN else _closed)(desk, draft)


async def back(desk: Desk, draft_id: str) -> DraftReply:
    draft = await _owned(desk, draft_id)
    return await (filling.back if draft.status == OPEN else _closed)(desk, draft)


async def resume(desk: Desk, draft_id: str) -> DraftReply:
    draft = await _owned(desk, draft_id)
    if draft.status == HELD:
        return await starting.start_new(desk, draft.layanan)
    if draft.status != OPEN:
        return await _closed(desk, draft)
    await repository.drop_held(desk.session, desk.actor.nip)
    return await desk.ask_again(draft)


async def cancel(desk: Desk, draft_id: str) -> DraftReply:
    draft = await _owned(desk, draft_id)
    if draft.status != OPEN:
        return await _closed(desk, draft)
    await repository.drop_held(desk.session, desk.actor.nip)
    desk.close(draft, CANCELLED)
    return replies.said(wording.CANCELLED)


async def submit(desk: Desk, draft_id: str) -> DraftReply:
    """Files the request, once: the same draft later answers with the same number.

    Everything is checked again under the person's lock, by the rules and the ledger of this moment.
    """
    facts = await desk.facts(lock=True)  # the person before the draft, as everywhere
    draft = await _owned(desk, draft_id)
    if draft.status != OPEN:
        return await _closed(desk, draft)
    facts = await desk.as_filed(draft, facts)
    outcome = pending(draft, facts)
    if outcome.dead or not outcome.is_complete:
        return await desk.show(draft, outcome, facts, before=wording.NOT_READY)
    request = await requests.submit(desk.session, draft, desk.actor.employee, facts, desk.now)
    await repository.drop_held(desk.session, desk.actor.nip)
    desk.close(draft, SUBMITTED)
    return _about(request, wording.submitted if request.stages else wording.notified)


async def _owned(desk: Desk, draft_id: str) -> Draft:
    return await repository.owned(desk.session, desk.actor.nip, draft_id)


async def _closed(desk: Desk, draft: Draft) -> DraftReply:
    """What became of a draft that is no longer open: the same answer however often it is asked."""
    if draft.status != SUBMITTED:
        return replies.said(wording.ALREADY_CANCELLED)
    request = await desk.session.scalar(select(Request).where(Request.draft_id == draft.id))
    if request is None:  # filed again after a correction, by another draft
        return replies.said(wording.FILED_BEFORE)
    return _about(request, wording.already_submitted)


def _about(request: Request, words: Callable[[str, str], str]) -> DraftReply:
    reply = replies.said(words(request.number, requests.status_text(request)))
    ref = RequestRef(number=request.number, status=request.status)
    return reply.model_copy(update={"request": ref})
