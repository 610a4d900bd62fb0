"""NIP of a PNS or CPNS and NI PPPK: form and plausibility (aturan 1.1, 1.2).

There is no check digit, and knowing a number proves nothing about who is typing it.
"""

import re
from datetime import date
from enum import StrEnum


class JenisNip(StrEnum):
    PNS = "PNS"
    PPPK = "PPPK"
    UNKNOWN = "UNKNOWN"
    """18 plausible digits whose block 13-14 no rule explains: ask a person."""
    INVALID = "INVALID"


def angka_saja(text: str) -> str:
    """The number without the spaces, dots and dashes people type; other characters stay."""
    return re.sub(r"[\s.\-]", "", text)


def tanggal_lahir(nip: str) -> date | None:
    """Birth date by digits 1-8; None when they are not a date."""
    try:
        return date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        return None


def classify(text: str) -> JenisNip:
    """Kind of number, by form alone."""
    nip = angka_saja(text)
    if re.fullmatch(r"[0-9]{18}", nip) is None or tanggal_lahir(nip) is None:
        return JenisNip.INVALID
    block = int(nip[12:14])
    if 1 <= block <= 12:
        valid = nip[14] in "12" and nip[15:] != "000"
        return JenisNip.PNS if valid else JenisNip.INVALID
    return JenisNip.PPPK if block >= 21 else JenisNip.UNKNOWN


def tmt_cpns(nip: str) -> date | None:
    """First day of service by digits 9-14 of an NIP; None for other numbers."""
    if classify(nip) is not JenisNip.PNS or nip[8:12] == "0000":
        return None
    return date(int(nip[8:12]), int(nip[12:14]), 1)


def plausible(text: str, today: date) -> bool:
    """Whether form and ages fit: 18 to 70 years old today, not appointed in the future and not
    before the age of 18 (aturan 1.1)."""
    nip = angka_saja(text)
    lahir = tanggal_lahir(nip)
    if classify(nip) is JenisNip.INVALID or lahir is None or not 18 <= umur(lahir, today) <= 70:
        return False
    if classify(nip) is not JenisNip.PNS:
        return True
    mulai = tmt_cpns(nip)
    return mulai is not None and mulai <= today and umur(lahir, mulai) >= 18


def umur(lahir: date, pada: date) -> int:
    """Age in full years."""
    return pada.year - lahir.year - ((pada.month, pada.day) < (lahir.month, lahir.day))


def tampilkan(nip: str) -> str:
    """Display form: `19850817 201001 1 003`."""
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
