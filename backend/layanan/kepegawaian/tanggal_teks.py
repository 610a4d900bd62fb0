"""Dates and numbers in Indonesian words, as users read them."""

from datetime import date

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SATUAN = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)


def tanggal(day: date) -> str:
    """7 Desember 2026"""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def hari_tanggal(day: date) -> str:
    """Senin, 7 Desember 2026"""
    return f"{HARI[day.weekday()]}, {tanggal(day)}"


def rentang(mulai: date, selesai: date) -> str:
    """7–9 Desember 2026; 28 November – 2 Desember 2026; 28 Desember 2026 – 8 Januari 2027"""
    if mulai == selesai:
        return tanggal(mulai)
    if mulai.year != selesai.year:
        return f"{tanggal(mulai)} – {tanggal(selesai)}"
    if mulai.month != selesai.month:
        return f"{mulai.day} {BULAN[mulai.month - 1]} – {tanggal(selesai)}"
    return f"{mulai.day}–{tanggal(selesai)}"


def lama(bulan: int) -> str:
    """A number of months: "1 tahun", "18 bulan"."""
    return f"{bulan // 12} tahun" if bulan and bulan % 12 == 0 else f"{bulan} bulan"


def daftar(parts: list[str]) -> str:
    """a; a dan b; a, b, dan c"""
    if len(parts) <= 2:
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, dan {parts[-1]}"


def terbilang(n: int) -> str:
    """A number from 0 to 999 in words, for forms: 24 -> "dua puluh empat"."""
    if not 0 <= n <= 999:
        raise ValueError(f"terbilang knows 0..999, not {n}")
    if n < 12:
        return _SATUAN[n]
    if n < 20:
        return f"{_SATUAN[n - 10]} belas"
    if n < 100:
        head, rest = f"{_SATUAN[n // 10]} puluh", n % 10
    elif n < 200:
        head, rest = "seratus", n - 100
    else:
        head, rest = f"{_SATUAN[n // 100]} ratus", n % 100
    return f"{head} {terbilang(rest)}" if rest else head
