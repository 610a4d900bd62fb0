"""Reads lexemes as phrases: points in time, lengths, and what stands between them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from nlu.bahasa.kata_waktu import Jenis
from nlu.bahasa.leksem import Leksem
from nlu.bahasa.titik import MustahilError, Titik, tambah_bulan

J = Jenis
SATUAN = {
    J.HARI: "hari",
    J.MINGGU: "minggu",
    J.PEKAN: "minggu",
    J.SATUAN_BULAN: "bulan",
    J.TAHUN: "tahun",
}
DEPAN = (J.DEPAN, J.DATANG)
SUDAH = frozenset({"sudah", "udah", "sdh", "udh", "telah", "tos", "atos"})
SEBELUM = frozenset({"sebelum", "sblm", "setelah", "stlh", "sesudah", "menjelang", "pasca"})


class Peran(Enum):
    TITIK = "titik"
    LAMA = "lama"
    ANGKA = "angka"
    RENTANG = "rentang"
    DAN = "dan"
    MULAI = "mulai"
    CELAH = "celah"


@dataclass(frozen=True)
class Butir:
    """`hari` or `bulan` is the length of a LAMA; `angka` a number that may yet be a day."""

    peran: Peran
    awal: int
    akhir: int
    titik: Titik | None = None
    hari: int | None = None
    bulan: int | None = None
    angka: int | None = None
    ini: bool = False
    """The point is today itself, which often only says when the sentence was written."""


class Pengurai:
    """One pass over the lexemes; every method looks at place `i` and says where it ends."""

    def __init__(self, semua: list[Leksem], hari_ini: date) -> None:
        self.semua = semua
        self.hari_ini = hari_ini

    def urai(self) -> list[Butir]:
        hasil: list[Butir] = []
        i = 0
        while i < len(self.semua):
            butir, i = self._butir(i, hasil)
            if butir is not None:
                hasil.append(butir)
        return hasil

    def jenis(self, i: int) -> Jenis | None:
        return self.semua[i].jenis if 0 <= i < len(self.semua) else None

    def _kata(self, i: int) -> str:
        return self.semua[i].kata if 0 <= i < len(self.semua) else ""

    def _lewati(self, i: int, *jenis: Jenis) -> int:
        while self.jenis(i) in jenis:
            i += 1
        return i

    def _butir(self, i: int, sebelum: list[Butir]) -> tuple[Butir | None, int]:
        leks = self.semua[i]
        lewat = self._bukan_titik(i)
        if lewat > i:
            return Butir(Peran.CELAH, leks.mulai, leks.akhir), lewat
        lama = self._lama(i)
        if lama is not None:
            return lama
        dibaca = self._titik(i, setelah_mulai=bool(sebelum) and sebelum[-1].peran is Peran.MULAI)
        if dibaca is not None:
            titik, j = dibaca
            ini = titik == Titik(tetap=self.hari_ini)
            akhir = self.semua[j - 1].akhir
            return Butir(Peran.TITIK, leks.mulai, akhir, titik=titik, ini=ini), j
        return self._tunggal(leks), i + 1

    def _bukan_titik(self, i: int) -> int:
        """Where "setiap hari senin" or "akhir minggu depan" ends: words that name no one day."""
        if self.jenis(i) is J.BERULANG:
            return self._lewati(i + 1, J.HARI) + 1
        if self.jenis(i) is J.AKHIR and self.jenis(i + 1) in (J.MINGGU, J.PEKAN):
            return i + 2 + (self.jenis(i + 2) in (J.DEPAN, J.DATANG, J.INI))
        return i

    @staticmethod
    def _tunggal(leks: Leksem) -> Butir | None:
        if leks.jenis is J.PENGISI or leks.jenis is J.SELAMA:
            return None
        peran = {J.RENTANG: Peran.RENTANG, J.DAN: Peran.DAN, J.MULAI: Peran.MULAI}
        if leks.jenis is J.ANGKA:
            return Butir(Peran.ANGKA, leks.mulai, leks.akhir, angka=leks.nilai)
        return Butir(peran.get(leks.jenis, Peran.CELAH), leks.mulai, leks.akhir)

    # -- lengths

    def _lama(self, i: int) -> tuple[Butir, int] | None:
        """ "3 hari", "seminggu"; with "lagi" or "yang lalu" behind it a day is meant."""
        leks = self.semua[i]
        if leks.jenis is J.LAMA:
            nilai, satuan, j = 1, leks.satuan, i + 1
        elif leks.jenis is J.ANGKA and self.jenis(i + 1) in SATUAN and not self._tanggal_bulan(i):
            nilai, satuan, j = leks.nilai, SATUAN[self.semua[i + 1].jenis], i + 2
        else:
            return None
        letak = leks.mulai, self.semua[j - 1].akhir
        if self.jenis(j) is J.LAGI or (self.jenis(j) is J.LAIN and self._kata(j) == "kemudian"):
            hari = self._geser(nilai, satuan)
            return Butir(Peran.TITIK, letak[0], self.semua[j].akhir, titik=Titik(tetap=hari)), j + 1
        k = self._lewati(j, J.PENGISI)
        if self.jenis(k) is J.LALU:
            hari = self._geser(-nilai, satuan)
            return Butir(Peran.TITIK, letak[0], self.semua[k].akhir, titik=Titik(tetap=hari)), k + 1
        if self._kata(j) in SEBELUM:
            raise MustahilError  # "3 hari sebelum …": an offset nobody should guess
        if not 1 <= nilai <= 1000 or self._kata(i - 1) in SUDAH:
            return Butir(Peran.CELAH, *letak), j
        hari_, bulan = _panjang(nilai, satuan)
        erat = self.jenis(i - 1) in (J.SELAMA, J.BULAN, J.ANGKA, J.DMY, J.RELATIF, J.DEPAN)
        if satuan == "tahun" or (satuan == "bulan" and not erat and self.jenis(j) is not J.MULAI):
            bulan = bulan if self.jenis(i - 1) is J.SELAMA else None
        return Butir(Peran.LAMA, *letak, hari=hari_, bulan=bulan), j

    def _tanggal_bulan(self, i: int) -> bool:
        """ "7 bulan depan" and "tgl 7 bulan desember" are days, "3 bulan" is a length."""
        if self.jenis(i + 1) is not J.SATUAN_BULAN:
            return False
        sebut = self.jenis(i - 1) in (J.TANGGAL, J.RENTANG, J.DAN)
        berikut = self.jenis(i + 2)
        return berikut is J.BULAN or berikut in DEPAN or (sebut and berikut in (J.INI, J.ANGKA, J.LALU))

    def _geser(self, nilai: int, satuan: str) -> date:
        if abs(nilai) > 1000:
            raise MustahilError
        if satuan in ("hari", "minggu"):
            return self.hari_ini + timedelta(days=nilai * (7 if satuan == "minggu" else 1))
        return tambah_bulan(self.hari_ini, nilai * (12 if satuan == "tahun" else 1))

    # -- points

    def _titik(self, i: int, *, setelah_mulai: bool) -> tuple[Titik, int] | None:
        jenis = self.jenis(i)
        if jenis is J.TANGGAL:
            return self._setelah_tanggal(i + 1)
        if jenis is J.HARI:
            return self._setelah_hari(i + 1)
        if jenis is J.RELATIF:
            return self._relatif(i, setelah_mulai=setelah_mulai)
        if jenis in (J.HARI_PEKAN, J.MINGGU, J.PEKAN):
            return self._pekan(i, minggu_hari=False)
        if jenis in (J.AKHIR, J.AWAL):
            return self._batas(i)
        if jenis in (J.SATUAN_BULAN, J.BULAN, J.TAHUN):
            return self._bulan(i, setelah_mulai=setelah_mulai)
        if jenis in (J.ANGKA, J.DMY):
            return self._hari_bulan(i, sebut=False)
        return None

    def _setelah_tanggal(self, i: int) -> tuple[Titik, int] | None:
        j = self._lewati(i, J.PENGISI)
        if j > i and self.jenis(j) is J.RENTANG:  # "tanggal ke-7"
            j += 1
        if self.jenis(j) in (J.ANGKA, J.DMY, J.URUTAN):
            return self._hari_bulan(j, sebut=True)
        return self._titik(j, setelah_mulai=False) if self.jenis(j) is not J.TANGGAL else None

    def _setelah_hari(self, i: int) -> tuple[Titik, int] | None:
        jenis = self.jenis(i)
        if jenis is J.INI:
            return self._dengan_hari_pekan(Titik(tetap=self.hari_ini), i + 1)
        if jenis in (J.HARI_PEKAN, J.MINGGU):
            return self._pekan(i, minggu_hari=True)
        if jenis is J.RELATIF:
            return self._relatif(i, setelah_mulai=True)
        if jenis is J.URUTAN and self.semua[i].nilai in (1, -1):
            return self._tepi_bulan(i + 1, "awal" if self.semua[i].nilai == 1 else "akhir")
        return None

    def _relatif(self, i: int, *, setelah_mulai: bool) -> tuple[Titik, int] | None:
        nilai = self.semua[i].nilai
        if nilai == 0 and not setelah_mulai:
            return None  # "mau ajukan sekarang" speaks of writing, not of the day
        j = i + 1
        if nilai == -1 and self.jenis(j) is J.RELATIF and self.semua[j].nilai == 2:
            return Titik(tetap=self.hari_ini - timedelta(days=2)), j + 1  # "kemarin lusa"
        k = self._lewati(j, J.HARI)
        if nilai == 1 and self.jenis(k) is J.HARI_PEKAN:
            return self._pekan(k, minggu_hari=True)  # "besok senin": the coming Monday
        return self._dengan_hari_pekan(Titik(tetap=self.hari_ini + timedelta(days=nilai)), j)

    def _pekan(self, i: int, *, minggu_hari: bool) -> tuple[Titik, int] | None:
        leks = self.semua[i]
        if leks.jenis is not J.HARI_PEKAN and not minggu_hari:
            minggu = self._minggu(i)
            if minggu is not None or self._bukan_ahad(i):
                return minggu
        hari = leks.nilai if leks.jenis is J.HARI_PEKAN else 6
        return self._hari_pekan(hari, i + 1)

    def _minggu(self, i: int) -> tuple[Titik, int] | None:
        """ "minggu depan" is the Monday of that week."""
        j = self._lewati(i + 1, J.PENGISI)
        if self.jenis(j) in DEPAN:
            return Titik(hari_pekan=0, pekan=1), j + 1
        if self.jenis(j) is J.LALU:
            return Titik(hari_pekan=0, pekan=-1), j + 1
        return None

    def _bukan_ahad(self, i: int) -> bool:
        return self.jenis(i) is J.PEKAN or self.jenis(i + 1) in (J.INI, J.URUTAN, J.RELATIF)

    def _hari_pekan(self, hari: int, i: int) -> tuple[Titik, int] | None:
        pekan, j = self._pekan_ke(i)
        if pekan is not None:
            return self._dengan_tanggal(Titik(hari_pekan=hari, pekan=pekan), j)
        jenis = self.jenis(i)
        if jenis is J.URUTAN:
            bulan = self._sebut_bulan(self._lewati(i + 1, J.PENGISI))
            if bulan is None:
                return None
            titik, j = bulan
            return replace(titik, hari_pekan=hari, ke=self.semua[i].nilai), j
        if jenis is J.INI:
            return self._dengan_tanggal(Titik(hari_pekan=hari, hari_ini_pun=True), i + 1)
        if jenis is J.LALU or (jenis is J.RELATIF and self.semua[i].nilai == -1):
            return self._dengan_tanggal(Titik(hari_pekan=hari, lalu=True), i + 1)
        lompat = self._lewati(i, J.PENGISI)
        if self.jenis(lompat) is J.DATANG:
            i = lompat + 1
        elif jenis is J.RELATIF and self.semua[i].nilai == 1:
            i += 1
        return self._dengan_tanggal(Titik(hari_pekan=hari), i)

    def _pekan_ke(self, i: int) -> tuple[int | None, int]:
        """The week behind a weekday: "depan", "minggu depan", "minggu ini", "dua minggu lagi"."""
        if self.jenis(i) is J.DEPAN:
            return 1, i + 1
        k = self._lewati(i, J.PENGISI)
        if self.jenis(k) in (J.MINGGU, J.PEKAN):
            arah = self._lewati(k + 1, J.PENGISI)
            nilai = {J.DEPAN: 1, J.DATANG: 1, J.INI: 0, J.LALU: -1}.get(self.jenis(arah) or J.LAIN)
            return (nilai, arah + 1) if nilai is not None else (None, i)
        dua = self.jenis(i) is J.ANGKA and self.jenis(i + 1) in (J.MINGGU, J.PEKAN)
        if dua and self.jenis(i + 2) is J.LAGI:
            return self.semua[i].nilai, i + 3
        return None, i

    def _dengan_tanggal(self, titik: Titik, i: int) -> tuple[Titik, int]:
        """A date right behind a weekday belongs to it: "senin, tgl 7 desember"."""
        j = self._lewati(i, J.DAN) if self._kata(i) == "," else i
        sebut = self.jenis(j) is J.TANGGAL
        if sebut or self.jenis(j) in (J.ANGKA, J.DMY):
            k = j + 1 if sebut else j
            lepas = not sebut and j == i and self.jenis(k) is J.ANGKA and self._angka_hari(k)
            hari = self._hari_bulan(k, sebut=sebut or lepas)
            if hari is not None:
                return replace(hari[0], hari_pekan=titik.hari_pekan), hari[1]
        return titik, i

    def _angka_hari(self, i: int) -> bool:
        return self.semua[i].nilai <= 31 and self.jenis(i + 1) not in SATUAN

    def _batas(self, i: int) -> tuple[Titik, int] | None:
        batas = "akhir" if self.jenis(i) is J.AKHIR else "awal"
        return self._tepi_bulan(i + 1, batas)

    def _tepi_bulan(self, i: int, batas: str) -> tuple[Titik, int] | None:
        i = self._lewati(i, J.PENGISI)
        if self.jenis(i) is J.TAHUN:
            tahun, j = self._tahun(i)
            return Titik(batas=batas, per_tahun=True, tahun=tahun), max(j, i + 1)
        bulan = self._sebut_bulan(i)
        if bulan is not None:
            return replace(bulan[0], batas=batas), bulan[1]
        return (Titik(batas=batas), i + 1) if self.jenis(i) is J.SATUAN_BULAN else None

    def _sebut_bulan(self, i: int) -> tuple[Titik, int] | None:
        """ "desember 2026", "bulan desember", "bulan depan", "bulan 12"."""
        if self.jenis(i) is J.BULAN:
            tahun, j = self._tahun(i + 1)
            return Titik(bulan=self.semua[i].nilai, tahun=tahun), j
        if self.jenis(i) is not J.SATUAN_BULAN:
            return None
        j = self._lewati(i + 1, J.PENGISI)
        jenis = self.jenis(j)
        if jenis is J.BULAN:
            return self._sebut_bulan(j)
        if jenis in (J.DEPAN, J.DATANG, J.INI, J.LALU):
            geser = 0 if jenis is J.INI else -1 if jenis is J.LALU else 1
            return Titik(geser_bulan=geser), j + 1
        if jenis is J.ANGKA and self.jenis(j + 1) not in SATUAN:
            tahun, k = self._tahun(j + 1)
            return Titik(bulan=self.semua[j].nilai, tahun=tahun), k
        return None

    def _tahun(self, i: int) -> tuple[int | None, int]:
        j = self._lewati(i, J.TAHUN)
        if j > i and self.jenis(j) in (J.DEPAN, J.DATANG, J.INI):
            return self.hari_ini.year + (self.jenis(j) is not J.INI), j + 1
        if self.jenis(j) is J.ANGKA and self.jenis(j + 1) not in SATUAN:
            nilai = self.semua[j].nilai
            pendek = self.jenis(j + 1) is not J.BULAN and 0 <= 2000 + nilai - self.hari_ini.year <= 5
            if 1950 <= nilai <= 2200 or pendek:
                return (nilai if nilai >= 1950 else 2000 + nilai), j + 1
        return None, i

    def _bulan(self, i: int, *, setelah_mulai: bool) -> tuple[Titik, int] | None:
        """A month named first: "bulan depan tgl 7", "mulai desember", "bulan depan"."""
        if self.jenis(i) is J.TAHUN:
            tahun, j = self._tahun(i)
            awal = Titik(batas="awal", per_tahun=True, tahun=tahun)
            return (awal, j) if setelah_mulai and tahun is not None else None
        bulan = self._sebut_bulan(i)
        if bulan is None:
            return None
        titik, j = bulan
        k = self._lewati(j, J.DAN) if self._kata(j) == "," else j
        if self.jenis(k) is J.TANGGAL and self.jenis(k + 1) is J.ANGKA:
            return replace(titik, hari=self.semua[k + 1].nilai), k + 2
        if setelah_mulai or titik.geser_bulan == 1:
            return replace(titik, batas="awal"), j
        return None

    def _hari_bulan(self, i: int, *, sebut: bool) -> tuple[Titik, int] | None:
        """ "7 desember 2026", "7/12"; a number alone only when "tanggal" was said."""
        leks = self.semua[i]
        if leks.dmy is not None:
            hari, bulan_, tahun = leks.dmy
            return self._ekor(Titik(hari=hari, bulan=bulan_, tahun=tahun), i + 1)
        if leks.nilai < 0:
            return None
        j = self._lewati(i + 1, J.PENGISI) if sebut else i + 1
        bulan = self._sebut_bulan(j)
        if bulan is not None and (sebut or self.jenis(j) is J.BULAN or self._tanggal_bulan(i)):
            return self._ekor(replace(bulan[0], hari=leks.nilai), bulan[1])
        if not sebut or self.jenis(i + 1) in (J.HARI, J.TAHUN, J.PEKAN):
            return None
        return self._ekor(Titik(hari=leks.nilai), i + 1)

    def _ekor(self, titik: Titik, i: int) -> tuple[Titik, int]:
        """What may follow a date: "kemarin", "yang lalu", or its weekday."""
        j = self._lewati(i, J.PENGISI)
        lampau = self.jenis(j) is J.LALU or (self.jenis(i) is J.RELATIF and self.semua[i].nilai == -1)
        if lampau and titik.tahun is None and titik.geser_bulan is None:
            return replace(titik, lalu=True), (j if self.jenis(j) is J.LALU else i) + 1
        return self._dengan_hari_pekan(titik, i)

    def _dengan_hari_pekan(self, titik: Titik, i: int) -> tuple[Titik, int]:
        j = i + 1 if self._kata(i) == "," else i
        j = self._lewati(j, J.HARI)
        ahad = self.jenis(j) is J.MINGGU and self.jenis(j - 1) is J.HARI
        if self.jenis(j) is J.HARI_PEKAN or ahad:
            ada_lanjutan = self.jenis(j + 1) in (
                J.RENTANG, J.TANGGAL, J.ANGKA, J.DMY, J.DEPAN, J.MINGGU, J.DAN, J.HARI_PEKAN,
            )  # fmt: skip
            if not ada_lanjutan:
                return replace(titik, hari_pekan=6 if ahad else self.semua[j].nilai), j + 1
        return titik, i


def _panjang(nilai: int, satuan: str) -> tuple[int | None, int | None]:
    """Working days for days and weeks, months for months and years."""
    if satuan in ("hari", "minggu"):
        return nilai * (5 if satuan == "minggu" else 1), None
    return None, nilai * (12 if satuan == "tahun" else 1)
