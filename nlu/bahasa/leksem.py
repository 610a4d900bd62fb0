"""Cuts a sentence into lexemes about time, with their places in the original text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlu.bahasa.angka import baca_angka
from nlu.bahasa.bukan_tanggal import samarkan
from nlu.bahasa.kata_waktu import BULAN, KAMUS_WAKTU, SATUAN_LAMA, Jenis

_AKSEN = str.maketrans("éèêëÉÈÊáàíóúÁÍÓÚ’‘`´–—−", "eeeeeeeaaiouaiou''''---")
_TOKEN = re.compile(
    r"""(?P<iso>(?<!\d)\d{4}[-/]\d{1,2}[-/]\d{1,2}(?!\d))
      | (?P<dmy>(?<!\d)\d{1,2}\ ?(?P<pisah>[/.\-])\ ?\d{1,2}\ ?(?P=pisah)\ ?
            (?:\d{4}|\d{2})(?![\d/]))
      | (?P<dm>(?<!\d)\d{1,2}/\d{1,2}(?![\d/]))
      | (?P<sd>\bs\ ?/\ ?d\b|\bs\.\ ?d\.?(?![a-z]))
      | (?P<angka>\d+)
      | (?P<kata>[a-z]+(?:'[a-z]+)?)
      | (?P<rentang>->|[-~→])
      | (?P<dan>[,&+])
      | (?P<lain>[^\s\w().:'"])""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Leksem:
    """`nilai`: number, month, weekday (Monday 0) or day offset; `dmy`: day, month, year or None."""

    jenis: Jenis
    nilai: int
    mulai: int
    akhir: int
    satuan: str = ""
    dmy: tuple[int, int, int | None] | None = None
    kata: str = ""


def leksem(teks: str) -> list[Leksem]:
    """All lexemes in order. Places refer to `teks` itself."""
    datar = samarkan(_datar(teks))
    return _gabung_angka([_satu(cocok) for cocok in _TOKEN.finditer(datar)])


def _datar(teks: str) -> str:
    """Lower case without accents, the same length as `teks`."""
    huruf = (c.lower() if len(c.lower()) == 1 else c for c in teks)
    return "".join(huruf).translate(_AKSEN)


def _satu(cocok: re.Match[str]) -> Leksem:
    jenis, isi = cocok.lastgroup, cocok[0]
    letak = cocok.start(), cocok.end()
    if jenis == "pisah":  # the separator group closes last inside d/m/y
        jenis = "dmy"
    if jenis == "iso":
        y, m, d = (int(bagian) for bagian in re.split("[-/]", isi))
        return Leksem(Jenis.DMY, 0, *letak, dmy=(d, m, y))
    if jenis in ("dmy", "dm"):
        angka = [int(bagian) for bagian in re.findall(r"\d+", isi)]
        tahun = angka[2] if len(angka) > 2 else None
        if tahun is not None and tahun < 100:
            tahun += 2000
        return Leksem(Jenis.DMY, 0, *letak, dmy=(angka[0], angka[1], tahun))
    if jenis == "angka":
        return Leksem(Jenis.ANGKA, int(isi), *letak)
    if jenis in ("sd", "rentang"):
        return Leksem(Jenis.RENTANG, 0, *letak, kata=isi)
    if jenis == "dan":
        return Leksem(Jenis.DAN, 0, *letak, kata=isi)
    return _kata(isi, letak)


def _kata(isi: str, letak: tuple[int, int]) -> Leksem:
    isi = re.sub(r"([a-z])\1{2,}", r"\1", isi)
    if isi in SATUAN_LAMA:
        return Leksem(Jenis.LAMA, 1, *letak, satuan=SATUAN_LAMA[isi], kata=isi)
    jenis, nilai = KAMUS_WAKTU.get(isi, (Jenis.LAIN, 0))
    return Leksem(jenis, nilai, *letak, kata=isi)


def _gabung_angka(semua: list[Leksem]) -> list[Leksem]:
    return list(_nama_bulan_keliru(list(_kata_angka(semua))))


def _kata_angka(semua: list[Leksem]) -> Iterator[Leksem]:
    """Number words become numbers; a number repeated in words ("3 (tiga) hari") counts once."""
    i, lalu = 0, None
    while i < len(semua):
        kini = semua[i]
        hasil = baca_angka([leks.kata for leks in semua[i : i + 6]])
        if hasil is not None:
            nilai, lebar = hasil
            kini = Leksem(
                Jenis.ANGKA, nilai, kini.mulai, semua[i + lebar - 1].akhir, kata=kini.kata
            )
            i += lebar - 1
            if lalu and lalu.jenis is Jenis.ANGKA and not lalu.kata and lalu.nilai == nilai:
                i += 1
                continue
        yield kini
        lalu = kini
        i += 1


def _nama_bulan_keliru(semua: list[Leksem]) -> Iterator[Leksem]:
    """After a number a word one letter off a month's name is that month ("7 desembee")."""
    lalu: Leksem | None = None
    for kini in semua:
        if kini.jenis is Jenis.LAIN and lalu and lalu.jenis is Jenis.ANGKA:
            yield _bulan_terdekat(kini)
        else:
            yield kini
        lalu = kini


def _bulan_terdekat(leks: Leksem) -> Leksem:
    if len(leks.kata) < 5:
        return leks
    for bulan, nama2 in BULAN.items():
        baku = nama2.split()[0]
        if leks.kata[0] == baku[0] and len(baku) > 5 and _selisih_satu(leks.kata, baku):
            return replace(leks, jenis=Jenis.BULAN, nilai=bulan)
    return leks


def _selisih_satu(a: str, b: str) -> bool:
    """One letter inserted, dropped, replaced, or two neighbours swapped."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    i = next((k for k in range(len(a)) if a[k] != b[k]), len(a))
    if len(a) < len(b):
        return a[i:] == b[i + 1 :]
    tukar = a[i + 1 : i + 2] + a[i : i + 1] + a[i + 2 :] == b[i:]
    return tukar or a[i + 1 :] == b[i + 1 :]
