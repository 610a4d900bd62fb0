"""Dates in Indonesian sentences: `baca("cuti 7-9 desember", hari_ini)`.

Conventions: day/month/year; what has no year is the next such day on or after today, but a range
under way began this year ("24-25 november", said on the 25th); "N hari" are N working days from
Monday to Friday (holidays are the backend's business); "seminggu" is five. What is no date, or no
possible one, is None: nothing is guessed.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from nlu.bahasa.butir import Butir, Peran
from nlu.bahasa.frasa_waktu import Pengurai
from nlu.bahasa.leksem import leksem
from nlu.bahasa.rangkai import TakPastiError, Ujung, rangkai
from nlu.bahasa.titik import BertentanganError, MustahilError, tambah_bulan

PANJANG_MAKSIMUM = 2000
_RENTANG_POLOS = re.compile(
    r"(?:(?:dari|mulai)\s+)?([1-9]\d?)\s*"
    r"(?:[-–—~]|s/?d|s\.d\.?|sampai(?: dengan)?|sampe|ampe|smp|hingga|dugi ka)\s*"
    r"([1-9]\d?)[.!]?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Periode:
    """`durasi_hari` are working days as stated. A part that was not said is None.

    `bertentangan`: the sentence contradicts itself (a weekday that is not the date's); then no
    date is given and the person should be asked.
    """

    mulai: date | None
    selesai: date | None
    durasi_hari: int | None
    bertentangan: bool = False


@dataclass(frozen=True)
class TemuanPeriode:
    """A period and the place of the words that name it."""

    periode: Periode
    awal: int
    akhir: int


def baca(teks: str, hari_ini: date) -> Periode | None:
    """The period a sentence speaks of, or None when it names none or none that can be meant."""
    temuan = temukan_periode(teks, hari_ini)
    return temuan.periode if temuan else None


def mustahil(teks: str, hari_ini: date) -> bool:
    """Whether the sentence names a day that does not exist ("31 februari"), so that the person can
    be told instead of asked as if nothing had been said."""
    try:
        rangkai(Pengurai(leksem(teks[:PANJANG_MAKSIMUM]), hari_ini).urai(), hari_ini)
    except MustahilError:
        return True
    except (BertentanganError, TakPastiError):
        return False
    return False


def rentang_polos(teks: str, hari_ini: date) -> Periode | None:
    """The days of a message that is nothing but "7-9" or "7 sampai 9". Inside a sentence two bare
    numbers may be anything, which is why `baca` leaves them alone."""
    cocok = _RENTANG_POLOS.fullmatch(teks.strip())
    return baca(f"tgl {cocok[1]} - {cocok[2]}", hari_ini) if cocok else None


def temukan_periode(teks: str, hari_ini: date) -> TemuanPeriode | None:
    """As `baca`, with the place in `teks`."""
    try:
        semua = Pengurai(leksem(teks[:PANJANG_MAKSIMUM]), hari_ini).urai()
        ujung = rangkai(semua, hari_ini)
    except BertentanganError:
        return TemuanPeriode(Periode(None, None, None, bertentangan=True), 0, len(teks))
    except (MustahilError, TakPastiError):
        return None
    lama = _lama(semua)
    if ujung is None and (lama is None or lama.hari is None):
        return None
    periode = _periode(ujung or Ujung(), lama)
    terpakai = [*(ujung.letak if ujung else ()), *([(lama.awal, lama.akhir)] if lama else [])]
    return TemuanPeriode(periode, min(a for a, _ in terpakai), max(b for _, b in terpakai))


def _lama(semua: list[Butir]) -> Butir | None:
    """The one length stated; two different ones are none."""
    lama = [b for b in semua if b.peran is Peran.LAMA and (b.hari or b.bulan)]
    sama = len({(b.hari, b.bulan) for b in lama}) == 1
    return lama[0] if sama else None


def _periode(ujung: Ujung, lama: Butir | None) -> Periode:
    mulai, selesai = ujung.mulai, ujung.selesai
    durasi = lama.hari if lama else None
    if mulai is not None and selesai is None and lama is not None:
        selesai = _selesai(mulai, lama)
    return Periode(mulai, selesai, durasi)


def _selesai(mulai: date, lama: Butir) -> date:
    if lama.hari is not None:
        return tambah_hari_kerja(mulai, lama.hari)
    sasaran = tambah_bulan(mulai, lama.bulan or 0)
    return sasaran - timedelta(days=1) if sasaran.day == mulai.day else sasaran


def tambah_hari_kerja(mulai: date, hari: int) -> date:
    """The last of so many working days (Monday to Friday) from `mulai`, which may be one itself."""
    kini = mulai
    while True:
        if kini.weekday() < 5:
            hari -= 1
            if hari == 0:
                return kini
        kini += timedelta(days=1)
