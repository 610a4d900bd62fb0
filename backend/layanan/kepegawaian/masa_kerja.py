"""Length of service and arithmetic with months (aturan 1.1, 2.2, 2.6)."""

from calendar import monthrange
from datetime import date, timedelta

from backend.layanan.facts import Pegawai, StatusAsn


def tambah_bulan(day: date, bulan: int) -> date:
    """The same day `bulan` months later, or the last day of that month when it lacks the day."""
    index = day.year * 12 + day.month - 1 + bulan
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def akhir_masa_bulan(mulai: date, bulan: int) -> date:
    """Last day of a period of `bulan` months (aturan 2.6): start + months - 1 day; when the target
    day is missing, the last day of that month and no day is taken off."""
    target = tambah_bulan(mulai, bulan)
    return target if target.day < mulai.day else target - timedelta(days=1)


def mulai_masa_kerja(pegawai: Pegawai) -> date | None:
    """Where continuous service begins: TMT CPNS, or the contract of a PPPK. None: not on record."""
    if pegawai.status is StatusAsn.PPPK:
        return pegawai.tmt_kontrak
    return pegawai.tmt_cpns or pegawai.tmt_pns


def bulan_masa_kerja(sejak: date, sampai: date) -> int:
    """Full months from `sejak` to `sampai`; 0 when reversed."""
    months = (sampai.year - sejak.year) * 12 + sampai.month - sejak.month
    return max(0, months - (sampai.day < sejak.day))


def masa_kerja_teks(sejak: date | None, sampai: date) -> str:
    """ "7 tahun 8 bulan"; empty when the start is not on record."""
    if sejak is None:
        return ""
    tahun, bulan = divmod(bulan_masa_kerja(sejak, sampai), 12)
    return f"{tahun} tahun {bulan} bulan"
