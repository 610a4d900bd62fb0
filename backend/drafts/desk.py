"""What all use cases of the form share: facts, keeping an outcome, and saying it."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.drafts import engine, replies
from backend.drafts.approvers import approval_lines
from backend.drafts.engine import SUMMARY, WHICH, Outcome
from backend.drafts.models import Draft
from backend.drafts.repository import CANCELLED
from backend.drafts.schemas import DraftReply
from backend.employees.actor import Actor
from backend.employees.facts import gather
from backend.layanan.definition import Service
from backend.layanan.facts import Facts
from backend.layanan.registry import SERVICES
from backend.requests.lifecycle import Status
from backend.requests.models import Request


def service_of(draft: Draft) -> Service:
    return SERVICES[draft.layanan]


def pending(draft: Draft, facts: Facts) -> Outcome:
    """The form as it waits now. A field under correction stays asked until something else is more
    urgent: a refusal, for facts may have changed meanwhile."""
    outcome = engine.evaluate(service_of(draft), draft.answers, draft.asked, facts)
    stays = draft.asked == WHICH or (draft.asked is not None and draft.asked == draft.correcting)
    if not stays or outcome.dead or outcome.violations:
        return outcome
    return replace(outcome, asked=draft.asked or outcome.asked)


@dataclass(frozen=True, slots=True)
class Desk:
    """One person at his forms at one moment, within one transaction."""

    session: AsyncSession
    actor: Actor
    now: datetime

    async def facts(self, draft: Draft | None = None, *, lock: bool = False) -> Facts:
        facts = await gather(self.session, self.actor.employee, today=self.now.date(), lock=lock)
        return facts if draft is None else await self.as_filed(draft, facts)

    async def as_filed(self, draft: Draft, facts: Facts) -> Facts:
        """A form that mends a returned request keeps the day on which that was filed: a return for
        correction must not cost anybody a time limit."""
        request = None if draft.revises is None else await self.session.get(Request, draft.revises)
        if request is None or request.status != Status.PERBAIKAN:
            return facts
        return replace(facts, filed_on=request.submitted_at.date())

    async def show(
        self, draft: Draft, outcome: Outcome, facts: Facts, *, before: str = ""
    ) -> DraftReply:
        """Keeps what the outcome says, then says it. A refusal no answer can mend ends the form."""
        if outcome.dead:
            self.close(draft, CANCELLED)
            return replies.ended(service_of(draft), outcome)
        self.keep(draft, outcome)
        return await self.render(draft, outcome, facts, before=before)

    async def render(
        self, draft: Draft, outcome: Outcome, facts: Facts, *, before: str = ""
    ) -> DraftReply:
        """Says the outcome without keeping anything."""
        service = service_of(draft)
        kind = engine.kind_of(service, outcome.answers)
        if outcome.unavailable:
            before = outcome.unavailable
        if kind is None or outcome.asked != SUMMARY:
            return replies.asking(draft, service, outcome, facts, before=before)
        summary = kind.summarise(outcome.answers, facts)
        lines = await approval_lines(
            self.session,
            self.actor.employee,
            service=service,
            kind=kind,
            answers=outcome.answers,
            facts=facts,
        )
        files = replies.file_lines(service, outcome)
        whole = replace(summary, lines=(*summary.lines, *files, *lines))
        return replies.confirming(draft, service, outcome, facts, summary=whole, before=before)

    async def ask_again(self, draft: Draft, *, before: str = "") -> DraftReply:
        facts = await self.facts(draft)
        return await self.show(draft, pending(draft, facts), facts, before=before)

    def keep(self, draft: Draft, outcome: Outcome) -> None:
        answered = draft.answers.get(outcome.asked) is not None
        draft.answers = dict(outcome.answers)
        draft.asked = outcome.asked
        draft.correcting = outcome.asked if answered else None
        self._touch(draft)

    def close(self, draft: Draft, status: str) -> None:
        draft.status = status
        self._touch(draft)

    def _touch(self, draft: Draft) -> None:
        draft.version += 1
        draft.updated_at = self.now
