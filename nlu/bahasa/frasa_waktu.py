"""Reads lexemes as phrases: points in time, lengths, and what stands between them."""

from datetime import timedelta

from nlu.bahasa.butir import Butir, Peran
from nlu.bahasa.kata_waktu import Jenis
from nlu.bahasa.leksem import Leksem
from nlu.bahasa.pembaca_lama import PembacaLama
from nlu.bahasa.titik import Titik


class Pengurai(PembacaLama):
    """One pass over the lexemes."""

    def urai(self) -> list[Butir]:
        hasil: list[Butir] = []
        i = 0
        while i < len(self.semua):
            butir, i = self._butir(i, hasil)
            if butir is not None:
                hasil.append(butir)
        return hasil

    def _butir(self, i: int, sebelum: list[Butir]) -> tuple[Butir | None, int]:
        leks = self.semua[i]
        lewat = self._bukan_titik(i)
        if lewat > i:
            return Butir(Peran.CELAH, leks.mulai, leks.akhir), lewat
        lama = self.lama(i)
        if lama is not None:
            return lama
        dibaca = self.titik(i, setelah_mulai=bool(sebelum) and sebelum[-1].peran is Peran.MULAI)
        if dibaca is not None:
            titik, j = dibaca
            ini = titik == Titik(tetap=self.hari_ini)
            akhir = self.semua[j - 1].akhir
            return Butir(Peran.TITIK, leks.mulai, akhir, titik=titik, ini=ini), j
        return self._tunggal(leks), i + 1

    def _bukan_titik(self, i: int) -> int:
        """Where "setiap hari senin" or "akhir minggu depan" ends: words that name no one day."""
        if self.jenis(i) is Jenis.BERULANG:
            return self.lewati(i + 1, Jenis.HARI) + 1
        if self.jenis(i) is Jenis.AKHIR and self.jenis(i + 1) in (Jenis.MINGGU, Jenis.PEKAN):
            return i + 2 + (self.jenis(i + 2) in (Jenis.DEPAN, Jenis.DATANG, Jenis.INI))
        return i

    @staticmethod
    def _tunggal(leks: Leksem) -> Butir | None:
        if leks.jenis is Jenis.PENGISI or leks.jenis is Jenis.SELAMA:
            return None
        peran = {Jenis.RENTANG: Peran.RENTANG, Jenis.DAN: Peran.DAN, Jenis.MULAI: Peran.MULAI}
        if leks.jenis is Jenis.ANGKA:
            return Butir(Peran.ANGKA, leks.mulai, leks.akhir, angka=leks.nilai)
        return Butir(peran.get(leks.jenis, Peran.CELAH), leks.mulai, leks.akhir)

    def titik(self, i: int, *, setelah_mulai: bool) -> tuple[Titik, int] | None:
        jenis = self.jenis(i)
        if jenis in (Jenis.HARI_PEKAN, Jenis.MINGGU, Jenis.PEKAN):
            return self.pekan(i, minggu_hari=False)
        if jenis in (Jenis.AKHIR, Jenis.AWAL):
            return self.tepi_bulan(i + 1, "akhir" if jenis is Jenis.AKHIR else "awal")
        if jenis in (Jenis.ANGKA, Jenis.DMY):
            return self.hari_bulan(i, sebut=False)
        if jenis in (Jenis.SATUAN_BULAN, Jenis.BULAN, Jenis.TAHUN):
            return self.nama_bulan(i, setelah_mulai=setelah_mulai)
        return self._setelah_kata(i, setelah_mulai=setelah_mulai)

    def _setelah_kata(self, i: int, *, setelah_mulai: bool) -> tuple[Titik, int] | None:
        jenis = self.jenis(i)
        if jenis is Jenis.TANGGAL:
            return self._setelah_tanggal(i + 1)
        if jenis is Jenis.HARI:
            return self._setelah_hari(i + 1)
        if jenis is Jenis.RELATIF:
            return self._relatif(i, setelah_mulai=setelah_mulai)
        return None

    def _setelah_tanggal(self, i: int) -> tuple[Titik, int] | None:
        j = self.lewati(i, Jenis.PENGISI)
        if j > i and self.jenis(j) is Jenis.RENTANG:  # "tanggal ke-7"
            j += 1
        if self.jenis(j) in (Jenis.ANGKA, Jenis.DMY, Jenis.URUTAN):
            return self.hari_bulan(j, sebut=True)
        return self.titik(j, setelah_mulai=False) if self.jenis(j) is not Jenis.TANGGAL else None

    def _setelah_hari(self, i: int) -> tuple[Titik, int] | None:
        jenis = self.jenis(i)
        if jenis is Jenis.INI:
            return self.dengan_hari_pekan(Titik(tetap=self.hari_ini), i + 1)
        if jenis in (Jenis.HARI_PEKAN, Jenis.MINGGU):
            return self.pekan(i, minggu_hari=True)
        if jenis is Jenis.RELATIF:
            return self._relatif(i, setelah_mulai=True)
        if jenis is Jenis.URUTAN and self.semua[i].nilai in (1, -1):
            return self.tepi_bulan(i + 1, "awal" if self.semua[i].nilai == 1 else "akhir")
        return None

    def _relatif(self, i: int, *, setelah_mulai: bool) -> tuple[Titik, int] | None:
        nilai = self.semua[i].nilai
        if nilai == 0 and not setelah_mulai:
            return None  # "mau ajukan sekarang" speaks of writing, not of the day
        j = i + 1
        if nilai == -1 and self.jenis(j) is Jenis.RELATIF and self.semua[j].nilai == 2:
            return Titik(tetap=self.hari_ini - timedelta(days=2)), j + 1  # "kemarin lusa"
        k = self.lewati(j, Jenis.HARI)
        if nilai == 1 and self.jenis(k) is Jenis.HARI_PEKAN:
            return self.pekan(k, minggu_hari=True)  # "besok senin": the coming Monday
        return self.dengan_hari_pekan(Titik(tetap=self.hari_ini + timedelta(days=nilai)), j)
