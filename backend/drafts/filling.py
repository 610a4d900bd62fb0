"""Answering, correcting, skipping and going back within an open form."""

from backend.core.language import Language
from backend.documents.models import Document
from backend.drafts import engine, wording
from backend.drafts.desk import Desk, pending, service_of
from backend.drafts.engine import WHICH, Outcome
from backend.drafts.models import Draft
from backend.drafts.reading import Input
from backend.drafts.schemas import DraftReply
from backend.layanan.facts import Facts


async def take(desk: Desk, draft: Draft, given: Input) -> DraftReply:
    """One message into the form."""
    if draft.asked == WHICH and given.chosen is None and given.document is None:
        return await correct(desk, draft, given.language)
    if given.document is not None and not await _attach(desk, draft, given.document):
        return await desk.ask_again(draft, before=wording.FILE_NOT_FOUND)
    facts = await desk.facts(draft)
    outcome = engine.apply(service_of(draft), draft.answers, draft.asked, given, facts)
    draft.misunderstood = draft.misunderstood + 1 if outcome.nothing_understood else 0
    if _is_side_step(draft, outcome):
        return await _refuse_side_step(desk, draft, outcome, facts)
    if outcome.nothing_understood and not outcome.problems:
        before = wording.NO_FILE_NEEDED if given.document else wording.NOT_UNDERSTOOD
        return await desk.show(draft, pending(draft, facts), facts, before=before)
    return await desk.show(draft, outcome, facts)


async def correct(desk: Desk, draft: Draft, language: Language) -> DraftReply:
    """The new value if it was said; else asks for it; else asks what should change."""
    facts = await desk.facts(draft)
    given = Input(language=language, correcting=True)
    outcome = engine.correct(service_of(draft), draft.answers, draft.asked, given, facts)
    if _is_side_step(draft, outcome):
        return await _refuse_side_step(desk, draft, outcome, facts)
    return await desk.show(draft, outcome, facts)


async def choose_field(desk: Desk, draft: Draft, key: str | None) -> DraftReply:
    """A correction by button: of one field, or first which."""
    known = {field.key for field in engine.fields_of(service_of(draft), draft.answers)}
    asked = key if key in known else WHICH
    return await desk.show(draft, Outcome(draft.answers, asked or WHICH), await desk.facts(draft))


async def skip(desk: Desk, draft: Draft) -> DraftReply:
    """Leaves an earlier answer as it was; what is missing and required cannot be skipped."""
    facts = await desk.facts(draft)
    outcome = engine.evaluate(service_of(draft), draft.answers, None, facts)
    if draft.asked == outcome.asked:
        fields = engine.fields_of(service_of(draft), draft.answers)
        required = next((one for one in fields if one.key == draft.asked), None)
        before = wording.cannot_skip(required) if required else ""
        return await desk.show(draft, outcome, facts, before=before)
    return await desk.show(draft, outcome, facts)


async def back(desk: Desk, draft: Draft) -> DraftReply:
    """Asks the question before the pending one again."""
    asked = engine.previous(service_of(draft), draft.answers, draft.asked)
    if asked is None:
        return await desk.ask_again(draft, before=wording.FIRST_QUESTION)
    return await desk.show(draft, Outcome(draft.answers, asked), await desk.facts(draft))


def _is_side_step(draft: Draft, outcome: Outcome) -> bool:
    """A wish for another kind that cannot be: the form of the kind in hand is not lost by it."""
    kind = engine.kind_of(service_of(draft), draft.answers)
    refused = outcome.dead or outcome.unavailable
    return bool(refused) and kind is not None and outcome.kind != kind.code


async def _refuse_side_step(desk: Desk, draft: Draft, outcome: Outcome, facts: Facts) -> DraftReply:
    text = outcome.unavailable or wording.refusals(outcome.dead)
    return await desk.show(draft, pending(draft, facts), facts, before=text)


async def _attach(desk: Desk, draft: Draft, document_id: str) -> bool:
    """Ties a file of the person to the form; False when there is no such file of his."""
    document = await desk.session.get(Document, document_id)
    own = document is not None and document.owner_nip == draft.nip
    if document is None or not own or document.request_id is not None:
        return False
    document.draft_id = draft.id
    return True
