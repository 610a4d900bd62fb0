"""Retirement age (BUP) and the day it takes effect (aturan 6.1, 6.3)."""

from dataclasses import dataclass
from datetime import date, timedelta

from backend.layanan.facts import JenisJabatan, Pegawai, StatusAsn


@dataclass(frozen=True, slots=True)
class BarisBup:
    """One row of aturan 6.1. Empty conditions hold for everybody; `kata` are words that begin the
    title of the post."""

    usia: int
    dasar: str
    kata: tuple[str, ...] = ()
    jenis: frozenset[JenisJabatan] = frozenset()
    jenjang: frozenset[str] = frozenset()

    def berlaku(self, pegawai: Pegawai) -> bool:
        return (
            (not self.kata or pegawai.jabatan.casefold().startswith(self.kata))
            and (not self.jenis or pegawai.jenis_jabatan in self.jenis)
            and (not self.jenjang or pegawai.jenjang in self.jenjang)
        )


_JF = frozenset({JenisJabatan.FUNGSIONAL})

BUP: tuple[BarisBup, ...] = (
    BarisBup(70, "UU 14/2005", kata=("profesor", "guru besar")),
    BarisBup(60, "UU 14/2005", kata=("guru",)),
    BarisBup(65, "UU 14/2005", kata=("dosen", "lektor", "asisten ahli")),
    BarisBup(70, "UU 11/2019", kata=("peneliti", "perekayasa"), jenjang=frozenset({"ahli_utama"})),
    BarisBup(60, "UU 20/2023 Pasal 55", jenis=frozenset({JenisJabatan.JPT})),
    BarisBup(65, "PP 11/2017 Pasal 239", jenis=_JF, jenjang=frozenset({"ahli_utama"})),
    BarisBup(60, "PP 11/2017 Pasal 239", jenis=_JF, jenjang=frozenset({"ahli_madya"})),
    BarisBup(58, "UU 20/2023 Pasal 55; PP 11/2017 Pasal 239"),
)
"""First row that holds wins: posts with a law of their own go first, the rest is 58."""


def baris_bup(pegawai: Pegawai) -> BarisBup:
    return next(row for row in BUP if row.berlaku(pegawai))


def tmt_pensiun(pegawai: Pegawai) -> date:
    """First day of the month after the birthday month in which BUP is reached."""
    lahir = pegawai.tanggal_lahir
    index = (lahir.year + baris_bup(pegawai).usia) * 12 + lahir.month
    return date(index // 12, index % 12 + 1, 1)


def hari_dinas_terakhir(pegawai: Pegawai) -> date:
    """Last day of service: the day before retirement, for a PPPK not after the contract."""
    pensiun = tmt_pensiun(pegawai) - timedelta(days=1)
    if pegawai.status is StatusAsn.PPPK and pegawai.akhir_kontrak is not None:
        return min(pensiun, pegawai.akhir_kontrak)
    return pensiun
