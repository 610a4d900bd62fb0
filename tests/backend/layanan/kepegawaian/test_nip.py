from datetime import date

import pytest

from backend.layanan.kepegawaian.nip import JenisNip, classify, plausible, tampilkan, tmt_cpns

HARI_INI = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("nip", "kind"),
    [
        ("198508172010011003", JenisNip.PNS),
        ("199003052019022001", JenisNip.PNS),
        ("199203152023211014", JenisNip.PPPK),
        ("199203152023221014", JenisNip.PPPK),
        ("198513012010011003", JenisNip.INVALID),
        ("198508172010131003", JenisNip.UNKNOWN),
        ("198508172010013003", JenisNip.INVALID),
        ("198508172010011000", JenisNip.INVALID),
        ("19850817201001100", JenisNip.INVALID),
        ("1985081720100110033", JenisNip.INVALID),
        ("19850817 201001 1 003", JenisNip.PNS),
        ("19850817.201001-1.003", JenisNip.PNS),
        ("١٩٨٥٠٨١٧٢٠١٠٠١١٠٠٣", JenisNip.INVALID),
        ("", JenisNip.INVALID),
    ],
)
def test_a_number_is_classified_by_its_digits(nip: str, kind: JenisNip) -> None:
    assert classify(nip) is kind


def test_an_nip_is_displayed_in_its_blocks() -> None:
    assert tampilkan("198508172010011003") == "19850817 201001 1 003"


def test_an_nip_says_when_service_began() -> None:
    assert tmt_cpns("198508172010011003") == date(2010, 1, 1)
    assert tmt_cpns("199203152023211014") is None
    assert tmt_cpns("198508170000011003") is None


@pytest.mark.parametrize(
    ("nip", "expected"),
    [
        ("198508172010011003", True),
        ("199203152023211014", True),
        ("201508172026011003", False),  # a child
        ("194008171970011003", False),  # older than 70
        ("198508172030011003", False),  # appointed in the future
        ("199508172010011003", False),  # appointed at 14
        ("198508170000011003", False),
    ],
)
def test_ages_must_fit_the_number(nip: str, expected: bool) -> None:
    assert plausible(nip, HARI_INI) is expected
