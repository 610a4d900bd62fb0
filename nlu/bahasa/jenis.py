"""Words that name a service or one of its kinds."""

import re
from collections.abc import Iterator

from nlu.bahasa.pola import salah_satu
from nlu.bahasa.temuan import Temuan

_ORANG_LAIN = salah_satu(
    "anak, istri, isteri, suami, ibu, mamah, mama, bapak, bapa, ayah, papa,"
    "orang ?tua, ortu, mertua,"
    "keluarga, nenek, kakek, adik, adek, kakak, saudara, bayi, cucu, rumah, pun bojo, bojo"
)
_SAKIT = salah_satu(
    "sakitt?, demam, meriang, opname, rawat inap, dirawat, diopname, operasi, tipes, tifus, dbd,"
    "covid, flu, diare, vertigo, maag, kecelakaan, patah tulang, pusing, muntah, muntaber, cacar,"
    "masuk angin, gering, teu damang, nyeri, batuk, pilek, migrain, asma, usus buntu, cedera,"
    "keguguran"
)

_CUTI = (
    ("alasan_penting", r"\bcuti (?:karena )?alasan penting\b|\balasan penting\b|\bcap\b"),
    (
        "alasan_penting",
        r"\b(?:istri|isteri|bojo)(?: saya| abdi)? (?:mau |akan |baru )?(?:me)?lahir\w*",
    ),
    (
        "luar_tanggungan",
        r"\bcuti (?:di )?luar tanggungan(?: negara)?\b|\bluar tanggungan\b|\bcltn\b",
    ),
    ("besar", r"\bcuti (?:besar|panjang)\b"),
    ("melahirkan", r"\bcuti (?:melahirkan|hamil|bersalin|lahiran|ngalahirkeun)\b"),
    (
        "tahunan",
        r"\bcuti(?: saya)? (?:tahunan|taunan|thnan|thn|thunan)\b|\bc(?:ut)?i?t?i tahunan\b",
    ),
    ("sakit", r"\b(?:cuti|izin|ijin|ct)(?: karena)? (?:sakit|skt|gering)\b"),
)
_CUTI_TERSIRAT = (
    ("tahunan", r"\b(?:tahunan|taunan)\b"),
    ("melahirkan", r"\b(?:melahirkan|lahiran|bersalin|persalinan|hpl|ngalahirkeun)\b"),
    ("sakit", rf"(?<!rumah )(?<!surat )\b{_SAKIT}\b(?! hati)"),
)
_KARTU = (
    ("karpeg", r"\bkarpeg\b|\bkartu (?:pegawai|pns)(?: negeri)?\b(?! elektronik)"),
    ("karis", r"\bkaris\b|\bkartu (?:istri|isteri)\b"),
    ("karsu", r"\bkarsu\b|\bkartu suami\b"),
    ("asn", r"\bkartu asn(?: virtual)?\b|\bkpe\b|\bkartu (?:virtual|pegawai elektronik)\b"),
)
_ALASAN_KARTU = (
    ("hilang", r"\b(?:hilang|ilang|kehilangan|kecopetan|kecurian|tercecer|leungit)\b"),
    ("rusak", r"\b(?:rusak|patah|sobek|robek|buram|luntur|terbakar|kebanjiran)\b"),
    (
        "perubahan_data",
        r"\bsalah (?:nama|data|ketik|tanggal lahir)\b|\b(?:ganti|ubah|perubahan) (?:nama|data)\b",
    ),
    ("baru", r"\b(?:baru|pertama(?: kali)?|belum (?:punya|pernah|ada|dapat)|bikin|buat|membuat)\b"),
)
_LAYANAN = (
    ("cuti", r"\bcuti\w*\b"),
    (
        "kartu",
        r"\b(?:e-?kartu|karpeg|karis|karsu|kpe|kartu (?:pegawai|istri|isteri|suami|asn|pns))\b",
    ),
    ("kgb", r"\b(?:e-?)?kgb\b|\b(?:kenaikan )?gaji berkala\b|\bgaji (?:saya )?(?:belum )?naik\b"),
    ("pangkat", r"\b(?:e-?)?pangkat\b|\bnaik golongan\b|\bukppi\b|\bujian dinas\b"),
    ("mutasi", r"\b(?:e-?)?mutasi\b|\bpindah (?:tugas|instansi|kerja|dinas|opd|unit)\b"),
    (
        "fungsional",
        r"\b(?:e-?)?fungsional\b|\bjafung\b|\bangka kredit\b|\buji kompetensi\b|\bukom\b",
    ),
    ("pensiun", r"\b(?:e-?)?pensiun\w*\b|\bpurna ?tugas\b|\bmasa persiapan pensiun\b"),
)

_Tabel = tuple[tuple[str, re.Pattern[str]], ...]


def _siapkan(tabel: tuple[tuple[str, str], ...]) -> _Tabel:
    return tuple((nilai, re.compile(pola)) for nilai, pola in tabel)


CUTI, TERSIRAT, KARTU, ALASAN_KARTU, LAYANAN = map(
    _siapkan, (_CUTI, _CUTI_TERSIRAT, _KARTU, _ALASAN_KARTU, _LAYANAN)
)
_MILIK_ORANG_LAIN = re.compile(rf"\b{_ORANG_LAIN}(?: \w+)? (?:yang |sedang |lagi |keur )?$")


def jenis_cuti(datar: str) -> Iterator[Temuan]:
    """The kind of leave: as named ("cuti sakit"), else as implied ("besok tidak masuk, demam").

    `datar` is the sentence in lower case. Somebody else's illness implies no kind.
    """
    sebut = next(_semua("jenis_cuti", CUTI, datar), None)
    if sebut is not None:
        yield sebut
        return
    orang_lain = False  # "anak saya sakit keras, dirawat": all of it is the child's
    for temuan in _semua("jenis_cuti", TERSIRAT, datar):
        if temuan.value == "sakit":
            orang_lain = orang_lain or bool(_MILIK_ORANG_LAIN.search(datar[: temuan.start]))
            if orang_lain:
                continue
        yield temuan
        return


def kartu(datar: str) -> Iterator[Temuan]:
    """Kind of card, and why a new one is wanted (only where a card is spoken of)."""
    jenis = next(_semua("jenis_kartu", KARTU, datar), None)
    if jenis is not None:
        yield jenis
    if jenis is not None or "kartu" in datar:
        yield from _pertama("alasan_kartu", ALASAN_KARTU, datar)


def layanan(datar: str) -> Iterator[Temuan]:
    """Every service named, once each."""
    for nilai, pola in LAYANAN:
        cocok = pola.search(datar)
        if cocok:
            yield Temuan("layanan", nilai, cocok.start(), cocok.end())


def _pertama(entity: str, tabel: _Tabel, datar: str) -> Iterator[Temuan]:
    temuan = next(_semua(entity, tabel, datar), None)
    if temuan is not None:
        yield temuan


def _semua(entity: str, tabel: _Tabel, datar: str) -> Iterator[Temuan]:
    for nilai, pola in tabel:
        for cocok in pola.finditer(datar):
            yield Temuan(entity, nilai, cocok.start(), cocok.end())
