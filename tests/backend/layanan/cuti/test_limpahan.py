"""Carry-over, by the cases of aturan 2.2.2 (N = 2026)."""

from datetime import date

import pytest

from backend.layanan.cuti.buku import DITANGGUHKAN, TAHUNAN, TAMBAHAN, Jenis, jumlah
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.saldo import Saldo, lengkap, saldo
from backend.layanan.facts import Facts, Posting, StatusAsn
from tests.backend.layanan.orang import facts, pegawai

LONGGAR = {"cuti.limpahan_ketat": False}


def sisa(known: Facts, tahun: int = 2026) -> Saldo:
    return saldo(known, Konfigurasi(known.config), tahun)


def tahun(saldo: Saldo) -> tuple[int, int, int]:
    return saldo.n2, saldo.n1 + saldo.ditangguhkan_lalu, saldo.n


def ditangguhkan(tahun: int, days: int) -> tuple[Posting, Posting]:
    """What a DITANGGUHKAN leaves behind."""
    pada = date(tahun, 12, 1)
    return (
        Posting(TAHUNAN, tahun, -days, Jenis.DITANGGUHKAN, pada),
        Posting(DITANGGUHKAN, tahun, days, Jenis.DITANGGUHKAN, pada),
    )


def buka(n2: int, n1: int, **lain: object) -> Facts:
    return facts(terpakai={2024: n2, 2025: n1, 2026: 0}, **lain)  # type: ignore[arg-type] # keywords


@pytest.mark.parametrize(
    ("n2", "n1", "shown"),
    [
        pytest.param(12, 12, (0, 0, 12), id="a"),
        pytest.param(12, 9, (0, 3, 12), id="b"),
        pytest.param(12, 4, (0, 6, 12), id="c"),
        pytest.param(12, 0, (0, 6, 12), id="d"),
        pytest.param(0, 0, (6, 6, 12), id="e"),
        pytest.param(5, 0, (0, 6, 12), id="f"),
        pytest.param(0, 5, (0, 6, 12), id="not two unused years"),
        pytest.param(0, 12, (0, 0, 12), id="an unused year is gone after a used one"),
    ],
)
def test_what_two_past_years_leave(n2: int, n1: int, shown: tuple[int, int, int]) -> None:
    assert tahun(sisa(buka(n2, n1))) == shown


def test_case_f_adds_both_remainders_when_read_loosely() -> None:
    assert tahun(sisa(buka(5, 0, config=LONGGAR))) == (6, 6, 12)


@pytest.mark.parametrize(
    ("used", "postponed", "shown"),
    [
        pytest.param(0, 12, (0, 12, 12), id="g"),
        pytest.param(7, 5, (0, 5, 12), id="h"),
    ],
)
def test_postponed_days_keep_their_full_value(
    used: int, postponed: int, shown: tuple[int, int, int]
) -> None:
    before = facts(today=date(2025, 12, 15), terpakai={2024: 12, 2025: used})
    ledger = (*before.ledger, *ditangguhkan(2025, postponed))
    assert tahun(sisa(facts(ledger=ledger))) == shown


def test_two_years_and_postponed_days_stop_at_24() -> None:
    before = facts(today=date(2025, 12, 15), terpakai={2024: 0, 2025: 0})
    ledger = (*before.ledger, *ditangguhkan(2025, 8))
    assert sisa(facts(ledger=ledger)).total == 24


def test_case_23_postponed_days_lapse_after_one_year() -> None:
    before = facts(today=date(2025, 12, 15), terpakai={2024: 12, 2025: 0})
    known = facts(ledger=(*before.ledger, *ditangguhkan(2025, 12)), today=date(2027, 1, 4))
    assert sisa(known, 2027).ditangguhkan_lalu == 0
    assert tahun(sisa(known, 2027)) == (0, 6, 12)


def test_cases_i_and_22_a_year_whose_right_was_lost_leaves_nothing() -> None:
    opened = facts(today=date(2025, 12, 15), terpakai={2024: 0, 2025: 0})
    lost = Posting(TAHUNAN, 2025, -12, Jenis.HAK, date(2025, 6, 1), note="cuti besar")
    assert tahun(sisa(facts(ledger=(*opened.ledger, lost)))) == (0, 0, 12)


@pytest.mark.parametrize(
    ("today", "days"), [(date(2027, 1, 31), 0), (date(2027, 2, 1), 12), (date(2027, 12, 31), 12)]
)
def test_case_j_the_right_arises_whole_when_one_year_is_complete(today: date, days: int) -> None:
    cpns = pegawai(status=StatusAsn.CPNS, mulai=date(2026, 2, 1))
    known = facts(cpns, today=today, terpakai={2025: 0, 2026: 0})
    assert sisa(known, 2027).total == days
    assert tahun(sisa(known, 2027))[:2] == (0, 0)


def test_case_k_duty_on_joint_leave_adds_days_of_the_running_year() -> None:
    opened = buka(12, 12)
    extra = Posting(TAMBAHAN, 2026, 3, Jenis.HAK, date(2026, 3, 24))
    known = facts(ledger=(*opened.ledger, extra))
    assert sisa(known).total == 15
    assert sisa(known).tambahan == 3
    assert sisa(facts(ledger=known.ledger, today=date(2027, 1, 4)), 2027).tambahan == 0


def test_every_number_is_a_sum_of_entries_that_say_why() -> None:
    known = facts(terpakai={2024: 12, 2025: 4, 2026: 5})
    assert [(entry.bucket, entry.kind, entry.days) for entry in known.ledger] == [
        (2024, "hak", 12),
        (2024, "pakai", -12),
        (2025, "hak", 12),
        (2025, "pakai", -4),
        (2026, "hak", 12),
        (2025, "hangus", -2),
        (2025, "pakai", -5),
    ]
    assert all(entry.note for entry in known.ledger)
    complete = lengkap(known.pegawai, Konfigurasi({}), known.ledger, known.today)
    assert complete == known.ledger
    assert +jumlah(complete) == {(TAHUNAN, 2025): 1, (TAHUNAN, 2026): 12}


def test_a_ledger_left_alone_for_years_catches_up_by_itself() -> None:
    known = facts(ledger=buka(12, 12).ledger, today=date(2029, 3, 1))
    assert tahun(sisa(known, 2029)) == (6, 6, 12)
    assert sisa(known, 2029).total == 24


def test_a_person_new_to_the_ledger_starts_with_the_running_year() -> None:
    assert tahun(sisa(facts())) == (0, 0, 12)


def test_use_that_exceeds_the_right_is_refused_at_import() -> None:
    with pytest.raises(ValueError, match="2025 \\(13 hari\\) melebihi"):
        buka(12, 13)
    with pytest.raises(ValueError, match="2026 \\(13 hari\\) melebihi"):
        facts(terpakai={2025: 12, 2026: 13})


@pytest.mark.parametrize("cell", ["-1", "dua", "1,5"])
def test_a_cell_that_is_no_number_of_days_is_refused_at_import(cell: str) -> None:
    with pytest.raises(ValueError, match="angka 0 atau lebih"):
        facts(terpakai={2026: cell})  # type: ignore[dict-item] # cells are text in a file
