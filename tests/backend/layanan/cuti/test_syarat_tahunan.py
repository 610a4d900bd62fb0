"""Refusals of annual leave (aturan 2.2, 2.3, 2.11, 2.15)."""

from dataclasses import replace
from datetime import date

import pytest

from backend.layanan.cuti.buku import Jenis
from backend.layanan.definition import LedgerEvent
from backend.layanan.facts import ActiveRequest, Facts, StatusAsn
from tests.backend.layanan.orang import TAHUNAN, contoh, facts, jawaban, kode, pegawai

PENUH = {2024: 12, 2025: 12, 2026: 0}


def lain(mulai: str, selesai: str, jenis: str = "tahunan") -> ActiveRequest:
    return ActiveRequest(
        "r9",
        "CUTI-2026-000009",
        "cuti",
        jenis,
        "diajukan",
        date.fromisoformat(mulai),
        date.fromisoformat(selesai),
    )


@pytest.mark.parametrize(
    ("mulai", "selesai", "codes"),
    [
        ("2026-12-07", "2026-12-09", []),
        ("2026-11-25", "2026-11-25", []),
        ("2026-12-05", "2026-12-07", []),  # case 4: begins on a Saturday
        ("2026-12-09", "2026-12-07", ["periode_terbalik"]),
        ("2026-11-24", "2026-11-26", ["sudah_lewat"]),
        ("2027-11-26", "2027-11-27", ["terlalu_jauh"]),
        ("2026-12-07", "9999-12-31", ["terlalu_jauh", "sudah_pensiun"]),
        ("0001-01-01", "9999-12-31", ["sudah_lewat", "terlalu_jauh", "sudah_pensiun"]),
        ("2026-12-12", "2026-12-13", ["tanpa_hari_kerja"]),
        ("2026-12-25", "2026-12-27", ["tanpa_hari_kerja"]),
        ("2026-12-24", "2026-12-24", ["hanya_cuti_bersama"]),
        ("2027-12-24", "2027-12-24", ["terlalu_jauh"]),
        ("2026-11-26", "2026-12-31", ["saldo_kurang"]),
    ],
)
def test_dates_are_judged(mulai: str, selesai: str, codes: list[str]) -> None:
    found = TAHUNAN.check(jawaban(mulai, selesai), facts(terpakai=PENUH))
    assert kode(found) == codes
    assert all(refusal.field == "periode" for refusal in found)


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"alasan": "acara"},
        {"periode": None},
        {"periode": {"mulai": "2026-12-07", "selesai": None}},
        {"periode": {"mulai": None, "selesai": "2026-12-07"}},
    ],
)
def test_rules_about_dates_are_silent_until_the_dates_are_known(answers: dict[str, object]) -> None:
    assert TAHUNAN.check(answers, facts(terpakai=PENUH)) == ()


def test_joint_leave_with_weekend_around_it_is_still_only_joint_leave() -> None:
    march = facts(today=date(2026, 3, 2), terpakai={2025: 12, 2026: 0})
    assert kode(TAHUNAN.check(jawaban("2026-03-23", "2026-03-24"), march)) == ["hanya_cuti_bersama"]
    assert kode(TAHUNAN.check(jawaban("2026-03-18", "2026-03-24"), march)) == ["tanpa_hari_kerja"]


def test_a_refusal_says_the_numbers_the_article_and_what_to_do() -> None:
    (refusal,) = TAHUNAN.check(jawaban("2026-11-26", "2026-12-31"), contoh("rina"))
    assert "24 hari kerja" in refusal.message
    assert "13 hari kerja (2024: 0, 2025: 1, 2026: 12)" in refusal.message
    assert "paling banyak 13 hari kerja pada 2026" in refusal.message
    assert "Pasal 311–315" in refusal.basis
    assert refusal.numbers == {"tahun": 2026, "diminta": 24, "sisa": 13}


def test_all_refusals_come_at_once() -> None:
    known = replace(facts(terpakai=PENUH), requests=(lain("2026-11-20", "2026-11-30"),))
    found = TAHUNAN.check(jawaban("2026-11-24", "2027-12-01"), known)
    assert kode(found) == ["sudah_lewat", "terlalu_jauh", "bertumpuk"]


