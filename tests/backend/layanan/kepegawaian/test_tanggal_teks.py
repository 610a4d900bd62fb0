from datetime import date

import pytest

from backend.layanan.kepegawaian.tanggal_teks import (
    daftar,
    hari_tanggal,
    lama,
    rentang,
    tanggal,
    terbilang,
)


def test_a_date_is_written_in_full() -> None:
    assert tanggal(date(2026, 12, 7)) == "7 Desember 2026"
    assert hari_tanggal(date(2026, 12, 7)) == "Senin, 7 Desember 2026"


@pytest.mark.parametrize(
    ("mulai", "selesai", "teks"),
    [
        (date(2026, 12, 7), date(2026, 12, 7), "7 Desember 2026"),
        (date(2026, 12, 7), date(2026, 12, 9), "7–9 Desember 2026"),
        (date(2026, 11, 28), date(2026, 12, 2), "28 November – 2 Desember 2026"),
        (date(2026, 12, 28), date(2027, 1, 8), "28 Desember 2026 – 8 Januari 2027"),
        (date(2026, 1, 7), date(2027, 1, 9), "7 Januari 2026 – 9 Januari 2027"),
    ],
)
def test_a_range_repeats_nothing_that_is_the_same(mulai: date, selesai: date, teks: str) -> None:
    assert rentang(mulai, selesai) == teks


@pytest.mark.parametrize(
    ("parts", "teks"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (list("abc"), "a, b, dan c")],
)
def test_a_list_is_joined_as_a_sentence(parts: list[str], teks: str) -> None:
    assert daftar(parts) == teks


@pytest.mark.parametrize(
    ("n", "teks"),
    [
        (0, "nol"),
        (3, "tiga"),
        (11, "sebelas"),
        (14, "empat belas"),
        (20, "dua puluh"),
        (24, "dua puluh empat"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (365, "tiga ratus enam puluh lima"),
    ],
)
def test_a_number_in_words(n: int, teks: str) -> None:
    assert terbilang(n) == teks


def test_numbers_beyond_a_thousand_are_refused() -> None:
    with pytest.raises(ValueError, match="not 1000"):
        terbilang(1000)


@pytest.mark.parametrize(("bulan", "teks"), [(1, "1 bulan"), (12, "1 tahun"), (18, "18 bulan")])
def test_months_that_make_years_are_called_years(bulan: int, teks: str) -> None:
    assert lama(bulan) == teks
