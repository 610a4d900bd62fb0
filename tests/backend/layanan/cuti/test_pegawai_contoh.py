"""Every person of the demonstration organisation, by hand, on 25 November 2026."""

import pytest

from backend.layanan.cuti import CUTI
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.saldo import saldo
from backend.layanan.definition import Role
from tests.backend.layanan.orang import SAKIT, TAHUNAN, contoh, jawaban, kode

DUA_BELAS = [
    "sekda",
    "kepala_bkd",
    "verifikator",
    "operator_bkd",
    "kadis_kominfo",
    "kabid_kominfo",
    "pengelola_kominfo",
    "wawan",
    "kadinkes",
    "pengelola_dinkes",
    "karu",
    "nurul",
    "ujang",
    "kadisdik",
    "kcd",
    "pengelola_disdik",
    "kepsek",
    "gurupns",
    "gurutua",
]


@pytest.mark.parametrize(
    ("kunci", "shown"),
    [
        *((kunci, (0, 0, 12)) for kunci in DUA_BELAS),
        ("rina", (0, 1, 12)),
        ("asep", (6, 6, 12)),
        ("bayu", (0, 1, 12)),
        ("dewi", (0, 0, 0)),
        ("gurupppk", (0, 0, 0)),
        ("gurubaru", (0, 0, 0)),
    ],
)
def test_the_balance_of_everybody(kunci: str, shown: tuple[int, int, int]) -> None:
    left = saldo(contoh(kunci), Konfigurasi({}), 2026)
    assert (left.n2, left.n1, left.n) == shown
    assert left.total == sum(shown)


def test_rina_asks_for_three_days_and_keeps_ten() -> None:
    answers = jawaban("2026-12-07", "2026-12-09")
    assert TAHUNAN.check(answers, contoh("rina")) == ()
    numbers = TAHUNAN.summarise(answers, contoh("rina")).numbers
    assert numbers["hari_kerja"] == 3
    assert (numbers["saldo_sebelum"], numbers["saldo_sesudah"]) == (13, 10)


def test_dewi_hears_before_any_question_when_she_may_ask() -> None:
    (refusal,) = TAHUNAN.check({}, contoh("dewi"))
    assert refusal.code == "masa_kerja"
    assert "1 Januari 2027" in refusal.message
    assert "cuti sakit" in refusal.message
    assert "Pasal 311" in refusal.basis
    assert SAKIT.check(jawaban("2026-11-25", "2026-11-26"), contoh("dewi")) == ()


@pytest.mark.parametrize("kunci", ["gurupppk", "gurubaru"])
def test_case_30_a_pppk_teacher_is_refused_by_pasal_81_and_offered_sick_leave(kunci: str) -> None:
    (refusal,) = TAHUNAN.check({}, contoh(kunci))
    assert refusal.code == "guru_pppk"
    assert refusal.basis == "PP 49/2018 Pasal 81"
    assert "cuti sakit" in refusal.message
    assert SAKIT.check(jawaban("2026-11-25", "2026-11-26"), contoh(kunci)) == ()


def test_a_pns_teacher_has_annual_leave() -> None:
    assert TAHUNAN.check(jawaban("2026-12-07", "2026-12-09"), contoh("gurupns")) == ()


@pytest.mark.parametrize(
    ("mulai", "selesai"), [("2026-12-28", "2027-01-08"), ("2027-01-04", "2027-01-06")]
)
def test_case_24_wawan_has_no_leave_after_he_retired(mulai: str, selesai: str) -> None:
    (refusal,) = TAHUNAN.check(jawaban(mulai, selesai), contoh("wawan"))
    assert refusal.code == "sudah_pensiun"
    assert "1 Januari 2027" in refusal.message
    assert "paling lambat 31 Desember 2026" in refusal.message
    assert "Pasal 239" in refusal.basis


def test_wawan_may_take_leave_up_to_his_last_day() -> None:
    assert TAHUNAN.check(jawaban("2026-12-28", "2026-12-31"), contoh("wawan")) == ()


def test_case_20_imas_is_charged_for_saturdays() -> None:
    summary = TAHUNAN.summarise(jawaban("2026-12-04", "2026-12-07"), contoh("karu"))
    assert summary.numbers["hari_kerja"] == 3
    rina = TAHUNAN.summarise(jawaban("2026-12-04", "2026-12-07"), contoh("rina"))
    assert rina.numbers["hari_kerja"] == 2


def test_asep_may_take_all_24_days_but_not_25() -> None:
    assert TAHUNAN.check(jawaban("2026-11-26", "2026-12-30"), contoh("asep")) == ()
    assert kode(TAHUNAN.check(jawaban("2026-11-25", "2026-12-31"), contoh("asep"))) == [
        "saldo_kurang"
    ]


@pytest.mark.parametrize(
    ("kunci", "biasa", "sakit_lama"),
    [
        ("rina", Role.KEPALA_OPD, Role.KEPALA_BKD),
        ("kabid_kominfo", Role.KEPALA_OPD, Role.KEPALA_BKD),
        ("kadis_kominfo", Role.SEKDA, Role.PPK),
        ("kepala_bkd", Role.SEKDA, Role.PPK),
        ("sekda", Role.PPK, Role.PPK),
        ("gurupns", Role.KEPALA_CABANG, Role.KEPALA_BKD),
        ("gurupppk", Role.KEPALA_CABANG, Role.KEPALA_BKD),
        ("kepsek", Role.KEPALA_OPD, Role.KEPALA_BKD),
        ("kcd", Role.KEPALA_OPD, Role.KEPALA_BKD),
        ("pengelola_disdik", Role.KEPALA_OPD, Role.KEPALA_BKD),
        ("karu", Role.KEPALA_OPD, Role.KEPALA_BKD),
        ("bayu", Role.KEPALA_OPD, Role.KEPALA_BKD),
    ],
)
def test_who_decides_by_the_matrix_of_part_2_1(kunci: str, biasa: Role, sakit_lama: Role) -> None:
    known = contoh(kunci)
    assert CUTI.competent("tahunan", {}, known) is biasa
    assert CUTI.competent("tahunan", jawaban("2026-11-26", "2026-12-30"), known) is biasa
    assert CUTI.competent("sakit", jawaban("2026-11-26", "2026-12-09"), known) is biasa
    assert CUTI.competent("sakit", jawaban("2026-11-26", "2026-12-10"), known) is sakit_lama


@pytest.mark.parametrize(
    ("kunci", "teks"),
    [
        (
            "rina",
            "*13 hari kerja*: 1 hari dari tahun 2025 (hangus 31 Desember 2026) dan 12 hari dari",
        ),
        ("rina", "tahun 2026. Bila tidak dipakai lagi, 6 hari dari 2026 terbawa ke 2027."),
        ("wawan", "*12 hari kerja*: 12 hari dari tahun 2026."),
        ("asep", "6 hari dari tahun 2025 (terbawa ke 2027 hanya bila"),
        ("dewi", "mulai 1 Januari 2027"),
        ("gurupppk", "Pasal 81"),
    ],
)
def test_the_record_says_what_is_left_and_until_when(kunci: str, teks: str) -> None:
    assert teks in CUTI.record(contoh(kunci)).text
