"""Days of a month: "7 desember 2026", "tgl 7 bulan depan", "akhir bulan"."""

from dataclasses import replace

from nlu.bahasa.kata_waktu import Jenis
from nlu.bahasa.kursor import DEPAN, Kursor
from nlu.bahasa.titik import Titik

LANJUTAN = (
    Jenis.RENTANG,
    Jenis.TANGGAL,
    Jenis.ANGKA,
    Jenis.DMY,
    Jenis.DEPAN,
    Jenis.MINGGU,
    Jenis.DAN,
    Jenis.HARI_PEKAN,
)
"""Behind a weekday these begin something of its own: "7 desember, selasa 8 desember"."""


class PembacaTanggal(Kursor):
    def hari_bulan(self, i: int, *, sebut: bool) -> tuple[Titik, int] | None:
        """ "7 desember 2026", "7/12"; a number alone only when "tanggal" was said."""
        leks = self.semua[i]
        if leks.dmy is not None:
            hari, bulan_, tahun = leks.dmy
            return self._ekor(Titik(hari=hari, bulan=bulan_, tahun=tahun), i + 1)
        if leks.nilai < 0:
            return None
        j = self.lewati(i + 1, Jenis.PENGISI) if sebut else i + 1
        bulan = self.sebut_bulan(j)
        if bulan is not None and (sebut or self.jenis(j) is Jenis.BULAN or self.tanggal_bulan(i)):
            return self._ekor(replace(bulan[0], hari=leks.nilai), bulan[1])
        if not sebut or self.jenis(i + 1) in (Jenis.HARI, Jenis.TAHUN, Jenis.PEKAN):
            return None
        return self._ekor(Titik(hari=leks.nilai), i + 1)

    def tanggal_bulan(self, i: int) -> bool:
        """ "7 bulan depan" and "tgl 7 bulan desember" are days, "3 bulan" is a length."""
        if self.jenis(i + 1) is not Jenis.SATUAN_BULAN:
            return False
        sebut = self.jenis(i - 1) in (Jenis.TANGGAL, Jenis.RENTANG, Jenis.DAN)
        berikut = self.jenis(i + 2)
        return (
            berikut is Jenis.BULAN
            or berikut in DEPAN
            or (sebut and berikut in (Jenis.INI, Jenis.ANGKA, Jenis.LALU))
        )

    def _ekor(self, titik: Titik, i: int) -> tuple[Titik, int]:
        """What may follow a date: "kemarin", "yang lalu", or its weekday."""
        j = self.lewati(i, Jenis.PENGISI)
        lampau = self.jenis(j) is Jenis.LALU or (
            self.jenis(i) is Jenis.RELATIF and self.semua[i].nilai == -1
        )
        if lampau and titik.tahun is None and titik.geser_bulan is None:
            return replace(titik, lalu=True), (j if self.jenis(j) is Jenis.LALU else i) + 1
        return self.dengan_hari_pekan(titik, i)

    def dengan_hari_pekan(self, titik: Titik, i: int) -> tuple[Titik, int]:
        j = i + 1 if self.kata(i) == "," else i
        j = self.lewati(j, Jenis.HARI)
        ahad = self.jenis(j) is Jenis.MINGGU and self.jenis(j - 1) is Jenis.HARI
        ada = self.jenis(j) is Jenis.HARI_PEKAN or ahad
        if ada and self.jenis(j + 1) not in LANJUTAN:
            return replace(titik, hari_pekan=6 if ahad else self.semua[j].nilai), j + 1
        return titik, i

    def nama_bulan(self, i: int, *, setelah_mulai: bool) -> tuple[Titik, int] | None:
        """A month named first: "bulan depan tgl 7", "mulai desember", "bulan depan"."""
        if self.jenis(i) is Jenis.TAHUN:
            tahun, j = self.tahun(i)
            awal = Titik(batas="awal", per_tahun=True, tahun=tahun)
            return (awal, j) if setelah_mulai and tahun is not None else None
        bulan = self.sebut_bulan(i)
        if bulan is None:
            return None
        titik, j = bulan
        k = self.lewati(j, Jenis.DAN) if self.kata(j) == "," else j
        if self.jenis(k) is Jenis.TANGGAL and self.jenis(k + 1) is Jenis.ANGKA:
            return replace(titik, hari=self.semua[k + 1].nilai), k + 2
        if setelah_mulai or titik.geser_bulan == 1:
            return replace(titik, batas="awal"), j
        return None

    def tepi_bulan(self, i: int, batas: str) -> tuple[Titik, int] | None:
        i = self.lewati(i, Jenis.PENGISI)
        if self.jenis(i) is Jenis.TAHUN:
            tahun, j = self.tahun(i)
            return Titik(batas=batas, per_tahun=True, tahun=tahun), max(j, i + 1)
        bulan = self.sebut_bulan(i)
        if bulan is not None:
            return replace(bulan[0], batas=batas), bulan[1]
        return (Titik(batas=batas), i + 1) if self.jenis(i) is Jenis.SATUAN_BULAN else None