@pytest.mark.parametrize(
    ("mulai", "selesai", "overlaps"),
    [
        ("2026-12-07", "2026-12-08", True),
        ("2026-12-09", "2026-12-11", True),
        ("2026-12-01", "2026-12-31", True),
        ("2026-12-07", "2026-12-07", False),
        ("2026-12-11", "2026-12-11", False),
    ],
)
def test_case_2_overlap_with_another_request(mulai: str, selesai: str, overlaps: bool) -> None:
    asep = replace(contoh("asep"), requests=(lain("2026-12-08", "2026-12-10"),))
    found = TAHUNAN.check(jawaban(mulai, selesai), asep)
    assert kode(found) == (["bertumpuk"] if overlaps else [])
    if overlaps:
        assert "CUTI-2026-000009 (cuti tahunan, 8–10 Desember 2026)" in found[0].message


def test_new_terms_of_a_request_do_not_collide_with_the_request_itself() -> None:
    known = facts(terpakai=PENUH)
    old = jawaban("2026-12-01", "2026-12-16")
    reserved = TAHUNAN.postings(LedgerEvent.DIAJUKAN, old, known, "r9")
    known = replace(
        known,
        ledger=(*known.ledger, *reserved),
        requests=(lain("2026-12-01", "2026-12-16"),),
    )
    new = jawaban("2026-12-02", "2026-12-17")
    assert kode(TAHUNAN.check(new, known)) == ["bertumpuk", "saldo_kurang"]
    assert TAHUNAN.check(new, known.without("r9")) == ()


def test_case_27_pending_requests_reduce_what_is_left() -> None:
    known = facts(terpakai=PENUH)
    first = TAHUNAN.postings(LedgerEvent.DIAJUKAN, jawaban("2026-12-01", "2026-12-11"), known, "r1")
    known = replace(known, ledger=(*known.ledger, *first))
    assert TAHUNAN.check(jawaban("2026-12-14", "2026-12-16"), known) == ()
    (refusal,) = TAHUNAN.check(jawaban("2026-12-14", "2026-12-17"), known)
    assert refusal.numbers == {"tahun": 2026, "diminta": 4, "sisa": 3}
    assert "sudah dikurangi 9 hari untuk permohonan yang belum diputus" in refusal.message


class TestNewYear:
    """Case 1: the charge is split at 31 December."""

    def test_each_part_is_paid_by_the_rights_of_its_year(self) -> None:
        answers = jawaban("2026-12-28", "2027-01-08")
        assert TAHUNAN.check(answers, contoh("rina")) == ()
        entries = TAHUNAN.postings(LedgerEvent.DIAJUKAN, answers, contoh("rina"), "r1")
        assert [(entry.kind, entry.bucket, entry.days, entry.effective) for entry in entries] == [
            (Jenis.HAK, 2027, 12, date(2027, 1, 1)),
            (Jenis.RESERVASI, 2025, -1, date(2026, 12, 28)),
            (Jenis.RESERVASI, 2026, -3, date(2026, 12, 28)),
            (Jenis.RESERVASI, 2026, -4, date(2027, 1, 4)),
        ]

    def test_days_of_the_old_year_pay_for_the_new_one_only_up_to_the_carry_limit(self) -> None:
        answers = jawaban("2027-01-04", "2027-01-15")
        known = facts(terpakai=PENUH)
        entries = TAHUNAN.postings(LedgerEvent.DIAJUKAN, answers, known, "r1")
        paid = {entry.bucket: entry.days for entry in entries if entry.kind == Jenis.RESERVASI}
        assert paid == {2026: -6, 2027: -3}

    def test_the_part_without_balance_is_named_by_its_year(self) -> None:
        used = facts(terpakai={2025: 12, 2026: 10})
        (refusal,) = TAHUNAN.check(jawaban("2026-12-28", "2027-01-08"), used)
        assert refusal.numbers == {"tahun": 2026, "diminta": 4, "sisa": 2}

    def test_the_new_year_alone_may_be_what_is_missing(self) -> None:
        (refusal,) = TAHUNAN.check(
            jawaban("2027-01-04", "2027-01-29"), facts(terpakai={2025: 12, 2026: 12})
        )
        assert refusal.numbers == {"tahun": 2027, "diminta": 19, "sisa": 12}

    def test_days_reserved_for_january_cannot_be_taken_in_december(self) -> None:
        known = facts(terpakai={2025: 12, 2026: 8})
        january = jawaban("2027-01-04", "2027-01-08")
        held = TAHUNAN.postings(LedgerEvent.DIAJUKAN, january, known, "r1")
        known = replace(known, ledger=(*known.ledger, *held))
        (refusal,) = TAHUNAN.check(jawaban("2026-12-01", "2026-12-01"), known)
        assert refusal.numbers == {"tahun": 2026, "diminta": 1, "sisa": 0}

    def test_use_that_would_undo_a_second_unused_year_is_refused(self) -> None:
        known = facts(terpakai={2024: 12, 2025: 0, 2026: 0})
        january = jawaban("2027-01-04", "2027-02-04")
        held = TAHUNAN.postings(LedgerEvent.DIAJUKAN, january, known, "r1")
        assert sum(entry.days for entry in held if entry.bucket == 2025) == -6
        known = replace(known, ledger=(*known.ledger, *held))
        assert kode(TAHUNAN.check(jawaban("2026-12-01", "2026-12-01"), known)) == ["saldo_terikat"]


