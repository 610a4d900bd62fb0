"""Dates: tables of phrases, and properties that hold for every day."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.bahasa.tanggal import Periode, baca, tambah_hari_kerja, temukan_periode

HARI_INI = date(2026, 11, 25)  # a Wednesday
SINI = Path(__file__).parent
BULAN = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
]
HARI = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]
HARI_HARI = st.dates(date(2024, 1, 1), date(2032, 12, 31))


def baris(nama: str) -> list[str]:
    isi = (SINI / nama).read_text(encoding="utf-8").splitlines()
    return [satu for satu in isi if satu.strip() and not satu.startswith("#")]


def tanggal(kata: str) -> date | None:
    return None if kata == "-" else date.fromisoformat(kata)


@pytest.mark.parametrize("satu", baris("tanggal.txt"))
def test_a_phrase_is_read_as_the_table_says(satu: str) -> None:
    frasa, mulai, selesai, durasi = (bagian.strip() for bagian in satu.rsplit("|", 3))
    hari = None if durasi == "-" else int(durasi)
    assert baca(frasa, HARI_INI) == Periode(tanggal(mulai), tanggal(selesai), hari)


@pytest.mark.parametrize("frasa", baris("bukan_tanggal.txt"))
def test_what_is_no_date_is_not_guessed(frasa: str) -> None:
    assert baca(frasa, HARI_INI) is None


@pytest.mark.parametrize(
    "frasa",
    [
        "kamis 4 desember",
        "senin 29/11/2026",
        "Sabtu, 29 November 2026",
        "selasa-rabu, 7-9 desember",
        "selasa tgl 7",
        "7 desember (selasa)",
        "tgl 28 nov hari minggu",
        "lusa sabtu",
        "hari ini kamis",
    ],
)
def test_a_weekday_that_is_not_the_dates_is_reported(frasa: str) -> None:
    assert baca(frasa, HARI_INI) == Periode(None, None, None, bertentangan=True)


def test_the_tables_are_broad() -> None:
    assert len(baris("tanggal.txt")) >= 250
    assert len(baris("bukan_tanggal.txt")) >= 100


@given(HARI_HARI, HARI_HARI)
def test_a_full_date_is_itself_in_every_spelling(hari: date, hari_ini: date) -> None:
    d, m, y = hari.day, hari.month, hari.year
    for tulisan in (
        f"{d}/{m}/{y}",
        f"{d:02d}-{m:02d}-{y}",
        f"tgl {d} {BULAN[m - 1]} {y}",
        f"{HARI[hari.weekday()]}, {d} {BULAN[m - 1][:3]} {y}",
        hari.isoformat(),
    ):
        assert baca(tulisan, hari_ini) == Periode(hari, None, None), tulisan


@given(HARI_HARI, st.integers(1, 28), st.integers(1, 12))
def test_a_date_without_a_year_is_the_next_one(hari_ini: date, d: int, m: int) -> None:
    periode = baca(f"{d} {BULAN[m - 1]}", hari_ini)
    assert periode is not None
    assert periode.mulai is not None
    assert (periode.mulai.day, periode.mulai.month) == (d, m)
    assert 0 <= (periode.mulai - hari_ini).days <= 366


@given(HARI_HARI, st.integers(1, 31))
def test_a_day_number_rolls_on_to_a_month_that_has_it(hari_ini: date, d: int) -> None:
    periode = baca(f"tgl {d}", hari_ini)
    assert periode is not None
    assert periode.mulai is not None
    assert periode.mulai.day == d
    assert 0 <= (periode.mulai - hari_ini).days <= 62


@given(HARI_HARI, st.integers(0, 6))
def test_a_bare_weekday_is_within_the_next_seven_days(hari_ini: date, hari: int) -> None:
    periode = baca(f"hari {HARI[hari]}", hari_ini)
    assert periode is not None
    assert periode.mulai is not None
    assert periode.mulai.weekday() == hari
    assert 1 <= (periode.mulai - hari_ini).days <= 7


@given(HARI_HARI, st.integers(0, 5))
def test_depan_is_the_week_that_begins_next_monday(hari_ini: date, hari: int) -> None:
    senin = hari_ini - timedelta(days=hari_ini.weekday()) + timedelta(weeks=1)
    assert baca(f"{HARI[hari]} depan", hari_ini) == Periode(
        senin + timedelta(days=hari), None, None
    )


@given(HARI_HARI, st.integers(0, 40), HARI_HARI)
def test_a_range_keeps_its_ends(mulai: date, lama: int, hari_ini: date) -> None:
    selesai = mulai + timedelta(days=lama)
    tulisan = (
        f"cuti {mulai.day} {BULAN[mulai.month - 1]} {mulai.year} s/d "
        f"{selesai.day} {BULAN[selesai.month - 1]} {selesai.year}"
    )
    assert baca(tulisan, hari_ini) == Periode(mulai, selesai, None)


@given(HARI_HARI, st.integers(1, 60))
def test_n_days_from_a_start_hold_n_working_days(mulai: date, hari: int) -> None:
    selesai = tambah_hari_kerja(mulai, hari)
    semua = [mulai + timedelta(days=n) for n in range((selesai - mulai).days + 1)]
    assert sum(h.weekday() < 5 for h in semua) == hari
    assert selesai.weekday() < 5
    tulisan = f"{hari} hari mulai {mulai.isoformat()}"
    assert baca(tulisan, mulai) == Periode(mulai, selesai, hari)


@given(st.integers(1, 200), HARI_HARI)
def test_lagi_counts_calendar_days(hari: int, hari_ini: date) -> None:
    assert baca(f"{hari} hari lagi", hari_ini) == Periode(
        hari_ini + timedelta(days=hari), None, None
    )


@given(st.text(max_size=300), HARI_HARI)
def test_no_text_breaks_the_reader(teks: str, hari_ini: date) -> None:
    temuan = temukan_periode(teks, hari_ini)
    assert temuan is None or 0 <= temuan.awal <= temuan.akhir <= len(teks)


KATA = st.sampled_from(
    [
        "tgl",
        "7",
        "9",
        "31",
        "desember",
        "januari",
        "senin",
        "rabu",
        "minggu",
        "depan",
        "ini",
        "lagi",
        "hari",
        "sampai",
        "-",
        ",",
        "dan",
        "mulai",
        "dari",
        "selama",
        "besok",
        "lusa",
        "akhir",
        "bulan",
        "2026",
        "dua",
        "puluh",
        "s/d",
        "ke",
        "tahun",
        "kemarin",
        "sebulan",
        "seminggu",
        "setiap",
        "7/12",
    ]
)


@given(st.lists(KATA, max_size=12), HARI_HARI)
def test_no_mixture_of_date_words_breaks_the_reader(kata: list[str], hari_ini: date) -> None:
    periode = baca(" ".join(kata), hari_ini)
    assert periode is None or periode.bertentangan or periode != Periode(None, None, None)


@given(st.from_regex(r"(19|20)[0-9]{6}(19|20)[0-9]{4}[12][0-9]{3}", fullmatch=True))
def test_an_nip_is_never_a_date(nip: str) -> None:
    assert baca(f"nip saya {nip}", HARI_INI) is None
    assert baca(f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}", HARI_INI) is None


@given(st.integers(0, 99_999_999))
def test_a_telephone_number_is_never_a_date(ekor: int) -> None:
    assert baca(f"hp 0812{ekor:08d}", HARI_INI) is None
    assert baca(f"+62 812-{ekor // 10000:04d}-{ekor % 10000:04d}", HARI_INI) is None
