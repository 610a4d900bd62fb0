"""Starting a form, and going on with one that is still open."""

from datetime import timedelta

from backend.core.ids import new_id
from backend.drafts import engine, replies, repository, wording
from backend.drafts.desk import Desk, pending, service_of
from backend.drafts.engine import Outcome
from backend.drafts.filling import take
from backend.drafts.models import Draft
from backend.drafts.reading import Input
from backend.drafts.repository import CANCELLED, HELD, OPEN
from backend.drafts.schemas import DraftReply
from backend.drafts.values import plain
from backend.layanan.definition import Service
from backend.layanan.facts import Facts
from backend.layanan.registry import SERVICES

FRESH = timedelta(minutes=30)
"""How long a sentence that fits the open form is taken as meant for it."""


async def start(desk: Desk, layanan: str, given: Input) -> DraftReply:
    """Begins a form with what the first sentence says; asks first when another one is open."""
    service = SERVICES.get(layanan)
    if service is None:
        return replies.said(wording.service_unavailable([s.name for s in SERVICES.values()]))
    facts = await desk.facts(lock=True)  # two first messages at once make one form
    open_draft = await repository.current(desk.session, desk.actor.nip, lock=True)
    if open_draft is not None and _continues(desk, open_draft, service, given, facts):
        return await take(desk, open_draft, given)
    outcome = engine.apply(service, {}, None, given, facts)
    if outcome.dead or outcome.unavailable:
        refusal = replies.ended(service, outcome)
        return refusal if open_draft is None else await _then_ask(desk, open_draft, refusal)
    draft = _new(desk, layanan, outcome)
    if open_draft is None:
        desk.session.add(draft)
        return await desk.show(draft, outcome, facts)
    await repository.drop_held(desk.session, desk.actor.nip)
    draft.status = HELD
    desk.session.add(draft)
    return _offer(open_draft, draft, facts)


async def start_new(desk: Desk, layanan: str) -> DraftReply:
    """Leaves the open form and begins anew, with what was already said for the new one."""
    open_draft = await repository.current(desk.session, desk.actor.nip, lock=True)
    if open_draft is not None:
        desk.close(open_draft, CANCELLED)
    draft = await repository.held(desk.session, desk.actor.nip)
    if draft is None or draft.layanan != layanan:
        await repository.drop_held(desk.session, desk.actor.nip)
        return await start(desk, layanan, Input())
    draft.status = OPEN
    return await desk.ask_again(draft)


async def choose(desk: Desk, draft: Draft, waiting: Draft, given: Input) -> DraftReply:
    """The answer to "go on, or begin anew?". Anything unclear is asked again: it must not land in
    either form."""
    word = plain(given.language.text)
    if word in wording.START_NEW_WORDS:
        return await start_new(desk, waiting.layanan)
    if word in wording.CONTINUE_WORDS:
        await repository.drop_held(desk.session, desk.actor.nip)
        return await desk.ask_again(draft)
    return _offer(draft, waiting, await desk.facts(draft))


async def current(desk: Desk) -> DraftReply:
    """The pending question again. Only reads, so it may run in a session that cannot write."""
    draft = await repository.current(desk.session, desk.actor.nip, lock=False)
    if draft is None:
        return replies.said(wording.NOTHING_OPEN)
    facts = await desk.facts(draft)
    waiting = await repository.held(desk.session, desk.actor.nip)
    if waiting is not None:
        return _offer(draft, waiting, facts)
    outcome = pending(draft, facts)
    if outcome.dead:
        return replies.ended(service_of(draft), outcome)
    return await desk.render(draft, outcome, facts)


def _continues(desk: Desk, draft: Draft, service: Service, given: Input, facts: Facts) -> bool:
    """Whether a sentence that sounds like a beginning belongs to the open form: it is of the same
    service, the form is fresh, and the sentence adds to the answers without changing any."""
    if draft.layanan != service.code or desk.now - draft.updated_at > FRESH:
        return False
    kind = draft.answers.get(service.kind_field.key)
    named = given.language.values(service.kind_field.entity or "")
    if kind is not None and any(one != kind for one in named):
        return False  # in the middle of a form, `apply` takes no new kind
    outcome = engine.apply(service, draft.answers, draft.asked, given, facts)
    changed = any(
        draft.answers.get(key) not in (None, outcome.answers.get(key)) for key in outcome.understood
    )
    return not changed and not outcome.nothing_understood


async def _then_ask(desk: Desk, draft: Draft, refusal: DraftReply) -> DraftReply:
    """The refusal of something new, then the pending question of what is open."""
    again = await desk.ask_again(draft, before=wording.STILL_OPEN)
    return again.model_copy(update={"messages": [*refusal.messages, *again.messages]})


def _offer(draft: Draft, waiting: Draft, facts: Facts) -> DraftReply:
    service = service_of(draft)
    outcome = engine.evaluate(service, draft.answers, None, facts)
    kind = engine.kind_of(service, outcome.answers)
    about = None if kind is None else kind.name
    if kind is not None and outcome.is_complete:
        about = kind.summarise(outcome.answers, facts).title
    return replies.resuming(draft, service, about, waiting.layanan)


def _new(desk: Desk, layanan: str, outcome: Outcome) -> Draft:
    return Draft(
        id=new_id(),
        nip=desk.actor.nip,
        layanan=layanan,
        answers=dict(outcome.answers),
        asked=outcome.asked,
        misunderstood=0,
        status=OPEN,
        version=1,
        created_at=desk.now,
        updated_at=desk.now,
    )
