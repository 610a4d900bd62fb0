"""Days of the week: "senin depan", "jumat minggu ini", "minggu depan", "senin tgl 7"."""

from dataclasses import replace

from nlu.bahasa.kata_waktu import Jenis
from nlu.bahasa.kursor import DEPAN, SATUAN
from nlu.bahasa.pembaca_tanggal import PembacaTanggal
from nlu.bahasa.titik import Titik


class PembacaPekan(PembacaTanggal):
    def pekan(self, i: int, *, minggu_hari: bool) -> tuple[Titik, int] | None:
        leks = self.semua[i]
        if leks.jenis is not Jenis.HARI_PEKAN and not minggu_hari:
            minggu = self._minggu(i)
            if minggu is not None or self._bukan_ahad(i):
                return minggu
        hari = leks.nilai if leks.jenis is Jenis.HARI_PEKAN else 6
        return self._hari_pekan(hari, i + 1)

    def _minggu(self, i: int) -> tuple[Titik, int] | None:
        """ "minggu depan" is the Monday of that week."""
        j = self.lewati(i + 1, Jenis.PENGISI)
        if self.jenis(j) in DEPAN:
            return Titik(hari_pekan=0, pekan=1), j + 1
        if self.jenis(j) is Jenis.LALU:
            return Titik(hari_pekan=0, pekan=-1), j + 1
        return None

    def _bukan_ahad(self, i: int) -> bool:
        return self.jenis(i) is Jenis.PEKAN or self.jenis(i + 1) in (
            Jenis.INI,
            Jenis.URUTAN,
            Jenis.RELATIF,
        )

    def _hari_pekan(self, hari: int, i: int) -> tuple[Titik, int] | None:
        pekan, j = self._pekan_ke(i)
        if pekan is not None:
            return self._dengan_tanggal(Titik(hari_pekan=hari, pekan=pekan), j)
        jenis = self.jenis(i)
        if jenis is Jenis.URUTAN:
            bulan = self.sebut_bulan(self.lewati(i + 1, Jenis.PENGISI))
            if bulan is None:
                return None
            titik, j = bulan
            return replace(titik, hari_pekan=hari, ke=self.semua[i].nilai), j
        if jenis is Jenis.INI:
            return self._dengan_tanggal(Titik(hari_pekan=hari, hari_ini_pun=True), i + 1)
        if jenis is Jenis.LALU or (jenis is Jenis.RELATIF and self.semua[i].nilai == -1):
            return self._dengan_tanggal(Titik(hari_pekan=hari, lalu=True), i + 1)
        lompat = self.lewati(i, Jenis.PENGISI)
        if self.jenis(lompat) is Jenis.DATANG:
            i = lompat + 1
        elif jenis is Jenis.RELATIF and self.semua[i].nilai == 1:
            i += 1
        return self._dengan_tanggal(Titik(hari_pekan=hari), i)

    def _pekan_ke(self, i: int) -> tuple[int | None, int]:
        """The week behind a weekday: "depan", "minggu depan", "minggu ini", "dua minggu lagi"."""
        if self.jenis(i) is Jenis.DEPAN:
            return 1, i + 1
        k = self.lewati(i, Jenis.PENGISI)
        if self.jenis(k) in (Jenis.MINGGU, Jenis.PEKAN):
            arah = self.lewati(k + 1, Jenis.PENGISI)
            nilai = {Jenis.DEPAN: 1, Jenis.DATANG: 1, Jenis.INI: 0, Jenis.LALU: -1}.get(
                self.jenis(arah) or Jenis.LAIN
            )
            return (nilai, arah + 1) if nilai is not None else (None, i)
        dua = self.jenis(i) is Jenis.ANGKA and self.jenis(i + 1) in (Jenis.MINGGU, Jenis.PEKAN)
        if dua and self.jenis(i + 2) is Jenis.LAGI:
            return self.semua[i].nilai, i + 3
        return None, i

    def _dengan_tanggal(self, titik: Titik, i: int) -> tuple[Titik, int]:
        """A date right behind a weekday belongs to it: "senin, tgl 7 desember"."""
        j = self.lewati(i, Jenis.DAN) if self.kata(i) == "," else i
        sebut = self.jenis(j) is Jenis.TANGGAL
        if sebut or self.jenis(j) in (Jenis.ANGKA, Jenis.DMY):
            k = j + 1 if sebut else j
            lepas = not sebut and j == i and self.jenis(k) is Jenis.ANGKA and self._angka_hari(k)
            hari = self.hari_bulan(k, sebut=sebut or lepas)
            if hari is not None:
                return replace(hari[0], hari_pekan=titik.hari_pekan), hari[1]
        return titik, i

    def _angka_hari(self, i: int) -> bool:
        return self.semua[i].nilai <= 31 and self.jenis(i + 1) not in SATUAN
