"""Numbers that name something: request numbers, NIP, telephone numbers."""

import re
from collections.abc import Iterator

from nlu.bahasa.temuan import Temuan

_LAYANAN = "cuti|kartu|kgb|pangkat|mutasi|fungsional|pensiun"
_PERMOHONAN = re.compile(
    rf"\b([a-z]{{2,12}})-(\d{{4}})-(\d{{1,8}})\b|\b({_LAYANAN})[ /](20\d\d)[ /](\d{{1,8}})\b",
    re.IGNORECASE,
)
_NIP = re.compile(r"(?<![\d+])\d(?:[ .\-]?\d){17}(?![\d])")
_TELEPON = re.compile(r"(?<![\d\-])(?:\+? ?62|\(?0)[ \-.)]*\d(?:[ \-.)]{0,2}\d){6,12}(?!\d)")


def nomor_permohonan(teks: str) -> Iterator[Temuan]:
    """In the form in which they are issued: `CUTI-2026-000123`."""
    for cocok in _PERMOHONAN.finditer(teks):
        awalan, tahun, urut = (cocok[1], cocok[2], cocok[3]) if cocok[1] else cocok.group(4, 5, 6)
        nilai = f"{awalan.upper()}-{tahun}-{int(urut):06d}"
        yield Temuan("nomor_permohonan", nilai, cocok.start(), cocok.end())


def nip(teks: str) -> Iterator[Temuan]:
    """18 digits without separators."""
    for cocok in _NIP.finditer(teks):
        yield Temuan("nip", re.sub(r"\D", "", cocok[0]), cocok.start(), cocok.end())


def telepon(teks: str) -> Iterator[Temuan]:
    """As dialled within the country or with +62, without separators."""
    for cocok in _TELEPON.finditer(teks):
        angka = re.sub(r"\D", "", cocok[0])
        if 9 <= len(angka) <= 15:
            tanda = "+" if cocok[0].lstrip().startswith("+") else ""
            yield Temuan("telepon", tanda + angka, cocok.start(), cocok.end())
