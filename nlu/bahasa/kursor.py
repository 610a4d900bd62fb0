"""A look along the lexemes of a sentence, and the months and years named there."""

from datetime import date

from nlu.bahasa.kata_waktu import Jenis
from nlu.bahasa.leksem import Leksem
from nlu.bahasa.titik import Titik

SATUAN = {
    Jenis.HARI: "hari",
    Jenis.MINGGU: "minggu",
    Jenis.PEKAN: "minggu",
    Jenis.SATUAN_BULAN: "bulan",
    Jenis.TAHUN: "tahun",
}
DEPAN = (Jenis.DEPAN, Jenis.DATANG)


class Kursor:
    """Every method looks at place `i` and, where it reads something, says where that ends."""

    def __init__(self, semua: list[Leksem], hari_ini: date) -> None:
        self.semua = semua
        self.hari_ini = hari_ini

    def jenis(self, i: int) -> Jenis | None:
        return self.semua[i].jenis if 0 <= i < len(self.semua) else None

    def kata(self, i: int) -> str:
        return self.semua[i].kata if 0 <= i < len(self.semua) else ""

    def lewati(self, i: int, *jenis: Jenis) -> int:
        while self.jenis(i) in jenis:
            i += 1
        return i

    def sebut_bulan(self, i: int) -> tuple[Titik, int] | None:
        """ "desember 2026", "bulan desember", "bulan depan", "bulan 12"."""
        if self.jenis(i) is Jenis.BULAN:
            tahun, j = self.tahun(i + 1)
            return Titik(bulan=self.semua[i].nilai, tahun=tahun), j
        if self.jenis(i) is not Jenis.SATUAN_BULAN:
            return None
        j = self.lewati(i + 1, Jenis.PENGISI)
        jenis = self.jenis(j)
        if jenis is Jenis.BULAN:
            return self.sebut_bulan(j)
        if jenis in (Jenis.DEPAN, Jenis.DATANG, Jenis.INI, Jenis.LALU):
            geser = 0 if jenis is Jenis.INI else -1 if jenis is Jenis.LALU else 1
            return Titik(geser_bulan=geser), j + 1
        if jenis is Jenis.ANGKA and self.jenis(j + 1) not in SATUAN:
            tahun, k = self.tahun(j + 1)
            return Titik(bulan=self.semua[j].nilai, tahun=tahun), k
        return None

    def tahun(self, i: int) -> tuple[int | None, int]:
        j = self.lewati(i, Jenis.TAHUN)
        if j > i and self.jenis(j) in (Jenis.DEPAN, Jenis.DATANG, Jenis.INI):
            return self.hari_ini.year + (self.jenis(j) is not Jenis.INI), j + 1
        if self.jenis(j) is Jenis.ANGKA and self.jenis(j + 1) not in SATUAN:
            nilai = self.semua[j].nilai
            pendek = (
                self.jenis(j + 1) is not Jenis.BULAN and 0 <= 2000 + nilai - self.hari_ini.year <= 5
            )
            if 1950 <= nilai <= 2200 or pendek:
                return (nilai if nilai >= 1950 else 2000 + nilai), j + 1
        return None, i
