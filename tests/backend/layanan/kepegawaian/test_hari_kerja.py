import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.layanan.facts import JenisLibur
from backend.layanan.kepegawaian.hari_kerja import (
    Calendar,
    cuti_bersama,
    hari_kerja,
    hari_kerja_ke,
    semua_hari,
)

KALENDER = Calendar()
DAFTAR = Path(__file__).parents[1] / "data" / "hari_libur_2025_2027.csv"
HARI = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def test_the_calendar_agrees_with_the_published_lists_of_2025_to_2027() -> None:
    with DAFTAR.open(encoding="utf-8", newline="") as file:
        published = {
            date.fromisoformat(row["tanggal"]): JenisLibur(row["jenis"])
            for row in csv.DictReader(file)
        }
    known = {
        day: libur.jenis
        for day in semua_hari(date(2025, 1, 1), date(2027, 12, 31))
        if (libur := KALENDER.libur(day)) is not None
    }
    assert known == published


@pytest.mark.parametrize(("tahun", "days"), [(2025, 237), (2026, 240), (2027, 242)])
def test_a_year_has_its_published_number_of_working_days(tahun: int, days: int) -> None:
    assert len(hari_kerja(KALENDER, date(tahun, 1, 1), date(tahun, 12, 31), 5)) == days


@pytest.mark.parametrize(
    ("mulai", "selesai", "lima", "enam"),
    [
        pytest.param(date(2026, 3, 16), date(2026, 3, 27), 5, 5, id="Idulfitri 2026"),
        pytest.param(date(2026, 11, 23), date(2026, 12, 8), 12, 14, id="a full year's right"),
        pytest.param(date(2026, 12, 28), date(2027, 1, 8), 8, 9, id="over New Year"),
        pytest.param(date(2027, 3, 8), date(2027, 3, 16), 1, 2, id="Nyepi and Idulfitri 2027"),
        pytest.param(date(2027, 5, 17), date(2027, 5, 21), 1, 1, id="Iduladha and Waisak 2027"),
    ],
)
def test_working_days_of_the_samples_of_part_2_2_1(
    mulai: date, selesai: date, lima: int, enam: int
) -> None:
    assert len(hari_kerja(KALENDER, mulai, selesai, 5)) == lima
    assert len(hari_kerja(KALENDER, mulai, selesai, 6)) == enam


def test_the_days_before_and_after_the_holidays_of_march_2026_are_the_charged_ones() -> None:
    days = hari_kerja(KALENDER, date(2026, 3, 16), date(2026, 3, 27), 5)
    assert [day.day for day in days] == [16, 17, 25, 26, 27]


def test_a_saturday_is_worked_in_a_six_day_week_only() -> None:
    saturday, sunday = date(2026, 12, 5), date(2026, 12, 6)
    assert KALENDER.is_working_day(saturday, 6)
    assert not KALENDER.is_working_day(saturday, 5)
    assert not KALENDER.is_working_day(sunday, 6)


@pytest.mark.parametrize("pola", [0, 4, 7])
def test_a_week_of_another_length_is_refused(pola: int) -> None:
    with pytest.raises(ValueError, match="5 or 6"):
        KALENDER.is_working_day(date(2026, 12, 5), pola)


def test_a_day_added_by_an_administrator_is_no_working_day() -> None:
    pilkada = date(2026, 12, 9)
    calendar = Calendar({pilkada: ("libur_daerah", "Pemungutan suara")})
    assert KALENDER.is_working_day(pilkada, 5)
    assert not calendar.is_working_day(pilkada, 5)
    assert calendar.libur(pilkada) is not None


def test_an_unknown_kind_of_holiday_is_refused() -> None:
    with pytest.raises(ValueError, match="hari_raya"):
        Calendar({date(2026, 12, 9): ("hari_raya", "?")})


def test_joint_leave_is_told_from_holidays_and_weekends() -> None:
    days = cuti_bersama(KALENDER, date(2026, 12, 24), date(2026, 12, 27), 5)
    assert days == (date(2026, 12, 24),)


@pytest.mark.parametrize(
    ("mulai", "jumlah", "selesai"),
    [
        (date(2026, 12, 7), 3, date(2026, 12, 9)),
        (date(2026, 12, 5), 1, date(2026, 12, 7)),
        (date(2026, 12, 23), 2, date(2026, 12, 28)),
    ],
)
def test_a_number_of_working_days_ends_on_a_working_day(
    mulai: date, jumlah: int, selesai: date
) -> None:
    assert hari_kerja_ke(KALENDER, mulai, jumlah, 5) == selesai


@pytest.mark.parametrize("jumlah", [0, -1, 367])
def test_an_absurd_number_of_working_days_is_refused(jumlah: int) -> None:
    with pytest.raises(ValueError, match="1 to 366"):
        hari_kerja_ke(KALENDER, date(2026, 12, 7), jumlah, 5)


@given(a=HARI, b=HARI, c=HARI, pola=st.sampled_from((5, 6)))
def test_adjacent_ranges_add_up(a: date, b: date, c: date, pola: int) -> None:
    a, b, c = sorted((a, b, c))
    whole = hari_kerja(KALENDER, a, c, pola)
    parts = (
        *hari_kerja(KALENDER, a, b, pola),
        *hari_kerja(KALENDER, b + timedelta(days=1), c, pola),
    )
    assert whole == parts


@given(mulai=HARI, jumlah=st.integers(1, 60), pola=st.sampled_from((5, 6)))
def test_counting_back_gives_the_number_of_days(mulai: date, jumlah: int, pola: int) -> None:
    selesai = hari_kerja_ke(KALENDER, mulai, jumlah, pola)
    assert len(hari_kerja(KALENDER, mulai, selesai, pola)) == jumlah
    assert KALENDER.is_working_day(selesai, pola)
