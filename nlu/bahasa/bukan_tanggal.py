"""What looks like a date or a number of days and is none: blanked before dates are read."""

import re

from nlu.bahasa.pola import salah_satu

_BULAN = r"(?:jan|feb|peb|mar|mrt|apr|mei|jun|jul|ag|sep|okt|oct|nov|nop|des|dec)"
_K = r"(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)"
_N = rf"(?:\d{{1,2}}|{_K})"
_SATUAN_LAIN = salah_satu(
    "ribu, juta, rb, jt, persen, %, orang, org, anak, kali, x, lembar, buah, ekor,"
    "unit, jam, menit,"
    "detik, kg, km, meter, m2, liter, halaman, berkas, kelas, siswa, buku"
)
_BERNOMOR = salah_satu(
    "no, nomor, nomer, nmr, rt, rw, blok, kav, km, lantai, lt, kamar, ruang, ruangan, kelas, pasal,"
    "ayat, pp, perka, uu, gol, golongan, eselon, versi, kode, id, nip, hp, wa, telp, telepon, tlp,"
    "gedung, umur, usia, semester, tahap, butir, poin, pin, otp, lampiran"
)
_ALAMAT = (
    r"\b(?:jl|jln|jalan|gg|gang|komplek|kompleks|perum|perumahan)\b\.? "
    r"(?!jalan|ke |sama |dengan )(?:[a-z.']+ ){1,4}?(?:no\.? ?)?\d{1,3}[a-z]?\b"
    rf"(?! ?(?:/|(?:-|–|s/?d|sampai|hingga) ?\d)|[- ]*{_BULAN})"
)
_ANTARA = (
    rf"\b{_N} ?(?:-|–|sampai|atau|s/d) ?{_N} ?(?:hari|hr|minggu|bulan|dinten)\b"
    rf"(?! (?:depan|ini|\d|{_BULAN}))"
)
_POLA = tuple(
    re.compile(pola)
    for pola in (
        r"\b[a-z]{2,12}-\d{4}-\d{3,}\b",  # request number
        r"\b\d{8}[ .\-]?\d{6}[ .\-]?\d[ .\-]?\d{3}\b",  # NIP
        r"(?:\+?62|\b0)[ .\-]?8\d{1,3}(?:[ .\-]?\d{2,4}){1,4}\b",  # mobile phone
        r"\(?\b0\d{2,3}\)?[ \-]\d{5,8}\b",  # fixed line
        r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})? ?(?:wib|wita|wit)\b",
        r"\b(?:jam|pukul|pkl|jm)\.? ?\d{1,2}(?:[:.]\d{2})?\b",
        r"\b\d{1,2}:\d{2}\b",
        r"\brp\.? ?[\d.,]+(?: ?(?:ribu|juta|rb|jt))?",
        rf"\b\d+(?:[.,]\d+)? ?{_SATUAN_LAIN}(?![a-z])",
        rf"\b{_BERNOMOR}\b\.? ?:? ?[a-z]? ?\d+[a-z]?(?: ?[/\-] ?\d+[a-z]?)*(?: ?/ ?(?:rw )?\d+)?",
        r"\b(?:anak|kehamilan|hari|kali|lantai|shift) ?ke[- ]?\d+\b",
        _ALAMAT,
        r"\b\d+[.,]\d+ ?(?:hari|hr|minggu|bulan)\b",
        r"\b(?:besok|esok|isukan)[ -]+(?:lusa|pageto)\b",  # some day
        r"\b1/2 hari\b|\bsetengah hari\b|\bsatengah (?:dinten|poe)\b",
        r"\b\d{5,}\b",
        _ANTARA,  # "2-3 hari": not decided yet
        rf"\b{_K} {_K} (?:hari|minggu|bulan|dinten)\b",
        r"(?<!\w)-\d+ ?(?:hari|hr)\b",
        r"\b(?:beberapa|sekian|sababaraha) (?:hari|minggu|bulan|dinten)\b",
        r"\btanggal (?:merah|lahir|tua|muda)\b",
    )
)


def samarkan(teks: str) -> str:
    """The same text, as long, with `§` for everything that must not be read as a date."""
    for pola in _POLA:
        teks = pola.sub(lambda cocok: "§" * len(cocok[0]), teks)
    return teks
