"""Phrases of a sentence about time, in their order."""

from dataclasses import dataclass
from enum import Enum

from nlu.bahasa.titik import Titik


class Peran(Enum):
    TITIK = "titik"
    LAMA = "lama"
    ANGKA = "angka"
    RENTANG = "rentang"
    DAN = "dan"
    MULAI = "mulai"
    CELAH = "celah"


@dataclass(frozen=True)
class Butir:
    """`hari` or `bulan` is the length of a LAMA; `angka` a number that may yet be a day."""

    peran: Peran
    awal: int
    akhir: int
    titik: Titik | None = None
    hari: int | None = None
    bulan: int | None = None
    angka: int | None = None
    ini: bool = False
    """The point is today itself, which often only says when the sentence was written."""
