"""Which days a person works (aturan 2.2.1 and 3)."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from holidays import country_holidays

from backend.layanan.facts import JenisLibur, Kalender, Libur


class Calendar:
    """The state's calendar: the package `holidays` plus days an administrator adds.

    `tambahan` is {day: (jenis, nama)} with a jenis of `JenisLibur`; an added day replaces what the
    package says of it. Raises ValueError for an unknown jenis.
    """

    def __init__(self, tambahan: Mapping[date, tuple[str, str]] | None = None) -> None:
        self._tambahan = {
            day: Libur(JenisLibur(jenis), nama) for day, (jenis, nama) in (tambahan or {}).items()
        }
        self._nasional = country_holidays("ID", categories=("public",), language="id")
        self._bersama = country_holidays("ID", categories=("government",), language="id")

    def libur(self, day: date) -> Libur | None:
        if day in self._tambahan:
            return self._tambahan[day]
        if nama := self._nasional.get(day):
            return Libur(JenisLibur.LIBUR_NASIONAL, nama)
        if nama := self._bersama.get(day):
            return Libur(JenisLibur.CUTI_BERSAMA, nama)
        return None

    def is_working_day(self, day: date, pola: int) -> bool:
        """`pola` is the number of days in the person's week: 5 (Senin–Jumat) or 6 (Senin–Sabtu)."""
        return not akhir_pekan(day, pola) and self.libur(day) is None


def akhir_pekan(day: date, pola: int) -> bool:
    """Whether the day is outside the person's week of 5 or 6 days; else raises ValueError."""
    if pola not in (5, 6):
        raise ValueError(f"pola hari kerja must be 5 or 6, not {pola}")
    return day.weekday() >= pola


def semua_hari(mulai: date, selesai: date) -> Iterator[date]:
    """Every calendar day from `mulai` to `selesai`, both included; none when they are reversed."""
    for offset in range((selesai - mulai).days + 1):
        yield mulai + timedelta(days=offset)


def hari_kerja(kalender: Kalender, mulai: date, selesai: date, pola: int) -> tuple[date, ...]:
    """The working days of a range; their number is what annual leave is charged."""
    return tuple(day for day in semua_hari(mulai, selesai) if kalender.is_working_day(day, pola))


def cuti_bersama(kalender: Kalender, mulai: date, selesai: date, pola: int) -> tuple[date, ...]:
    """The joint-leave days of a range that fall inside the person's week."""
    return tuple(
        day
        for day in semua_hari(mulai, selesai)
        if not akhir_pekan(day, pola)
        and (libur := kalender.libur(day)) is not None
        and libur.jenis is JenisLibur.CUTI_BERSAMA
    )


def hari_kerja_ke(kalender: Kalender, mulai: date, jumlah: int, pola: int) -> date:
    """The day on which `jumlah` working days from `mulai` on are complete (the first day counts if
    it is one). Raises ValueError unless 1 <= jumlah <= 366."""
    if not 1 <= jumlah <= 366:
        raise ValueError(f"a number of working days is 1 to 366, not {jumlah}")
    day = mulai
    while True:
        jumlah -= kalender.is_working_day(day, pola)
        if jumlah == 0:
            return day
        day += timedelta(days=1)