class TestService:
    """One year of continuous service (aturan 2.2 no. 1, 2.3, 2.11)."""

    def test_case_15_a_cpns_of_eleven_months_has_none(self) -> None:
        cpns = pegawai(status=StatusAsn.CPNS, mulai=date(2026, 1, 1))
        assert kode(TAHUNAN.check({}, facts(cpns))) == ["masa_kerja"]

    def test_the_right_is_there_on_the_day_one_year_is_complete(self) -> None:
        cpns = pegawai(status=StatusAsn.CPNS, mulai=date(2025, 11, 25))
        assert TAHUNAN.check(jawaban("2026-12-07", "2026-12-18"), facts(cpns)) == ()

    def test_case_29_a_pppk_in_the_first_year_is_told_of_the_six_days(self) -> None:
        contract = pegawai(status=StatusAsn.PPPK, mulai=date(2026, 3, 1))
        (refusal,) = TAHUNAN.check({}, facts(contract))
        assert refusal.code == "masa_kerja"
        assert "6 hari kerja: hubungi pengelola kepegawaian" in refusal.message
        assert "1 Maret 2027" in refusal.message
        assert "PP 49/2018" in refusal.basis

    def test_a_contract_too_short_for_the_year_promises_no_date(self) -> None:
        contract = pegawai(
            status=StatusAsn.PPPK, mulai=date(2026, 3, 1), akhir_kontrak=date(2026, 12, 31)
        )
        (refusal,) = TAHUNAN.check({}, facts(contract))
        assert "tidak tercapai" in refusal.message

    def test_a_record_without_its_beginning_is_sent_to_the_personnel_officer(self) -> None:
        (refusal,) = TAHUNAN.check({}, facts(pegawai(mulai=None)))
        assert refusal.code == "masa_kerja_tidak_ada"
        assert "pengelola kepegawaian" in refusal.message

    def test_dates_are_judged_beside_the_missing_year(self) -> None:
        found = TAHUNAN.check(jawaban("2026-12-12", "2026-12-13"), contoh("dewi"))
        assert kode(found) == ["masa_kerja", "tanpa_hari_kerja"]


def test_case_24_no_leave_passes_the_end_of_a_contract() -> None:
    contract = pegawai(
        status=StatusAsn.PPPK, mulai=date(2022, 1, 1), akhir_kontrak=date(2026, 12, 31)
    )
    known: Facts = facts(contract, terpakai=PENUH)
    (refusal,) = TAHUNAN.check(jawaban("2026-12-28", "2027-01-08"), known)
    assert refusal.code == "kontrak_berakhir"
    assert "paling lambat 31 Desember 2026" in refusal.message
    assert TAHUNAN.check(jawaban("2026-12-28", "2026-12-31"), known) == ()
