"""Cuts a sentence into clauses, each with its place."""

import re
from dataclasses import dataclass

_SINGKATAN = (
    r"(?:jl|jln|gg|no|nmr|kec|kab|kel|ds|kp|rt|rw|dr|drs|ir|hj|h|tgl|tg|s|d|st|bp|yth|an|wr|wb)"
)
_BATAS = re.compile(r"[,;\n]+|[.!?]+(?=\s|$)")
_AKHIR_SINGKATAN = re.compile(rf"\b{_SINGKATAN}$", re.IGNORECASE)


@dataclass(frozen=True)
class Penggal:
    teks: str
    awal: int

    @property
    def akhir(self) -> int:
        return self.awal + len(self.teks)


def penggal(teks: str) -> list[Penggal]:
    """Clauses between commas and full stops; the full stop of "Jl." does not end one."""
    hasil: list[Penggal] = []
    awal = 0
    for batas in _BATAS.finditer(teks):
        if batas[0].startswith(".") and _AKHIR_SINGKATAN.search(teks[: batas.start()]):
            continue
        _tambah(hasil, teks, awal, batas.start())
        awal = batas.end()
    _tambah(hasil, teks, awal, len(teks))
    return hasil


def _tambah(hasil: list[Penggal], teks: str, awal: int, akhir: int) -> None:
    isi = teks[awal:akhir]
    if isi.strip():
        kiri = len(isi) - len(isi.lstrip())
        hasil.append(Penggal(isi.strip(), awal + kiri))
