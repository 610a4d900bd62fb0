from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.layanan.facts import StatusAsn
from backend.layanan.kepegawaian.masa_kerja import (
    akhir_masa_bulan,
    bulan_masa_kerja,
    masa_kerja_teks,
    mulai_masa_kerja,
    tambah_bulan,
)
from tests.backend.layanan.orang import pegawai


@pytest.mark.parametrize(
    ("mulai", "bulan", "akhir"),
    [
        (date(2027, 2, 10), 3, date(2027, 5, 9)),
        (date(2026, 12, 1), 3, date(2027, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 11, 25), 1, date(2026, 12, 24)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
    ],
)
def test_months_of_leave_end_as_part_2_6_counts_them(mulai: date, bulan: int, akhir: date) -> None:
    assert akhir_masa_bulan(mulai, bulan) == akhir


def test_service_of_a_pns_begins_as_cpns_and_of_a_pppk_with_the_contract() -> None:
    assert mulai_masa_kerja(pegawai(mulai=date(2015, 3, 1))) == date(2015, 3, 1)
    contract = pegawai(status=StatusAsn.PPPK, mulai=date(2023, 5, 1))
    assert mulai_masa_kerja(contract) == date(2023, 5, 1)
    assert mulai_masa_kerja(pegawai(mulai=None)) is None


def test_length_of_service_in_words() -> None:
    assert masa_kerja_teks(date(2019, 3, 1), date(2026, 11, 25)) == "7 tahun 8 bulan"
    assert masa_kerja_teks(date(2026, 1, 1), date(2026, 12, 31)) == "0 tahun 11 bulan"
    assert masa_kerja_teks(None, date(2026, 12, 31)) == ""


@given(day=st.dates(date(1970, 1, 1), date(2050, 1, 1)), bulan=st.integers(0, 600))
def test_adding_months_adds_that_many_full_months_but_for_short_ones(day: date, bulan: int) -> None:
    later = tambah_bulan(day, bulan)
    assert bulan_masa_kerja(day, later) == (bulan if later.day == day.day else bulan - 1)
