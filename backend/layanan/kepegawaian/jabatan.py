"""What a post is, where a rule turns on it."""

from backend.layanan.facts import Pegawai

_SEKOLAH = ("sman", "smkn", "slbn", "sma ", "smk ", "slb ")


def guru_atau_dosen(pegawai: Pegawai) -> bool:
    """A teacher or lecturer, whose year has school holidays."""
    return pegawai.jabatan.casefold().startswith(("guru", "dosen", "lektor", "asisten ahli"))


def di_sekolah(pegawai: Pegawai) -> bool:
    """Works at a school of the province (below a Cabang Dinas)."""
    return pegawai.unit.casefold().startswith(_SEKOLAH)
