"""Puts the phrases of a sentence together: which day begins, which one ends."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from nlu.bahasa.butir import Butir, Peran
from nlu.bahasa.pasangan import pinjam_bulan, pinjam_pekan, sesuaikan, terbalik
from nlu.bahasa.titik import BertentanganError, Titik, tanggal_dari

_HAMPIR_SETAHUN = timedelta(days=330)
_SEBULAN = timedelta(days=31)


class TakPastiError(ValueError):
    """Several days are named and which one is meant cannot be told."""


@dataclass(frozen=True)
class Ujung:
    """Beginning and end as resolved, with the places of the words that name them."""

    mulai: date | None = None
    selesai: date | None = None
    letak: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Kelompok:
    """Points that belong together: one day, a range (first, last) or a list of days.

    `akhir` marks "sampai tgl 7" without a beginning, `mulai` a "mulai" in front.
    """

    titik: tuple[Titik, ...]
    letak: tuple[int, int]
    rentang: bool = False
    akhir: bool = False
    mulai: bool = False
    ini: bool = False

    @property
    def hanya_hari_pekan(self) -> bool:
        return all(t.hanya_hari_pekan for t in self.titik)


def rangkai(semua: list[Butir], hari_ini: date) -> Ujung | None:
    """Raises MustahilError, BertentanganError or TakPastiError when no honest answer exists."""
    kelompok = list(_kelompok(semua))
    if len(kelompok) > 1:
        kelompok = [k for k in kelompok if not k.ini or k.mulai or k.akhir] or kelompok[:1]
    bertanggal = [k for k in kelompok if not k.hanya_hari_pekan]
    penanda = [k for k in kelompok if k.hanya_hari_pekan]
    if not bertanggal:
        bertanggal, penanda = penanda, []
    if not bertanggal:
        return None
    ujung = _pilih(bertanggal, hari_ini)
    for k in penanda:
        _cocokkan(k, ujung)
    return ujung


def _kelompok(semua: list[Butir]) -> Iterator[Kelompok]:
    i = 0
    while i < len(semua):
        butir = semua[i]
        mulai = i > 0 and semua[i - 1].peran is Peran.MULAI
        akhir = i > 0 and semua[i - 1].peran is Peran.RENTANG
        deret, sambung, j = _deret(semua, i)
        if any(b.peran is Peran.TITIK for b in deret) and (
            len(deret) > 1 or butir.peran is Peran.TITIK
        ):
            yield Kelompok(
                titik=_isi_hari(deret, rentang=sambung is Peran.RENTANG),
                letak=(butir.awal, deret[-1].akhir),
                rentang=sambung is Peran.RENTANG,
                akhir=akhir,
                mulai=mulai,
                ini=len(deret) == 1 and butir.ini,
            )
        i = max(j, i + 1)


def _deret(semua: list[Butir], i: int) -> tuple[list[Butir], Peran | None, int]:
    """The run of points and bare numbers from `i`, joined by one kind of connector."""
    deret: list[Butir] = []
    sambung: Peran | None = None
    while i < len(semua) and semua[i].peran in (Peran.TITIK, Peran.ANGKA):
        deret.append(semua[i])
        hubung = semua[i + 1].peran if i + 1 < len(semua) else None
        lanjut = hubung in (Peran.RENTANG, Peran.DAN) and _berhari(semua, i + 2)
        if lanjut and hubung is Peran.RENTANG and sambung is None:
            deret.append(semua[i + 2])
            return deret, Peran.RENTANG, i + 3
        if lanjut and hubung is Peran.DAN and sambung in (None, Peran.DAN):
            sambung, i = Peran.DAN, i + 2
        elif hubung is Peran.TITIK and not _dua_sebutan(semua[i], semua[i + 1]):
            sambung, i = sambung or Peran.DAN, i + 1
        else:
            i += 1
            break
    return deret, sambung, i


def _dua_sebutan(kiri: Butir, kanan: Butir) -> bool:
    """ "besok tanggal 26" names one day twice; as two groups they must agree."""
    if kiri.titik is None or kanan.titik is None:
        return False
    return (kiri.titik.tetap is None) != (kanan.titik.tetap is None)


def _berhari(semua: list[Butir], i: int) -> bool:
    return i < len(semua) and semua[i].peran in (Peran.TITIK, Peran.ANGKA)


def _isi_hari(deret: list[Butir], *, rentang: bool) -> tuple[Titik, ...]:
    """Bare numbers become days: of the month named after them, else following the day before."""
    hasil: list[Titik] = []
    for butir in reversed(deret):
        if butir.titik is not None:
            hasil.append(butir.titik)
            continue
        sesudah = hasil[-1] if hasil else None
        if sesudah is not None and sesudah.hari is None:
            raise TakPastiError
        hasil.append(pinjam_bulan(Titik(hari=butir.angka), sesudah, rentang=rentang))
    return tuple(reversed(hasil))


def _pilih(kelompok: list[Kelompok], hari_ini: date) -> Ujung:
    mulai = [k for k in kelompok if not k.akhir]
    akhir = [k for k in kelompok if k.akhir and not k.rentang]
    ada_mulai = [k for k in mulai if k.mulai]
    if len({k.titik for k in mulai}) > 1 and len({k.titik for k in ada_mulai}) == 1:
        mulai = ada_mulai
    hasil = [_ujung(k, hari_ini) for k in mulai]
    if len({(u.mulai, u.selesai) for u in hasil}) > 1 or len({k.titik for k in akhir}) > 1:
        raise TakPastiError
    if not akhir:
        if not hasil:
            raise TakPastiError
        return hasil[0]
    return _dengan_akhir(mulai[0] if mulai else None, akhir[0], hari_ini)


def _dengan_akhir(mulai: Kelompok | None, akhir: Kelompok, hari_ini: date) -> Ujung:
    if mulai is None:
        selesai = tanggal_dari(akhir.titik[0], hari_ini)
        return Ujung(None, selesai, (akhir.letak,))
    if len(mulai.titik) > 1:
        raise TakPastiError
    pasangan = (mulai.titik[0], akhir.titik[0])
    ujung = _ujung(replace(mulai, titik=pasangan, rentang=True), hari_ini)
    return replace(ujung, letak=(mulai.letak, akhir.letak))


def _ujung(k: Kelompok, hari_ini: date) -> Ujung:
    if len(k.titik) == 1:
        return Ujung(tanggal_dari(k.titik[0], hari_ini), None, (k.letak,))
    if not k.rentang:
        hari = _berurut(k.titik, hari_ini)
        return Ujung(hari[0], hari[-1] if hari[-1] != hari[0] else None, (k.letak,))
    awal, akhir = sesuaikan(k.titik[0], k.titik[-1])
    mulai = _mulai(awal, akhir, hari_ini)
    if terbalik(awal, akhir):  # an end before the start is the backend's to refuse
        akhir = replace(akhir, tahun=mulai.year, lalu=False)
    return Ujung(mulai, tanggal_dari(akhir, hari_ini, setelah=mulai), (k.letak,))


def _mulai(awal: Titik, akhir: Titik, hari_ini: date) -> date:
    """A range that is under way began this year: "24-25 november", said on the 25th."""
    mulai = tanggal_dari(awal, hari_ini)
    if mulai - hari_ini < _HAMPIR_SETAHUN or awal.tahun or akhir.tahun or terbalik(awal, akhir):
        return mulai
    baru_saja = tanggal_dari(replace(awal, lalu=True), hari_ini)
    selesai = tanggal_dari(akhir, hari_ini)
    return baru_saja if selesai - baru_saja < _SEBULAN else mulai


def _berurut(titik: tuple[Titik, ...], hari_ini: date) -> list[date]:
    """A list of days is a period only when nothing but a weekend lies between them."""
    hari: list[date] = []
    for t in (pinjam_pekan(t, titik[-1]) for t in titik):
        kini = tanggal_dari(t, hari_ini, setelah=hari[-1] if hari else None)
        if hari and kini != hari[-1]:
            jeda = [hari[-1] + timedelta(days=n) for n in range(1, (kini - hari[-1]).days)]
            if kini < hari[-1] or len(jeda) > 2 or any(h.weekday() < 5 for h in jeda):
                raise TakPastiError if titik[0].tetap is None else BertentanganError
        hari.append(kini)
    return hari


def _cocokkan(penanda: Kelompok, ujung: Ujung) -> None:
    """Weekdays named beside dates must be the weekdays of those dates."""
    hari = [h for h in (ujung.mulai, ujung.selesai) if h is not None]
    disebut = (
        [penanda.titik[0], penanda.titik[-1]] if len(penanda.titik) > 1 else [penanda.titik[0]]
    )
    if len(disebut) != len(hari):
        raise TakPastiError
    if any(t.hari_pekan != h.weekday() for t, h in zip(disebut, hari, strict=True)):
        raise BertentanganError
