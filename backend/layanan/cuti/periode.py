"""The dates of an answer, and what they mean in days."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from backend.layanan.definition import Answers
from backend.layanan.facts import Facts
from backend.layanan.kepegawaian import hari_kerja


@dataclass(frozen=True, slots=True)
class Rentang:
    """A range of leave, both days included. `selesai` may precede `mulai`: rules say so."""

    mulai: date
    selesai: date

    @property
    def hari(self) -> int:
        """Calendar days; 0 or less when reversed."""
        return (self.selesai - self.mulai).days + 1


@dataclass(frozen=True, slots=True)
class Bagian:
    """The part of a range that is charged in one year: its number of working days, and the first
    of them."""

    tahun: int
    hari: int
    mulai: date


def baca(answers: Answers) -> Rentang | None:
    """The range of the field `periode`; None while it is missing or half known."""
    value = answers.get("periode")
    if not isinstance(value, dict):
        return None
    mulai, selesai = value.get("mulai"), value.get("selesai")
    if not isinstance(mulai, str) or not isinstance(selesai, str):
        return None
    return Rentang(date.fromisoformat(mulai), date.fromisoformat(selesai))


def hari_kerja_dari(rentang: Rentang, facts: Facts) -> tuple[date, ...]:
    """The days of the range on which the person works."""
    return hari_kerja.hari_kerja(
        facts.kalender, rentang.mulai, rentang.selesai, facts.pegawai.pola_hari_kerja
    )


def per_tahun(days: tuple[date, ...]) -> tuple[Bagian, ...]:
    """Working days split at 31 December (aturan 2.15 no. 1), oldest year first."""
    years = ((tahun, tuple(group)) for tahun, group in groupby(days, key=lambda day: day.year))
    return tuple(Bagian(tahun, len(group), group[0]) for tahun, group in years)


def satu_hari(answers: Answers) -> bool:
    """Whether the range is known and is a single day."""
    rentang = baca(answers)
    return rentang is not None and rentang.hari == 1
