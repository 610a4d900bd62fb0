"""Which answer a correction speaks of: "tanggalnya salah", "ganti nomor hp"."""

import re

from nlu.bahasa.pola import salah_satu
from nlu.bahasa.temuan import Temuan

_KATA_KOREKSI = salah_satu(
    "salah, keliru, ubah, mengubah, merubah, rubah, diubah, ganti, mengganti,"
    "diganti, gantian, ralat,"
    "koreksi, revisi, perbaiki, betulkan, benerin, betulin, edit, tukar, (?:se)?harusnya, mestinya,"
    "yang benar, yg benar, yg bener, maksud(?:nya)?(?: saya)?, bukan, lepat, gentos, robah,"
    "kurang tepat, tidak sesuai, typo"
)
_TANDA = re.compile(rf"\b{_KATA_KOREKSI}\b")
_ISIAN = {
    "periode": "tanggal, tgl, tangal, waktu, jadwal, periode, lama, durasi, jumlah hari,"
    "hari, mulai,"
    "selesai",
    "alamat": "alamat",
    "telepon": r"telepon, telpon, telp, tlp, hp, handphone, wa, whatsapp, kontak, nomor, nomer,"
    r"no(?:mor)? (?:hp|wa|telp\w*)",
    "alasan": "alasan, keperluan, keterangan, sebab",
    "jenis_cuti": "jenis(?: cuti)?",
    "dokumen": "dokumen, berkas, lampiran, surat(?: dokter)?, foto, file",
}
ISIAN = {nama: re.compile(rf"\b{salah_satu(kata)}(?:nya|na)?\b") for nama, kata in _ISIAN.items()}
_NILAI = re.compile(
    r"(?:\b(?:jadi|menjadi|jd|ke|dengan|(?:se)?harusnya|mestinya|yang benar|yg "
    r"benar|yg bener)\b|[:=])[\s:=,]*"
    r"(?:adalah )?",
    re.IGNORECASE,
)

_LANGSUNG = re.compile(
    r"\s+(?:mau |tolong |mohon )?(?:di|meng)?(?:ganti|ubah|rubah|gentos) (?=[\w.]+ \w)"
    r"(?!dulu|dong|saja|aja|ya\b|sama\b|bisa\b|bagaimana|gimana|lagi)",
    re.IGNORECASE,
)
"""The value may follow at once: "alasannya ganti menengok orang tua"."""


def isian_dituju(datar: str, ada: frozenset[str]) -> Temuan | None:
    """The field named beside a word of correction, else the only one of which a value is given.

    `datar` is the sentence in lower case, `ada` the entities already found in it.
    """
    if not _TANDA.search(datar):
        return None
    for nama, pola in ISIAN.items():
        cocok = pola.search(datar)
        if cocok:
            return Temuan("isian_dituju", nama, cocok.start(), cocok.end())
    bernilai = ada & ISIAN.keys()
    if len(bernilai) == 1:
        return Temuan("isian_dituju", next(iter(bernilai)), 0, len(datar))
    return None


def menyebut_koreksi(teks: str) -> bool:
    """Whether a word of correction stands in `teks`."""
    return _TANDA.search(teks.lower()) is not None


def nilai_baru(teks: str, isian: Temuan) -> Temuan | None:
    """The new reason or address in "alasannya ganti jadi menikahkan anak"."""
    if isian.value not in ("alasan", "alamat"):
        return None
    cocok = _NILAI.search(teks, isian.end) or _LANGSUNG.match(teks, isian.end)
    if cocok is None:
        return None
    isi = teks[cocok.end() :].rstrip(" .,;!")
    depan = _NILAI.match(isi)
    awal = cocok.end() + (depan.end() if depan else 0)
    isi = isi[depan.end() :] if depan else isi
    return Temuan(str(isian.value), isi, awal, awal + len(isi)) if len(isi) >= 3 else None
