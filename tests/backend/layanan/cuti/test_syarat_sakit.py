"""Refusals of sick leave (aturan 2.5, 2.11, 2.15)."""

from dataclasses import replace
from datetime import date

import pytest

from backend.layanan.cuti import CUTI
from backend.layanan.cuti.isian import ASAL_SURAT, SURAT_DOKTER
from backend.layanan.definition import LedgerEvent, Role
from backend.layanan.facts import ActiveRequest, Facts, StatusAsn
from tests.backend.layanan.orang import SAKIT, contoh, facts, jawaban, kode, pegawai

PPPK = pegawai(status=StatusAsn.PPPK, mulai=date(2026, 3, 1), akhir_kontrak=date(2031, 2, 28))


@pytest.mark.parametrize(
    ("mulai", "selesai", "codes"),
    [
        pytest.param("2026-11-25", "2026-11-25", [], id="one day"),
        pytest.param("2026-11-11", "2026-11-30", [], id="14 days back"),
        pytest.param("2026-11-10", "2026-11-30", ["sudah_lewat"], id="case 3: 15 days back"),
        pytest.param("2026-11-27", "2026-11-25", ["periode_terbalik"], id="reversed"),
        pytest.param("2026-11-25", "2027-11-24", [], id="PNS one year"),
        pytest.param("2026-11-25", "2027-11-25", ["sakit_terlalu_lama"], id="PNS a day more"),
        pytest.param("2026-12-12", "2026-12-13", ["tanpa_hari_kerja"], id="weekend"),
        pytest.param("2026-12-24", "2026-12-24", ["hanya_cuti_bersama"], id="joint leave"),
        pytest.param("2026-11-25", "9999-12-31", ["terlalu_jauh", "sudah_pensiun"], id="far"),
        pytest.param(
            "0001-01-01", "2026-11-30", ["sudah_lewat"], id="a beginning before all calendars"
        ),
    ],
)
def test_dates_are_judged(mulai: str, selesai: str, codes: list[str]) -> None:
    assert kode(SAKIT.check(jawaban(mulai, selesai), facts())) == codes


@pytest.mark.parametrize(
    ("mulai", "codes"),
    [("2027-05-24", []), ("2027-05-25", ["terlalu_dini"]), ("2027-11-24", ["terlalu_dini"])],
)
def test_a_sickness_half_a_year_ahead_is_last_years_day_without_its_year(
    mulai: str, codes: list[str]
) -> None:
    assert kode(SAKIT.check(jawaban(mulai, mulai), facts())) == codes


def test_whoever_left_out_the_year_reads_how_to_write_it() -> None:
    (refusal,) = SAKIT.check(jawaban("2027-11-24", "2027-11-24"), facts())
    assert "misalnya 24 November 2026" in refusal.message


def test_sick_leave_needs_no_length_of_service_and_no_balance() -> None:
    cpns = pegawai(status=StatusAsn.CPNS, mulai=date(2026, 11, 1))
    known = facts(cpns, terpakai={2025: 0, 2026: 0})
    assert SAKIT.check(jawaban("2026-11-25", "2026-12-31"), known) == ()


def test_pppk_have_one_month() -> None:
    answers = jawaban("2026-11-25", "2026-12-24", asal_surat="pemerintah")
    assert SAKIT.check(answers, facts(PPPK)) == ()
    longer = jawaban("2026-11-25", "2026-12-25", asal_surat="pemerintah")
    (refusal,) = SAKIT.check(longer, facts(PPPK))
    assert refusal.code == "sakit_terlalu_lama"
    assert "paling lama 1 bulan, yaitu sampai 24 Desember 2026" in refusal.message
    assert "PP 49/2018" in refusal.basis


def sakit(mulai: date, selesai: date) -> ActiveRequest:
    return ActiveRequest("r9", "CUTI-2026-000009", "cuti", "sakit", "disetujui", mulai, selesai)


def test_sick_leave_that_follows_sick_leave_counts_as_one() -> None:
    before = sakit(date(2026, 11, 2), date(2026, 11, 27))
    known = replace(facts(PPPK), requests=(before,))
    assert SAKIT.check(jawaban("2026-11-30", "2026-12-01"), known) == ()
    (refusal,) = SAKIT.check(jawaban("2026-11-30", "2026-12-02"), known)
    assert refusal.code == "sakit_terlalu_lama"
    assert "sejak 2 November 2026" in refusal.message


