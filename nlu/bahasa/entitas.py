"""Everything a sentence states, as the entities of the NLU contract."""

import re
from collections.abc import Iterator
from datetime import date

from nlu.bahasa.bentangan import alamat, alasan
from nlu.bahasa.jenis import jenis_cuti, kartu, layanan
from nlu.bahasa.koreksi import isian_dituju, menyebut_koreksi, nilai_baru
from nlu.bahasa.nomor import nip, nomor_permohonan, telepon
from nlu.bahasa.putusan import alasan_putusan, putusan
from nlu.bahasa.tanggal import (
    PANJANG_MAKSIMUM,
    TemuanPeriode,
    mustahil,
    rentang_polos,
    temukan_periode,
)
from nlu.bahasa.temuan import Temuan

_DISANGKAL = re.compile(r"\b(?:bukan|sanes|dari|ganti)(?: (?:nomor|no|hp|wa))*\s*$", re.IGNORECASE)
"""In front of the number that is replaced: "bukan 0812... tapi 0813..."."""


def temukan(teks: str, hari_ini: date) -> list[Temuan]:
    """All entities of a sentence, at most one of each kind but `layanan`; places in `teks`."""
    teks = teks[:PANJANG_MAKSIMUM]
    datar = "".join(c.lower() if len(c.lower()) == 1 else c for c in teks)
    hasil = [*_angka(teks), *_periode(teks, hari_ini)]
    hasil += [*jenis_cuti(datar), *kartu(datar), *layanan(datar)]
    keputusan = putusan(datar)
    if keputusan is not None:
        hasil.append(keputusan)
        sebab = alasan_putusan(teks, keputusan)
        return [*hasil, sebab] if sebab else hasil
    return [*hasil, *_teks_bebas(teks, datar, hasil)]


def _angka(teks: str) -> Iterator[Temuan]:
    nomor = next(nomor_permohonan(teks), None)
    pegawai = next(nip(teks), None)
    yield from (temuan for temuan in (nomor, pegawai) if temuan)
    semua = [
        hp
        for hp in telepon(teks)
        if not any(t and t.start < hp.end and hp.start < t.end for t in (nomor, pegawai))
    ]
    baru = [hp for hp in semua if not _DISANGKAL.search(teks[: hp.start])]
    yield from (baru or semua)[:1]


def _periode(teks: str, hari_ini: date) -> Iterator[Temuan]:
    temuan = temukan_periode(teks, hari_ini)
    polos = rentang_polos(teks, hari_ini) if temuan is None else None
    if polos is not None:
        temuan = TemuanPeriode(polos, 0, len(teks))
    if temuan is None:
        if mustahil(teks, hari_ini):
            yield Temuan(
                "periode", {"mulai": None, "selesai": None, "mustahil": True}, 0, len(teks)
            )
        return
    periode, letak = temuan.periode, (temuan.awal, temuan.akhir)
    if periode.bertentangan or periode.mulai or periode.selesai:
        nilai: dict[str, str | bool | None] = {
            "mulai": periode.mulai.isoformat() if periode.mulai else None,
            "selesai": periode.selesai.isoformat() if periode.selesai else None,
        }
        if periode.bertentangan:
            nilai["bertentangan"] = True
        yield Temuan("periode", nilai, *letak)
    if periode.durasi_hari is not None:
        yield Temuan("durasi_hari", periode.durasi_hari, *letak)


def _teks_bebas(teks: str, datar: str, sudah: list[Temuan]) -> Iterator[Temuan]:
    isian = isian_dituju(datar, frozenset(t.entity for t in sudah))
    if isian is not None:
        yield isian
        baru = nilai_baru(teks, isian)
        if baru is not None:
            yield baru
            return
        if menyebut_koreksi(teks[isian.end :]):  # "alasannya mau saya ganti" gives no reason
            return
    batas = [
        (t.start, t.end) for t in sudah if t.entity in ("periode", "telepon", "nip", "durasi_hari")
    ]
    tempat = alamat(teks, batas)
    if tempat is not None:
        yield tempat
        batas.append((tempat.start, tempat.end))
    sebab = alasan(teks, batas)
    if sebab is not None:
        yield sebab
