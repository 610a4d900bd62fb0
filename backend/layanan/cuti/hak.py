"""Who has a right to annual leave, and from which day (aturan 2.2, 2.3, 2.11)."""

from datetime import date

from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.facts import Pegawai, StatusAsn
from backend.layanan.kepegawaian.jabatan import guru_atau_dosen
from backend.layanan.kepegawaian.masa_kerja import mulai_masa_kerja, tambah_bulan
from backend.layanan.kepegawaian.pensiun import hari_dinas_terakhir


def dianggap_terpakai(pegawai: Pegawai) -> bool:
    """PP 49/2018 Pasal 81: a PPPK teacher counts as having used the annual leave."""
    return pegawai.status is StatusAsn.PPPK and guru_atau_dosen(pegawai)


def mulai_berhak(pegawai: Pegawai, konf: Konfigurasi) -> date | None:
    """The day on which one year of continuous service is complete; None when its start is not on
    record."""
    mulai = mulai_masa_kerja(pegawai)
    return mulai and tambah_bulan(mulai, konf.angka("cuti.min_masa_kerja_bulan"))


def hak_timbul(pegawai: Pegawai, konf: Konfigurasi, tahun: int) -> date | None:
    """The day on which the right of a year arises, whole (aturan 2.2.2 case j); None: it does not.

    There is no pro-rating: whoever is entitled on any day of the year has the full right.
    """
    berhak = mulai_berhak(pegawai, konf)
    if berhak is None or dianggap_terpakai(pegawai):
        return None
    timbul = max(berhak, date(tahun, 1, 1))
    if timbul > date(tahun, 12, 31) or timbul > hari_dinas_terakhir(pegawai):
        return None
    return timbul