def test_sick_leave_filed_before_other_sick_leave_counts_with_it() -> None:
    after = sakit(date(2026, 11, 16), date(2026, 12, 13))
    known = replace(facts(PPPK), requests=(after,))
    (refusal,) = SAKIT.check(jawaban("2026-11-12", "2026-11-13", asal_surat="pemerintah"), known)
    assert refusal.code == "sakit_terlalu_lama"
    assert "sampai 13 Desember 2026" in refusal.message


def test_two_requests_for_one_long_sickness_evade_neither_doctor_nor_official() -> None:
    """Ten days and five days without a working day between are fifteen (aturan 2.1, 2.11)."""
    before = sakit(date(2026, 11, 16), date(2026, 11, 25))
    known = replace(facts(PPPK), requests=(before,))
    fifteenth = jawaban("2026-11-26", "2026-11-30")
    assert ASAL_SURAT.required(fifteenth, known)
    (refusal,) = SAKIT.check({**fifteenth, "asal_surat": "lain"}, known)
    assert "bersambung" in refusal.message
    assert CUTI.competent("sakit", fifteenth, known) is Role.KEPALA_BKD
    shorter = jawaban("2026-11-26", "2026-11-29")
    assert not ASAL_SURAT.required(shorter, known)
    assert CUTI.competent("sakit", shorter, known) is Role.KEPALA_OPD


def test_a_working_day_between_begins_anew() -> None:
    before = sakit(date(2026, 11, 2), date(2026, 11, 26))
    known = replace(facts(PPPK), requests=(before,))
    assert SAKIT.check(jawaban("2026-11-30", "2026-12-13"), known) == ()


class TestGovernmentDoctor:
    """PPPK beyond 14 days (aturan 2.11); PNS no more (aturan 2.5)."""

    @pytest.mark.parametrize(
        ("known", "selesai", "asked"),
        [
            pytest.param(facts(PPPK), "2026-12-08", False, id="PPPK 14 days"),
            pytest.param(facts(PPPK), "2026-12-09", True, id="PPPK 15 days"),
            pytest.param(facts(), "2026-12-31", False, id="PNS"),
            pytest.param(
                facts(config={"cuti.dokter_pemerintah_hari_pns": 14}),
                "2026-12-31",
                True,
                id="PNS where the office still asks",
            ),
        ],
    )
    def test_whose_doctor_is_asked_only_when_it_matters(
        self, known: Facts, selesai: str, asked: bool
    ) -> None:
        answers = jawaban("2026-11-25", selesai)
        assert ASAL_SURAT.required(answers, known) is asked
        assert SAKIT.check(answers, known) == ()
        other = {**answers, "asal_surat": "lain"}
        assert kode(SAKIT.check(other, known)) == (["dokter_pemerintah"] if asked else [])

    def test_the_refusal_says_where_to_get_the_letter(self) -> None:
        answers = jawaban("2026-11-25", "2026-12-09", asal_surat="lain")
        (refusal,) = SAKIT.check(answers, facts(PPPK))
        assert "14 hari" in refusal.message
        assert "puskesmas" in refusal.message
        assert refusal.field == "asal_surat"


def test_sickness_inside_annual_leave_is_sent_to_the_personnel_officer() -> None:
    leave = ActiveRequest(
        "r1",
        "CUTI-2026-000001",
        "cuti",
        "tahunan",
        "disetujui",
        date(2026, 11, 23),
        date(2026, 11, 27),
    )
    (refusal,) = SAKIT.check(
        jawaban("2026-11-25", "2026-11-26"), replace(contoh("rina"), requests=(leave,))
    )
    assert refusal.code == "bertumpuk"
    assert "dialihkan menjadi cuti sakit" in refusal.message


def test_the_doctors_letter_is_always_asked_for() -> None:
    assert SURAT_DOKTER in SAKIT.fields
    assert SURAT_DOKTER.required(jawaban("2026-11-25", "2026-11-25"), facts())


def test_case_31_one_day_of_sickness_is_a_notice() -> None:
    answers = jawaban("2026-11-25", "2026-11-25")
    assert SAKIT.stages(answers, facts()) == ()
    asked = {field.key for field in SAKIT.fields if field.required(answers, facts())}
    assert asked == {"periode", "alasan", "surat_dokter"}


def test_sick_leave_never_touches_the_ledger() -> None:
    for event in LedgerEvent:
        assert SAKIT.postings(event, jawaban("2026-11-25", "2026-11-27"), facts(), "r1") == ()
