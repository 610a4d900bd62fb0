"""One plain spelling for many ways to write the same sentence, before features are made."""

import re
import unicodedata

from nlu.bahasa.kamus_singkatan import KAMUS

PANJANG_MAKSIMUM = 2000
_KATA = re.compile(r"[a-z0-9][a-z0-9'/.\-]*[a-z0-9]|[a-z0-9]|[?!]")
_ULANG = re.compile(r"([a-z])\1{2,}")
_DUA_AKHIR = re.compile(r"([aiueonhk])\1+$")
_REDUPLIKASI = re.compile(r"^([a-z]{2,})(?:2|\^2|²)(nya|an|kah|in|kan)?$")
_ANGKA_PANJANG = re.compile(r"^\+?\d[\d.\-/]{5,}$")
_NOMOR_PERMOHONAN = re.compile(r"\b[a-z]{2,12}-\d{4}-\d{3,}\b")
_FRASA = (
    (re.compile(r"\bteu (?:acan|atos)\b"), "belum"),
    (re.compile(r"\bhatur nuhun\b"), "terima kasih"),
    (re.compile(r"\bteu (?:damang|raraos)\b"), "sakit"),
    (re.compile(r"\bass?alamu['’` ]*al[ae]ik[ou]m\b"), "assalamualaikum"),
    (re.compile(r"\bdugi ka\b"), "sampai"),
    (re.compile(r"\bwr\.? ?wb\.?"), ""),
)


def normal(teks: str) -> str:
    """Lower-case standard words joined by one space; numbers become classes (`#nip`, `#nomor`).

    At most the first 2,000 characters count.
    """
    datar = unicodedata.normalize("NFKC", teks[:PANJANG_MAKSIMUM]).lower()
    datar = "".join(c for c in unicodedata.normalize("NFD", datar) if not unicodedata.combining(c))
    datar = datar.replace("’", "'").replace("`", "'")
    datar = _NOMOR_PERMOHONAN.sub(" nomorpermohonan ", datar)
    for pola, ganti in _FRASA:
        datar = pola.sub(ganti, datar)
    return " ".join(_kata_baku(kata) for kata in _KATA.findall(datar))


def _kata_baku(kata: str) -> str:
    if _ANGKA_PANJANG.match(kata):
        return "nomorpanjang"
    kata = kata.strip(".-'/")
    ulang = _REDUPLIKASI.match(kata)
    if ulang and kata not in KAMUS:
        return _baku(ulang[1]) + (ulang[2] or "")
    return _baku(_rapat(kata))


def _rapat(kata: str) -> str:
    """Undo stretched letters: "cutiiii" and "maaauuu" to "cuti" and "mau"."""
    pendek = _ULANG.sub(r"\1", kata)
    if pendek != kata or kata not in KAMUS:
        pendek = _DUA_AKHIR.sub(r"\1", pendek) if len(pendek) > 3 else pendek
    return pendek


def _baku(kata: str) -> str:
    if kata in KAMUS:
        return KAMUS[kata]
    for akhiran in ("nya", "kah", "lah", "mah", "teh"):
        pokok = kata[: -len(akhiran)]
        if kata.endswith(akhiran) and pokok in KAMUS and len(pokok) > 2:
            return KAMUS[pokok]
    bagian = kata.split("-")
    if len(bagian) == 2 and bagian[0] == bagian[1] and bagian[0].isalpha():
        return _baku(bagian[0])
    return kata
