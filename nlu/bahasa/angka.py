"""Number words, Indonesian and Sundanese: "dua puluh satu", "sabelas"."""

from collections.abc import Sequence

SATUAN = {
    "nol": 0, "satu": 1, "hiji": 1, "dua": 2, "tiga": 3, "tilu": 3, "empat": 4, "opat": 4,
    "lima": 5, "enam": 6, "genep": 6, "tujuh": 7, "delapan": 8, "dalapan": 8, "sembilan": 9,
    "salapan": 9,
}  # fmt: skip
UTUH = {
    "sepuluh": 10, "sapuluh": 10, "sebelas": 11, "sabelas": 11, "seratus": 100, "saratus": 100,
    "seribu": 1000, "sarebu": 1000,
}  # fmt: skip
PENGALI = {"puluh": 10, "ratus": 100, "ribu": 1000, "rebu": 1000}
BELAS = frozenset({"belas", "welas"})


def baca_angka(kata: Sequence[str]) -> tuple[int, int] | None:
    """Value of the number words at the head of `kata` and how many words it took.

    Reads 0 to 9999; stops before a word that would start a second number ("dua tiga").
    """
    nilai, terpakai, batas = 0, 0, 10_000
    while terpakai < len(kata):
        bagian = _bagian(kata, terpakai)
        if bagian is None or bagian[0] >= batas:
            break
        angka, lebar = bagian
        nilai += angka
        terpakai += lebar
        batas = _besaran(angka)
        if batas == 1:
            break
    return (nilai, terpakai) if terpakai else None


def _bagian(kata: Sequence[str], i: int) -> tuple[int, int] | None:
    """One addend: "dua puluh" is (20, 2), "sebelas" (11, 1), "tujuh" (7, 1)."""
    if kata[i] in UTUH:
        return UTUH[kata[i]], 1
    if kata[i] not in SATUAN:
        return None
    satuan = SATUAN[kata[i]]
    berikut = kata[i + 1] if i + 1 < len(kata) else ""
    if berikut in BELAS:
        return 10 + satuan, 2
    if berikut in PENGALI:
        return satuan * PENGALI[berikut], 2
    return satuan, 1


def _besaran(angka: int) -> int:
    """What may follow an addend is smaller than its own magnitude: after 20 only 1 to 9."""
    for besar in (1000, 100, 10):
        if angka >= besar and angka % besar == 0:
            return besar
    return 1
