"""Sick leave that follows sick leave without a working day between is one sickness (aturan 2.5)."""

from datetime import date, timedelta

from backend.layanan.cuti.periode import Rentang
from backend.layanan.facts import Facts
from backend.layanan.kepegawaian.hari_kerja import hari_kerja

_LIBUR_TERPANJANG = 31
"""No run of days off is longer; looking further back would only cost time."""


def rangkaian(rentang: Rentang, facts: Facts) -> Rentang:
    """The whole sickness a range belongs to: with what other requests hold before and after it."""
    lain = [
        Rentang(request.mulai, request.selesai)
        for request in facts.requests
        if request.jenis == "sakit" and request.mulai is not None and request.selesai is not None
    ]
    mulai, selesai = rentang.mulai, rentang.selesai
    for lalu in sorted(lain, key=lambda one: one.selesai, reverse=True):
        if _bersambung(lalu.selesai, mulai, facts):
            mulai = lalu.mulai
    for nanti in sorted(lain, key=lambda one: one.mulai):
        if _bersambung(selesai, nanti.mulai, facts):
            selesai = nanti.selesai
    return Rentang(mulai, selesai)


def _bersambung(akhir: date, awal: date, facts: Facts) -> bool:
    """Whether `awal` comes after `akhir` and the person works on no day between."""
    if not 0 < (awal - akhir).days <= _LIBUR_TERPANJANG:
        return False
    satu = timedelta(days=1)
    pola = facts.pegawai.pola_hari_kerja
    return not hari_kerja(facts.kalender, akhir + satu, awal - satu, pola)
