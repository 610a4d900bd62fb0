"""One plain spelling for many ways to write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.bahasa.kamus_singkatan import KAMUS
from nlu.bahasa.normalisasi import PANJANG_MAKSIMUM, normal


@pytest.mark.parametrize(
    ("teks", "baku"),
    [
        ("Bgmn cara ngajuin cuti yg bnr?", "bagaimana cara ngajuin cuti yang benar ?"),
        ("sdh di acc blm", "sudah di setuju belum"),
        ("SAYA MAU CUTI", "saya mau cuti"),
        ("cutiiiii dooong", "cuti dong"),
        ("gw mw cuti tgl 3", "saya mau cuti tanggal 3"),
        ("naik2 terus", "naik terus"),
        ("apa-apa", "apa"),
        ("abdi bade cuti isukan", "saya mau cuti isukan"),
        ("teu acan disetujui", "belum disetujui"),
        ("hatur nuhun", "terima kasih"),
        ("énjing", "enjing"),
        ("CUTI-2026-000123", "nomorpermohonan"),
        ("198403032009012003", "nomorpanjang"),
        ("Assalamu’alaikum wr. wb.", "assalamualaikum"),
        ("😀😀", ""),
        ("", ""),
    ],
)
def test_spelling_slang_and_sundanese_become_plain(teks: str, baku: str) -> None:
    assert normal(teks) == baku


@given(st.text(max_size=200))
def test_any_text_gives_lower_case_words_with_single_spaces(teks: str) -> None:
    hasil = normal(teks)
    assert hasil == hasil.lower()
    assert hasil == " ".join(hasil.split())


def test_a_very_long_text_is_cut() -> None:
    assert len(normal("x " * 20_000)) <= PANJANG_MAKSIMUM


def test_no_abbreviation_leads_to_another() -> None:
    for baku in set(KAMUS.values()):
        for kata in baku.split():
            assert KAMUS.get(kata, kata) == kata, kata
