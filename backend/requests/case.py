"""A request with all that decides about it, held still until the commit."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.employees.facts import gather
from backend.employees.models import Employee
from backend.layanan.definition import Kind, LedgerEvent, Service, Stage
from backend.layanan.facts import Facts, Posting
from backend.layanan.registry import SERVICES
from backend.ledger.repository import post
from backend.requests.errors import NotCovered
from backend.requests.freezing import thaw_stages
from backend.requests.lifecycle import Status
from backend.requests.models import Request


@dataclass(slots=True)
class Case:
    """`facts` follow what is booked, so that a letter sees the ledger as it will be."""

    session: AsyncSession
    request: Request
    applicant: Employee
    service: Service
    kind: Kind
    facts: Facts
    now: datetime

    @property
    def status(self) -> Status:
        return Status(self.request.status)

    @property
    def stages(self) -> tuple[Stage, ...]:
        return thaw_stages(self.request.stages)

    @property
    def ends_in_letter(self) -> bool:
        return self.kind.letter is not None

    async def book(self, event: LedgerEvent) -> tuple[Posting, ...]:
        """The entries that were made. Raises NotCovered when the right covers the request no more,
        for the person's week or the calendar has changed since it was checked. Then nothing may be
        committed."""
        try:
            entries = self.kind.postings(event, self.request.answers, self.facts, self.request.id)
        except ValueError as error:
            raise NotCovered from error
        await post(self.session, self.applicant.nip, entries, now=self.now)
        self.facts = replace(self.facts, ledger=(*self.facts.ledger, *entries))
        return entries


async def open_case(session: AsyncSession, request_id: str, now: datetime) -> Case | None:
    """Locks the applicant, then his request: always in this order, so that two never wait for one
    another. None for an unknown id."""
    known = await session.get(Request, request_id)
    applicant = None if known is None else await session.get(Employee, known.nip)
    if known is None or applicant is None:
        return None
    facts = await gather(session, applicant, today=now.date(), lock=True)
    request = await session.scalar(
        select(Request)
        .where(Request.id == request_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    if request is None:
        return None
    service, kind = definition_of(request)
    return Case(session, request, applicant, service, kind, facts, now)


def definition_of(request: Request) -> tuple[Service, Kind]:
    """Raises LookupError when the registry no longer knows what was filed."""
    service = SERVICES[request.layanan]
    kind = service.kind(request.jenis)
    if kind is None:
        raise LookupError(f"{request.layanan}/{request.jenis}")
    return service, kind
