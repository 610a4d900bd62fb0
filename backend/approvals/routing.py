"""Resolving a role to a person at the moment a stage opens.

Loads only the people around one applicant: his superiors, the holders of the roles in question and
their superiors. With 40,000 people that must not become a look at everybody.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import structlog
from prometheus_client import Counter
from sqlalchemy import ColumnElement, String, cast, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals.errors import Unroutable
from backend.approvals.organisation import EVERYWHERE, RECORDER, Person, Seat, acting, line
from backend.approvals.wording import NO_SUPERIOR, PPK_NAME, nobody_for, recorded_by
from backend.employees.models import Employee
from backend.layanan.definition import Answers, Kind, Role, Service, Stage
from backend.layanan.facts import Facts
from backend.requests.lifecycle import GRANTED
from backend.requests.models import Request

log = structlog.stdlib.get_logger("sapa.approvals")
UNROUTABLE = Counter("sapa_unroutable_total", "Stages for which nobody may act", ["role"])

_ALONG_THE_CHAIN = frozenset({Role.ATASAN_LANGSUNG})
_EVERY_ROLE = frozenset(Role) - {Role.PEJABAT_BERWENANG, Role.ATASAN_LANGSUNG}
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Assignee:
    """Who will act at a stage, as the applicant's summary names him."""

    stage: Stage
    nip: str
    employee_name: str
    jabatan: str
    on_behalf: str | None = None


async def plan(
    session: AsyncSession,
    employee: Employee,
    service: Service,
    kind: Kind,
    answers: Answers,
    facts: Facts,
) -> tuple[Assignee, ...]:
    """Who acts at each stage if the request is filed now; empty for a notice. Raises Unroutable."""
    stages = kind.stages(answers, facts)
    assignees = []
    for stage in stages:
        role = duty(stage.role, service, kind.code, answers, facts)
        assignees.append(_assignee(stage, await resolve(session, role, employee, facts.today)))
    return tuple(assignees)


def duty(role: Role, service: Service, kind: str, answers: Answers, facts: Facts) -> Role:
    """The role behind a stage's role: the service names its competent official (aturan 2.1)."""
    if role is not Role.PEJABAT_BERWENANG:
        return role
    return service.competent(kind, answers, facts)


async def resolve(session: AsyncSession, role: Role, applicant: Employee, today: date) -> Seat:
    """The person who acts for `role` today. Raises Unroutable, loudly, when there is nobody."""
    for roles in (frozenset({role}), _EVERY_ROLE):
        people = await _around(session, applicant, roles, today)
        seat = acting(role, people[applicant.nip], people)
        if seat is not None:
            return seat
    UNROUTABLE.labels(role).inc()
    log.error("approvals.unroutable", role=role, opd=applicant.opd)
    raise Unroutable(NO_SUPERIOR if role is Role.ATASAN_LANGSUNG else nobody_for(role))


async def still_acts(
    session: AsyncSession, nip: str, role: Role, applicant: Employee, today: date
) -> bool:
    """Whether a person may still act for a role: he is in its line, be it as a stand-in."""
    for roles in (frozenset({role}), _EVERY_ROLE):
        people = await _around(session, applicant, roles, today)
        seats = line(role, people[applicant.nip], people)
        if any(seat.person.nip == nip for seat in seats):
            return True
    return False


def _assignee(stage: Stage, seat: Seat) -> Assignee:
    person = seat.person
    if seat.on_behalf:
        return Assignee(stage, person.nip, PPK_NAME, recorded_by(person.nama), seat.on_behalf)
    return Assignee(stage, person.nip, person.nama, person.jabatan)


async def _around(
    session: AsyncSession, applicant: Employee, roles: frozenset[Role], today: date
) -> dict[str, Person]:
    found = {applicant.nip: applicant}
    await _climb(session, applicant, found)
    for holder in await _holders(session, applicant.opd, roles - _ALONG_THE_CHAIN):
        found.setdefault(holder.nip, holder)
        await _climb(session, holder, found)
    away = await _away(session, found, today)
    return {nip: _person(employee, nip in away) for nip, employee in found.items()}


async def _climb(session: AsyncSession, employee: Employee, found: dict[str, Employee]) -> None:
    """Adds the superiors of a person, up to the top or to somebody known already."""
    for _ in range(_LONGEST_CHAIN):
        if employee.atasan_nip is None or employee.atasan_nip in found:
            return
        superior = await session.get(Employee, employee.atasan_nip)
        if superior is None:
            return
        found[superior.nip] = employee = superior


async def _holders(session: AsyncSession, opd: str, roles: Iterable[Role]) -> Sequence[Employee]:
    wanted = [
        _holds(RECORDER)
        if role is Role.PPK
        else _holds(role)
        if role in EVERYWHERE
        else (Employee.opd == opd) & _holds(role)
        for role in sorted(roles)
    ]
    if not wanted:
        return ()
    return (await session.scalars(select(Employee).where(Employee.active, or_(*wanted)))).all()


def _holds(role: str) -> ColumnElement[bool]:
    """`peran` is a JSON list, which both databases show as text alike."""
    return cast(Employee.peran, String).contains(f'"{role}"', autoescape=True)


async def _away(session: AsyncSession, nips: Iterable[str], today: date) -> frozenset[str]:
    rows = await session.scalars(
        select(Request.nip).where(
            Request.nip.in_(list(nips)),
            Request.status.in_(GRANTED),
            Request.mulai <= today,
            Request.selesai >= today,
        )
    )
    return frozenset(rows)


def _person(employee: Employee, away: bool) -> Person:
    return Person(
        nip=employee.nip,
        nama=employee.nama,
        jabatan=employee.jabatan,
        unit=employee.unit,
        opd=employee.opd,
        atasan_nip=employee.atasan_nip,
        peran=frozenset(employee.peran),
        pola=employee.pola_hari_kerja,
        active=employee.active,
        away=away,
    )
