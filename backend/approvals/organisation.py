"""Who acts for a role: pure, over the few people around one applicant (aturan 2.1).

A line begins at the holder of the role and goes up from superior to superior; the first who is
there acts. Above the Sekda stands the governor, whose decisions an operator of BKD records.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from backend.layanan.definition import Role

RECORDER = "operator_bkd"
PPK = "ppk"


@dataclass(frozen=True, slots=True)
class Person:
    """`pola`: days in his working week; `away`: on granted leave today."""

    nip: str
    nama: str
    jabatan: str
    unit: str
    opd: str
    atasan_nip: str | None
    peran: frozenset[str]
    pola: int = 5
    active: bool = True
    away: bool = False


@dataclass(frozen=True, slots=True)
class Seat:
    """Someone who may act for a role; `on_behalf` is "ppk" when he only records."""

    person: Person
    on_behalf: str | None = None


Organisation = Mapping[str, Person]
"""People by NIP."""

VACANT: Mapping[Role, Role] = {
    Role.KEPALA_CABANG: Role.KEPALA_OPD,
    Role.PENGELOLA_KEPEGAWAIAN: Role.KEPALA_OPD,
    Role.KEPALA_OPD: Role.SEKDA,
    Role.VERIFIKATOR_BKD: Role.KEPALA_BKD,
    Role.KEPALA_BKD: Role.SEKDA,
    Role.SEKDA: Role.PPK,
}
"""The post one level up from a post that nobody holds."""

EVERYWHERE = frozenset({Role.SEKDA, Role.KEPALA_BKD, Role.VERIFIKATOR_BKD})
"""Roles held once for the whole province; all others are looked for in the applicant's OPD."""

FOR_THOSE_BELOW = frozenset({Role.KEPALA_CABANG})
"""Roles that several hold in one OPD, each for the people below him and for nobody else's."""


def line(role: Role, applicant: Person, people: Organisation) -> tuple[Seat, ...]:
    """Everyone who may act for `role`, nearest first: active, and never the applicant himself."""
    return tuple(seat for seat in _upwards(role, applicant, people) if _may_act(seat, applicant))


def acting(role: Role, applicant: Person, people: Organisation) -> Seat | None:
    """The nearest in the line who is not away; None when there is nobody."""
    return next((seat for seat in line(role, applicant, people) if not seat.person.away), None)


def _may_act(seat: Seat, applicant: Person) -> bool:
    return seat.person.active and seat.person.nip != applicant.nip


def _upwards(role: Role, applicant: Person, people: Organisation) -> Iterator[Seat]:
    if role is Role.PPK:
        yield from _recorders(people)
        return
    if role is Role.ATASAN_LANGSUNG:
        yield from _above(applicant, people, {applicant.nip})
        return
    holder = _holder(role, applicant, people)
    if holder is None:
        yield from _upwards(VACANT[role], applicant, people) if role in VACANT else ()
        return
    yield Seat(holder)
    yield from _above(holder, people, {holder.nip})


def _above(person: Person, people: Organisation, seen: set[str]) -> Iterator[Seat]:
    """`seen` keeps a circle in the records from going round for ever."""
    superior = people.get(person.atasan_nip or "")
    if superior is None:
        if Role.SEKDA in person.peran:
            yield from _recorders(people)
        return
    if superior.nip in seen:
        return
    yield Seat(superior)
    yield from _above(superior, people, seen | {superior.nip})


def _recorders(people: Organisation) -> Iterator[Seat]:
    for person in sorted(people.values(), key=lambda one: one.nip):
        if RECORDER in person.peran:
            yield Seat(person, on_behalf=PPK)


def _holder(role: Role, applicant: Person, people: Organisation) -> Person | None:
    """Of several holders the one nearest to the applicant: above him, in his unit, by NIP."""
    superiors = {seat.person.nip for seat in _above(applicant, people, {applicant.nip})}
    holders = [
        person
        for person in people.values()
        if role in person.peran
        and person.active
        and (role in EVERYWHERE or person.opd == applicant.opd)
        and (role not in FOR_THOSE_BELOW or person.nip in superiors)
    ]
    return min(
        holders,
        key=lambda one: (one.nip not in superiors, one.unit != applicant.unit, one.nip),
        default=None,
    )
