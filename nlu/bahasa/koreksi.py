"""Which answer a correction speaks of: "tanggalnya salah", "ganti nomor hp"."""

import re

from nlu.bahasa.temuan import Temuan

_TANDA = re.compile(
    r"\b(?:salah|keliru|ubah|mengubah|merubah|rubah|diubah|ganti|mengganti|diganti|gantian|ralat|koreksi|revisi|perbaiki|"
    r"betulkan|benerin|betulin|edit|tukar|(?:se)?harusnya|mestinya|yang benar|yg benar|yg bener|maksud(?:nya)?(?: saya)?|"
    r"bukan|lepat|gentos|robah|kurang tepat|tidak sesuai|typo)\b"
)
_ISIAN = (
    ("periode", r"\b(?:tanggal|tgl|tangal|waktu|jadwal|periode|lama|durasi|jumlah hari|hari(?:nya)?|mulai(?:nya)?|selesai(?:nya)?)"
     r"(?:nya|na)?\b"),
    ("alamat", r"\balamat(?:nya|na)?\b"),
    ("telepon", r"\b(?:telepon|telpon|telp|tlp|hp|handphone|wa|whatsapp|no(?:mor)? (?:hp|wa|telp\w*)|kontak|nomor(?:nya)?|"
     r"nomer(?:nya)?)(?:nya|na)?\b"),
    ("alasan", r"\b(?:alasan|keperluan|keterangan|sebab)(?:nya|na)?\b"),
    ("jenis_cuti", r"\bjenis(?: cuti)?(?:nya)?\b"),
    ("dokumen", r"\b(?:dokumen|berkas|lampiran|surat(?: dokter)?|foto|file)(?:nya|na)?\b"),
)  # fmt: skip
ISIAN = tuple((nama, re.compile(pola)) for nama, pola in _ISIAN)
_NILAI = re.compile(
    r"(?:\b(?:jadi|menjadi|jd|ke|dengan|(?:se)?harusnya|mestinya|yang benar|yg benar|yg bener)\b|[:=])[\s:=,]*"
    r"(?:adalah )?",
    re.IGNORECASE,
)


def isian_dituju(datar: str, ada: frozenset[str]) -> Temuan | None:
    """The field named beside a word of correction, else the only one of which a value is given.

    `datar` is the sentence in lower case, `ada` the entities already found in it.
    """
    if not _TANDA.search(datar):
        return None
    for nama, pola in ISIAN:
        cocok = pola.search(datar)
        if cocok:
            return Temuan("isian_dituju", nama, cocok.start(), cocok.end())
    bernilai = ada & {nama for nama, _ in ISIAN}
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
    cocok = None
    for cocok in _NILAI.finditer(teks, isian.end):
        if cocok:
            break
    if cocok is None:
        return None
    isi = teks[cocok.end() :].rstrip(" .,;!")
    depan = _NILAI.match(isi)
    awal = cocok.end() + (depan.end() if depan else 0)
    isi = isi[depan.end() :] if depan else isi
    return Temuan(str(isian.value), isi, awal, awal + len(isi)) if len(isi) >= 3 else None
