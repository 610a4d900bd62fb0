"""Who acts for a role: pure, over small organisations."""

from dataclasses import replace

import pytest

from backend.approvals.organisation import Person, acting, line
from backend.layanan.definition import Role


def person(nip: str, atasan: str | None = None, *peran: str, unit: str = "Bidang") -> Person:
    return Person(nip, nip, nip, unit, "Dinas", atasan, frozenset(peran))


STAFF = person("staf", "kabid")
PEOPLE = {
    one.nip: one
    for one in (
        STAFF,
        person("kabid", "kadis"),
        person("kadis", "sekda", "kepala_opd"),
        person("pengelola", "kadis", "pengelola_kepegawaian", unit="Sekretariat"),
        person("sekda", None, "sekda"),
        person("operator", "kadis", "operator_bkd"),
        replace(person("lain", "sekda", "kepala_opd"), opd="Dinas lain"),
    )
}


def who(role: Role, applicant: str = "staf", **changed: Person) -> str | None:
    people = {**PEOPLE, **changed}
    seat = acting(role, people[applicant], people)
    return seat.person.nip if seat else None


def away(nip: str) -> Person:
    return replace(PEOPLE[nip], away=True)


def gone(nip: str) -> Person:
    return replace(PEOPLE[nip], active=False)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.ATASAN_LANGSUNG, "kabid"),
        (Role.KEPALA_OPD, "kadis"),
        (Role.PENGELOLA_KEPEGAWAIAN, "pengelola"),
        (Role.SEKDA, "sekda"),
        (Role.PPK, "operator"),
    ],
)
def test_a_role_has_its_holder(role: Role, expected: str) -> None:
    assert who(role) == expected


def test_the_head_of_another_office_is_not_ones_own() -> None:
    assert who(Role.KEPALA_OPD, "staf", kadis=gone("kadis")) == "sekda"


def test_the_applicant_never_acts_for_himself() -> None:
    """aturan 2.15 no. 25"""
    assert who(Role.KEPALA_OPD, "kadis") == "sekda"
    assert who(Role.ATASAN_LANGSUNG, "kadis") == "sekda"
    assert who(Role.PENGELOLA_KEPEGAWAIAN, "pengelola") == "kadis"
    assert who(Role.PPK, "operator") is None


@pytest.mark.parametrize("absent", [away, gone], ids=["on leave", "has left"])
def test_who_is_not_there_is_replaced_one_level_up(absent) -> None:
    assert who(Role.ATASAN_LANGSUNG, kabid=absent("kabid")) == "kadis"
    assert who(Role.ATASAN_LANGSUNG, kabid=absent("kabid"), kadis=absent("kadis")) == "sekda"


def test_above_the_sekda_stands_the_governor_recorded_by_an_operator() -> None:
    seats = line(Role.ATASAN_LANGSUNG, PEOPLE["sekda"], PEOPLE)
    assert [(seat.person.nip, seat.on_behalf) for seat in seats] == [("operator", "ppk")]
    assert who(Role.SEKDA, "staf", sekda=away("sekda")) == "operator"


def test_a_vacant_post_goes_to_the_post_above() -> None:
    assert who(Role.KEPALA_CABANG) == "kadis"
    assert who(Role.VERIFIKATOR_BKD) == "sekda"


def test_only_the_head_of_ones_own_branch_decides_never_that_of_another() -> None:
    branches = {
        "a": person("a", "kadis", "kepala_cabang"),
        "z": person("z", "kadis", "kepala_cabang"),
    }
    staff = replace(STAFF, atasan_nip="z")
    assert who(Role.KEPALA_CABANG, "staf", staf=staff, **branches) == "z"
    branches["z"] = replace(branches["z"], active=False)
    assert who(Role.KEPALA_CABANG, "staf", staf=staff, **branches) == "kadis"
    assert who(Role.KEPALA_CABANG, "a", **branches) == "kadis"


@pytest.mark.parametrize("atasan", [None, "tidak ada", "staf"])
def test_a_person_without_a_superior_on_record_has_nobody(atasan: str | None) -> None:
    assert who(Role.ATASAN_LANGSUNG, staf=replace(STAFF, atasan_nip=atasan)) is None


def test_a_circle_of_superiors_ends() -> None:
    circle = {
        "kabid": replace(PEOPLE["kabid"], atasan_nip="kadis", away=True),
        "kadis": replace(PEOPLE["kadis"], atasan_nip="kabid", away=True),
    }
    assert who(Role.ATASAN_LANGSUNG, **circle) is None


def test_everybody_in_the_line_may_act_nearest_first() -> None:
    seats = line(Role.ATASAN_LANGSUNG, STAFF, PEOPLE)
    assert [seat.person.nip for seat in seats] == ["kabid", "kadis", "sekda", "operator"]
