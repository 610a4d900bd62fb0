"""What is confirmed, and what the letter and the stages are made of."""

from dataclasses import replace
from datetime import date

import pytest

from backend.layanan.cuti.keterangan import JENIS_LAIN
from backend.layanan.definition import Kind, LedgerEvent, Outcome, Role, Summary
from tests.backend.layanan.orang import SAKIT, TAHUNAN, contoh, facts, jawaban

TIGA_HARI = jawaban("2026-12-07", "2026-12-09")


def baris(summary: Summary) -> dict[str, str]:
    return {line.label: line.value for line in summary.lines}


def test_the_summary_of_annual_leave_shows_days_and_balance_by_year() -> None:
    summary = TAHUNAN.summarise(TIGA_HARI, contoh("rina"))
    assert summary.title == "Cuti tahunan 7–9 Desember 2026"
    assert (summary.mulai, summary.selesai) == (date(2026, 12, 7), date(2026, 12, 9))
    assert baris(summary) == {
        "Tanggal": "7–9 Desember 2026",
        "Lama": "3 hari kerja",
        "Sisa cuti sebelum": "13 hari kerja (2024: 0, 2025: 1, 2026: 12)",
        "Sisa cuti sesudah": "10 hari kerja (2024: 0, 2025: 0, 2026: 10)",
        "Alasan": "acara keluarga di Garut",
        "Alamat selama cuti": "Jl. Melati 5 Garut",
        "Telepon": "+628121234567",
    }
    assert summary.numbers["rincian"] == {
        "2026": {
            "sebelum": {"2024": 0, "2025": 1, "2026": 12},
            "sesudah": {"2024": 0, "2025": 0, "2026": 10},
        }
    }


def test_case_4_a_start_on_a_day_off_shows_the_first_charged_day() -> None:
    summary = TAHUNAN.summarise(jawaban("2026-12-05", "2026-12-08"), contoh("rina"))
    assert baris(summary)["Hari pertama yang dihitung"] == "Senin, 7 Desember 2026"
    assert "Hari pertama yang dihitung" not in baris(TAHUNAN.summarise(TIGA_HARI, contoh("rina")))


def test_holidays_inside_the_range_are_named() -> None:
    summary = TAHUNAN.summarise(jawaban("2026-12-23", "2026-12-28"), contoh("rina"))
    assert baris(summary)["Lama"] == "2 hari kerja"
    assert "24 Desember 2026 (Cuti Bersama" in baris(summary)["Tidak dihitung"]
    assert "25 Desember 2026 (Hari Raya Natal)" in baris(summary)["Tidak dihitung"]


def test_leave_over_new_year_shows_both_balances() -> None:
    """Four days of 2026 pay for January, so they are not left for December either."""
    lines = baris(TAHUNAN.summarise(jawaban("2026-12-28", "2027-01-08"), contoh("rina")))
    assert lines["Lama"] == "8 hari kerja (4 hari pada 2026 dan 4 hari pada 2027)"
    assert lines["Sisa cuti 2026 sesudah"] == "5 hari kerja (2024: 0, 2025: 0, 2026: 5)"
    assert lines["Sisa cuti 2027 sebelum"] == "18 hari kerja (2025: 0, 2026: 6, 2027: 12)"
    assert lines["Sisa cuti 2027 sesudah"] == "14 hari kerja (2025: 0, 2026: 2, 2027: 12)"


def test_the_summary_of_sick_leave_says_that_no_annual_leave_is_taken() -> None:
    summary = SAKIT.summarise(jawaban("2026-11-26", "2026-11-30"), contoh("rina"))
    assert baris(summary)["Lama"] == "5 hari (3 hari kerja)"
    assert baris(summary)["Cuti tahunan"] == "tidak berkurang"
    assert "Proses" not in baris(summary)


def test_one_day_of_sickness_says_that_it_is_a_notice() -> None:
    lines = baris(SAKIT.summarise(jawaban("2026-11-25", "2026-11-25"), contoh("rina")))
    assert "atasan langsung" in lines["Proses"]


@pytest.mark.parametrize("kind", [TAHUNAN, SAKIT])
def test_a_summary_or_a_form_without_dates_is_a_mistake_of_the_caller(kind: Kind) -> None:
    for make in (kind.summarise, kind.letter_data):
        with pytest.raises(ValueError, match="needs its dates"):
            make({}, facts())


def test_annual_leave_goes_to_the_superior_for_an_opinion_and_then_is_decided() -> None:
    atasan, pejabat = TAHUNAN.stages(TIGA_HARI, facts())
    assert (atasan.role, atasan.decides) == (Role.ATASAN_LANGSUNG, False)
    assert (pejabat.role, pejabat.decides) == (Role.PEJABAT_BERWENANG, True)
    assert atasan.working_days == pejabat.working_days == 2
    assert Outcome.DITANGGUHKAN in pejabat.outcomes


def test_sick_leave_is_decided_the_same_day_and_never_postponed() -> None:
    stages = SAKIT.stages(jawaban("2026-11-25", "2026-11-26"), facts())
    assert [stage.working_days for stage in stages] == [1, 1]
    assert all(Outcome.DITANGGUHKAN not in stage.outcomes for stage in stages)


def test_the_personnel_officer_takes_part_only_where_configured() -> None:
    known = facts(config={"cuti.tahap_pengelola": True})
    pengelola, *rest = TAHUNAN.stages(TIGA_HARI, known)
    assert pengelola.role is Role.PENGELOLA_KEPEGAWAIAN
    assert not pengelola.decides
    assert len(rest) == 2


def test_case_28_the_form_shows_what_is_left_after_the_reservation() -> None:
    rina = contoh("rina")
    held = TAHUNAN.postings(LedgerEvent.DIAJUKAN, TIGA_HARI, rina, "r1")
    isi = TAHUNAN.letter_data(TIGA_HARI, replace(rina, ledger=(*rina.ledger, *held)))
    assert isi["catatan_tahunan"] == [
        {"tahun": 2024, "sisa": 0, "keterangan": "N-2"},
        {"tahun": 2025, "sisa": 0, "keterangan": "N-1"},
        {"tahun": 2026, "sisa": 10, "keterangan": "N"},
    ]
    assert isi["lama"] == "3 (tiga) hari kerja"
    assert (isi["mulai"], isi["selesai"]) == ("2026-12-07", "2026-12-09")
    assert (isi["alasan"], isi["alamat"]) == ("acara keluarga di Garut", "Jl. Melati 5 Garut")


@pytest.mark.parametrize(("kind", "nama"), [(TAHUNAN, "Cuti Tahunan"), (SAKIT, "Cuti Sakit")])
def test_one_of_the_six_kinds_is_ticked(kind: Kind, nama: str) -> None:
    isi = kind.letter_data(TIGA_HARI, contoh("rina"))
    rows, others = isi["jenis"], isi["catatan_lain"]
    assert isinstance(rows, list)
    assert isinstance(others, list)
    assert [row["pilih"] for row in rows].count(True) == 1
    assert [row["nama"] for row in rows if row["pilih"]] == [nama]
    assert (len(rows), len(others)) == (6, 5)


@pytest.mark.parametrize("jenis", ["besar", "melahirkan", "alasan_penting", "luar_tanggungan"])
def test_other_kinds_are_answered_honestly(jenis: str) -> None:
    assert "belum dapat diajukan" in JENIS_LAIN[jenis]
    assert "pengelola kepegawaian" in JENIS_LAIN[jenis]
