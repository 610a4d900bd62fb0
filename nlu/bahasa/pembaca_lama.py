"""Lengths: "3 hari", "seminggu"; and days said by one: "3 hari lagi", "dua minggu yang lalu"."""

from datetime import date, timedelta

from nlu.bahasa.butir import Butir, Peran
from nlu.bahasa.kata_waktu import Jenis
from nlu.bahasa.kursor import SATUAN
from nlu.bahasa.pembaca_pekan import PembacaPekan
from nlu.bahasa.titik import MustahilError, Titik, tambah_bulan

SUDAH = frozenset({"sudah", "udah", "sdh", "udh", "telah", "tos", "atos"})
SEBELUM = frozenset({"sebelum", "sblm", "setelah", "stlh", "sesudah", "menjelang", "pasca"})


class PembacaLama(PembacaPekan):
    def lama(self, i: int) -> tuple[Butir, int] | None:
        """ "3 hari", "seminggu"; with "lagi" or "yang lalu" behind it a day is meant."""
        leks = self.semua[i]
        if leks.jenis is Jenis.LAMA:
            nilai, satuan, j = 1, leks.satuan, i + 1
        elif (
            leks.jenis is Jenis.ANGKA and self.jenis(i + 1) in SATUAN and not self.tanggal_bulan(i)
        ):
            nilai, satuan, j = leks.nilai, SATUAN[self.semua[i + 1].jenis], i + 2
        else:
            return None
        letak = leks.mulai, self.semua[j - 1].akhir
        if self.jenis(j) is Jenis.LAGI or (
            self.jenis(j) is Jenis.LAIN and self.kata(j) == "kemudian"
        ):
            hari = self._geser(nilai, satuan)
            return Butir(Peran.TITIK, letak[0], self.semua[j].akhir, titik=Titik(tetap=hari)), j + 1
        k = self.lewati(j, Jenis.PENGISI)
        if self.jenis(k) is Jenis.LALU:
            hari = self._geser(-nilai, satuan)
            return Butir(Peran.TITIK, letak[0], self.semua[k].akhir, titik=Titik(tetap=hari)), k + 1
        if self.kata(j) in SEBELUM:
            raise MustahilError  # "3 hari sebelum …": an offset nobody should guess
        if not 1 <= nilai <= 1000 or self.kata(i - 1) in SUDAH:
            return Butir(Peran.CELAH, *letak), j
        hari_, bulan = _panjang(nilai, satuan)
        erat = self.jenis(i - 1) in (
            Jenis.SELAMA,
            Jenis.BULAN,
            Jenis.ANGKA,
            Jenis.DMY,
            Jenis.RELATIF,
            Jenis.DEPAN,
        )
        if satuan == "tahun" or (
            satuan == "bulan" and not erat and self.jenis(j) is not Jenis.MULAI
        ):
            bulan = bulan if self.jenis(i - 1) is Jenis.SELAMA else None
        return Butir(Peran.LAMA, *letak, hari=hari_, bulan=bulan), j

    def _geser(self, nilai: int, satuan: str) -> date:
        if abs(nilai) > 1000:
            raise MustahilError
        if satuan in ("hari", "minggu"):
            return self.hari_ini + timedelta(days=nilai * (7 if satuan == "minggu" else 1))
        return tambah_bulan(self.hari_ini, nilai * (12 if satuan == "tahun" else 1))


def _panjang(nilai: int, satuan: str) -> tuple[int | None, int | None]:
    """Working days for days and weeks, months for months and years."""
    if satuan in ("hari", "minggu"):
        return nilai * (5 if satuan == "minggu" else 1), None
    return None, nilai * (12 if satuan == "tahun" else 1)
