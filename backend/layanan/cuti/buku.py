"""The leave ledger: what the law itself books (aturan 2.2.2).

A balance is the sum of entries. Rights and what lapses are entries like any other, so that every
number can be explained; `jatuh_tempo` gives those that are due and not booked yet. An entry counts
from its `effective` date, which for leave is the day it is taken: days reserved in November for
January are paid from what is carried over, not from what is left in November.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from backend.layanan.cuti.hak import hak_timbul
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.facts import Pegawai, Posting

TAHUNAN = "cuti_tahunan"
DITANGGUHKAN = "cuti_tahunan_ditangguhkan"
"""Days officially postponed; the bucket is the year in which they were to be taken."""
TAMBAHAN = "cuti_tahunan_tambahan"
"""Days for duty on joint leave (aturan 2.9); only in the running year."""
AKUN = (TAHUNAN, DITANGGUHKAN, TAMBAHAN)

Ember = tuple[str, int]
"""An account and the year whose right it is."""


class Jenis(StrEnum):
    """Why an entry was made."""

    HAK = "hak"
    RESERVASI = "reservasi"
    PAKAI = "pakai"
    LEPAS = "lepas"
    DITANGGUHKAN = "ditangguhkan"
    HANGUS = "hangus"


PEMAKAIAN = (Jenis.RESERVASI, Jenis.PAKAI, Jenis.LEPAS)
"""The kinds that say how much of a right was used."""


def jumlah(entries: Iterable[Posting], *kinds: Jenis) -> Counter[Ember]:
    """Sum of days by account and bucket, of all kinds or of the given ones."""
    total: Counter[Ember] = Counter()
    for entry in entries:
        if entry.account in AKUN and (not kinds or entry.kind in kinds):
            total[entry.account, entry.bucket] += entry.days
    return total


def jatuh_tempo(
    pegawai: Pegawai, konf: Konfigurasi, ledger: Sequence[Posting], per: date
) -> tuple[Posting, ...]:
    """Rights and lapses that the law has caused by `per` and that the ledger does not hold yet."""
    rights = [ember[1] for ember in jumlah(ledger, Jenis.HAK) if ember[0] == TAHUNAN]
    baru: list[Posting] = []
    for tahun in range(min(rights, default=per.year), per.year + 1):
        if tahun > max(rights, default=tahun - 1):
            baru += _hak(pegawai, konf, tahun, per)
        baru += _hangus(konf, (*ledger, *baru), tahun)
    return tuple(baru)


def _hak(pegawai: Pegawai, konf: Konfigurasi, tahun: int, per: date) -> list[Posting]:
    timbul = hak_timbul(pegawai, konf, tahun)
    if timbul is None or timbul > per:
        return []
    days = konf.angka("cuti.hak_tahunan")
    return [Posting(TAHUNAN, tahun, days, Jenis.HAK, timbul, note=f"Hak cuti tahunan {tahun}")]


def _hangus(konf: Konfigurasi, entries: Sequence[Posting], tahun: int) -> list[Posting]:
    """What lapses at the end of the year before `tahun`, less what was booked of it already.

    The target is computed from all entries each time: a request refused in January for days of
    December gives its days back as if it had never been, and the difference lapses or revives.
    """
    awal = date(tahun, 1, 1)
    sebelum = [entry for entry in entries if entry.effective < awal]
    sesudah = [entry for entry in entries if entry.effective >= awal and entry.kind != Jenis.HANGUS]
    simpan = tersimpan(konf, sebelum, sesudah, tahun)
    sudah = jumlah((entry for entry in entries if entry.effective == awal), Jenis.HANGUS)
    baru = []
    for (akun, ember), sisa in sorted(jumlah(sebelum).items()):
        if ember >= tahun:
            continue
        if selisih := max(0, sisa) - simpan[akun, ember] + sudah[akun, ember]:
            note = f"Sisa {ember} yang tidak dapat dibawa ke {tahun}"
            baru.append(Posting(akun, ember, -selisih, Jenis.HANGUS, awal, note=note))
    return baru


def tersimpan(
    konf: Konfigurasi, sebelum: Sequence[Posting], sesudah: Sequence[Posting], tahun: int
) -> Counter[Ember]:
    """What may be carried into `tahun`, by the entries before it and those since.

    At most 6 days of last year, 6 more of the year before if both went wholly unused, all that was
    postponed last year; 18 in total with that year's own right, 24 with the second or third.
    """
    sisa = +jumlah(sebelum)
    n2, n1, tangguh = (TAHUNAN, tahun - 2), (TAHUNAN, tahun - 1), (DITANGGUHKAN, tahun - 1)
    batas = konf.angka("cuti.limpahan_maksimum")
    simpan = Counter({n1: min(batas, sisa[n1]), tangguh: sisa[tangguh]})
    if not konf.benar("cuti.limpahan_ketat") or _utuh(sebelum, n1, n2):
        simpan[n2] = min(batas, sisa[n2])
    lama = simpan[n2] > 0 or simpan[tangguh] > 0
    plafon = konf.angka("cuti.batas_dua_tahun" if lama else "cuti.batas_satu_tahun")
    hak = jumlah(sesudah, Jenis.HAK)[TAHUNAN, tahun]
    return _pangkas(simpan, hak + simpan.total() - plafon, jumlah(sesudah), (n2, n1, tangguh))


def _pangkas(
    simpan: Counter[Ember], lebih: int, sesudah: Counter[Ember], urutan: Sequence[Ember]
) -> Counter[Ember]:
    """Cuts what exceeds the ceiling, oldest right first, but never days already spent since."""
    for ember in urutan:
        potong = max(0, min(lebih, simpan[ember] + min(0, sesudah[ember])))
        simpan[ember] -= potong
        lebih -= potong
    return simpan


def _utuh(entries: Sequence[Posting], *embers: Ember) -> bool:
    """Whether these years had a right and not one day of it was used (aturan 2.2.2, strict)."""
    hak = jumlah(entries, Jenis.HAK)
    terpakai = jumlah(entries, *PEMAKAIAN)
    return all(hak[ember] > 0 and terpakai[ember] == 0 for ember in embers)
