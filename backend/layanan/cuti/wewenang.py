"""Which official is competent to grant leave: the decision matrix of aturan 2.1.

The province's rule of delegation is not at hand, so every cell is configuration.
"""

from enum import StrEnum

from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.periode import baca
from backend.layanan.cuti.rangkaian import rangkaian
from backend.layanan.definition import Answers, Role
from backend.layanan.facts import Facts, JenisJabatan, Pegawai
from backend.layanan.kepegawaian.jabatan import di_sekolah


class Kelas(StrEnum):
    """The rows of the matrix."""

    SEKDA = "sekda"
    JPT_UTAMA = "jpt_utama"
    ADMINISTRATOR_MADYA = "administrator_madya"
    SEKOLAH = "sekolah"
    LAINNYA = "lainnya"


def kelas(pegawai: Pegawai) -> Kelas:
    match (pegawai.jenis_jabatan, pegawai.jenjang):
        case (JenisJabatan.JPT, "madya" | "utama"):
            return Kelas.SEKDA
        case (JenisJabatan.JPT, _) | (JenisJabatan.FUNGSIONAL, "ahli_utama"):
            return Kelas.JPT_UTAMA
        case (JenisJabatan.ADMINISTRATOR, _) | (JenisJabatan.FUNGSIONAL, "ahli_madya"):
            return Kelas.ADMINISTRATOR_MADYA
    return Kelas.SEKOLAH if di_sekolah(pegawai) else Kelas.LAINNYA


def competent(kind: str, answers: Answers, facts: Facts) -> Role:
    """The role that decides: by the applicant's post, and higher up for long sick leave."""
    konf = Konfigurasi(facts.config)
    key = f"cuti.wewenang.{kelas(facts.pegawai)}"
    return konf.peran(f"{key}.sakit_lama" if kind == "sakit" and _lama(answers, facts) else key)


def _lama(answers: Answers, facts: Facts) -> bool:
    """Whether the whole sickness is a long one: two requests in a row do not evade the rule."""
    rentang, batas = baca(answers), Konfigurasi(facts.config).angka("cuti.sakit_lama_hari")
    return rentang is not None and rangkaian(rentang, facts).hari > batas
