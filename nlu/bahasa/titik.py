"""A point in time as a sentence names it, and the day it means."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


class MustahilError(ValueError):
    """The named day does not exist (31 februari) or cannot be meant."""


class BertentanganError(ValueError):
    """Two statements about one day exclude each other (a weekday and a date)."""


@dataclass(frozen=True)
class Titik:
    """Exactly one of the ways to name a day is used; `hari_pekan` may accompany `hari` or `tetap`.

    tetap       a day already known (besok, 2026-12-07)
    hari        day of month with `bulan` (1-12), `geser_bulan` (1: next month) and `tahun` if said
    batas       "awal" or "akhir" of a month, or of a year when `per_tahun`
    hari_pekan  weekday (Monday 0), in week `pekan` (1: next) if said; `ke`: the n-th of a month
    lalu        the most recent such day instead of the next
    """

    tetap: date | None = None
    hari: int | None = None
    bulan: int | None = None
    geser_bulan: int | None = None
    tahun: int | None = None
    batas: str | None = None
    per_tahun: bool = False
    hari_pekan: int | None = None
    pekan: int | None = None
    ke: int | None = None
    lalu: bool = False
    hari_ini_pun: bool = False
    """"rabu ini" may be today; a bare weekday never is."""

    @property
    def hanya_hari_pekan(self) -> bool:
        return (
            self.hari_pekan is not None
            and self.tetap is None
            and self.hari is None
            and self.ke is None
        )


def tanggal_dari(titik: Titik, acuan: date, *, setelah: date | None = None) -> date:
    """The day meant, seen from `acuan` (today); `setelah` is the start when it names an end.

    Raises MustahilError, or BertentanganError when weekday and date do not agree.
    """
    hasil = _hitung(titik, acuan, setelah)
    if titik.hari_pekan is not None and hasil.weekday() != titik.hari_pekan:
        raise BertentanganError
    return hasil


def _hitung(titik: Titik, hari_ini: date, setelah: date | None) -> date:
    if titik.bulan is not None and not 1 <= titik.bulan <= 12:
        raise MustahilError
    dasar = hari_ini if setelah is None or titik.lalu else setelah
    if titik.tetap is not None:
        return titik.tetap
    if titik.batas is not None:
        return _batas(titik, hari_ini, dasar)
    if titik.hari is not None:
        return _hari_bulan(titik, titik.hari, hari_ini, dasar)
    if titik.hari_pekan is None:
        raise MustahilError
    if titik.ke is not None:
        return _ke_n(titik, titik.hari_pekan, titik.ke, hari_ini)
    return _hari_pekan(titik, titik.hari_pekan, hari_ini, dasar)


def _hari_pekan(titik: Titik, hari: int, hari_ini: date, dasar: date) -> date:
    if titik.pekan is not None:
        senin = hari_ini - timedelta(days=hari_ini.weekday())
        return senin + timedelta(weeks=titik.pekan, days=hari)
    if titik.lalu:
        return hari_ini - timedelta(days=(hari_ini.weekday() - hari - 1) % 7 + 1)
    if titik.hari_ini_pun and dasar.weekday() == hari:
        return dasar
    return dasar + timedelta(days=(hari - dasar.weekday() - 1) % 7 + 1)


def _hari_bulan(titik: Titik, hari: int, hari_ini: date, dasar: date) -> date:
    if not 1 <= hari <= 31:
        raise MustahilError
    if titik.geser_bulan is not None:
        tahun, bulan = geser(hari_ini, titik.geser_bulan)
        return _hari(tahun, bulan, hari)
    if titik.bulan is not None and titik.tahun is not None:
        return _hari(titik.tahun, titik.bulan, hari)
    calon = (
        hasil
        for tahun, bulan in _bulan_calon(dasar, -1 if titik.lalu else 1, titik.tahun)
        if titik.bulan in (None, bulan)
        and (hasil := _hari_ada(tahun, bulan, hari)) is not None
        and (hasil <= dasar if titik.lalu else hasil >= dasar)
    )
    terdekat = next(calon, None)
    if terdekat is None:
        raise MustahilError
    return terdekat


def _bulan_calon(dasar: date, arah: int, tahun: int | None) -> Iterator[tuple[int, int]]:
    """Months from `dasar` on, eight years far: 29 February is found even across 2100."""
    for langkah in range(97):
        calon = geser(dasar, arah * langkah)
        if tahun in (None, calon[0]):
            yield calon


def _batas(titik: Titik, hari_ini: date, dasar: date) -> date:
    if titik.per_tahun:
        tahun = titik.tahun or dasar.year
        awal_lalu = titik.batas == "awal" and titik.tahun is None and date(tahun, 1, 1) < dasar
        return date(tahun + awal_lalu, 1, 1) if titik.batas == "awal" else date(tahun, 12, 31)
    if titik.geser_bulan is not None:
        return _tepi(*geser(hari_ini, titik.geser_bulan), titik.batas)
    if titik.bulan is None:
        kini = _tepi(dasar.year, dasar.month, titik.batas)
        return kini if kini >= dasar else _tepi(*geser(dasar, 1), titik.batas)
    if titik.tahun is not None:
        return _tepi(titik.tahun, titik.bulan, titik.batas)
    tahun_ini = _tepi(dasar.year, titik.bulan, titik.batas)
    return tahun_ini if tahun_ini >= dasar else _tepi(dasar.year + 1, titik.bulan, titik.batas)


def _ke_n(titik: Titik, hari: int, ke: int, hari_ini: date) -> date:
    """The n-th weekday of a month, the last for -1."""
    if titik.bulan is None:
        calon = [geser(hari_ini, titik.geser_bulan or 0)]
    else:
        mulai = titik.tahun or hari_ini.year
        calon = [(tahun, titik.bulan) for tahun in (mulai, mulai + 1)]
    for tahun, bulan in calon:
        pertama = date(tahun, bulan, 1)
        semua = [
            pertama + timedelta(days=n)
            for n in range(monthrange(tahun, bulan)[1])
            if (pertama + timedelta(days=n)).weekday() == hari
        ]
        urut = ke - 1 if ke > 0 else ke
        if urut < len(semua) and (semua[urut] >= hari_ini or titik.tahun is not None):
            return semua[urut]
    raise MustahilError


def geser(hari: date, bulan: int) -> tuple[int, int]:
    """Year and month so many months away."""
    urut = hari.year * 12 + hari.month - 1 + bulan
    return urut // 12, urut % 12 + 1


def tambah_bulan(hari: date, bulan: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    y, m = geser(hari, bulan)
    return date(y, m, min(hari.day, monthrange(y, m)[1]))


def _tepi(tahun: int, bulan: int, batas: str | None) -> date:
    return date(tahun, bulan, 1 if batas == "awal" else monthrange(tahun, bulan)[1])


def _hari_ada(tahun: int, bulan: int, hari: int) -> date | None:
    return date(tahun, bulan, hari) if hari <= monthrange(tahun, bulan)[1] else None


def _hari(tahun: int, bulan: int, hari: int) -> date:
    hasil = _hari_ada(tahun, bulan, hari) if 1950 <= tahun <= 2200 else None
    if hasil is None:
        raise MustahilError
    return hasil
