"""What one end of a range says and the other leaves out: "7-9 desember", "senin-rabu depan"."""

from calendar import monthrange
from dataclasses import replace

from nlu.bahasa.titik import Titik

LINTAS_BULAN = 14  # days a range may span when only its end names the month ("30-2 januari")


def sesuaikan(awal: Titik, akhir: Titik) -> tuple[Titik, Titik]:
    """What one end says and the other leaves out."""
    if awal.hari is not None and awal.bulan is None and awal.geser_bulan is None and akhir.hari:
        awal = replace(pinjam_bulan(awal, akhir, rentang=True), hari_pekan=awal.hari_pekan)
    if awal.bulan is not None and awal.tahun is None and akhir.tahun is not None and akhir.bulan:
        mundur = (awal.bulan, awal.hari or 1) > (akhir.bulan, akhir.hari or 31)
        sama_bulan = awal.bulan == akhir.bulan
        awal = replace(awal, tahun=akhir.tahun - (mundur and not sama_bulan))
    return pinjam_pekan(awal, akhir), akhir


def pinjam_bulan(awal: Titik, akhir: Titik | None, *, rentang: bool) -> Titik:
    """ "7-9 desember" begins in December, "30-2 januari" in the month before."""
    if akhir is None or awal.hari is None or akhir.hari is None:
        return awal
    pinjam = replace(
        awal, bulan=akhir.bulan, geser_bulan=akhir.geser_bulan, tahun=akhir.tahun, lalu=akhir.lalu
    )
    if awal.hari <= akhir.hari or not rentang or akhir.bulan is None:
        return pinjam
    sebelum = (akhir.bulan - 2) % 12 + 1
    panjang = monthrange(akhir.tahun or 2024, sebelum)[1]
    if panjang - awal.hari + akhir.hari > LINTAS_BULAN:
        return pinjam  # "9-7 desember": the wrong way round, and the person will be told so
    tahun = akhir.tahun - 1 if akhir.tahun is not None and sebelum == 12 else akhir.tahun
    return replace(pinjam, bulan=sebelum, tahun=tahun)


def pinjam_pekan(awal: Titik, akhir: Titik) -> Titik:
    """ "senin sampai rabu depan": both are next week."""
    if (
        not (awal.hanya_hari_pekan and akhir.hanya_hari_pekan)
        or awal.lalu
        or awal.pekan is not None
    ):
        return awal
    naik = (awal.hari_pekan or 0) <= (akhir.hari_pekan or 0)
    return replace(awal, pekan=akhir.pekan) if naik else awal


def terbalik(awal: Titik, akhir: Titik) -> bool:
    """ "10 desember sampai 7 desember": both days of one month, the later one first."""
    sebulan = awal.bulan is not None and awal.bulan == akhir.bulan and akhir.tahun is None
    return sebulan and (akhir.hari or 31) < (awal.hari or 1)
