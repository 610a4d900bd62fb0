"""Free text inside a rich sentence: the reason, and the address during the absence."""

import re
from collections.abc import Sequence

from nlu.bahasa.penggal import Penggal, penggal
from nlu.bahasa.temuan import Temuan

_PEMICU_ALASAN = re.compile(
    r"\b(?:karena|karna|krna|krn|kerna|sebab|soalnya|soale|lantaran|kusabab|dalam rangka|dlm rangka|"
    r"dengan alasan|alasan(?:nya)?(?: (?:saya|cuti(?:nya)?))?|(?:untuk |utk )?keperluan(?:nya)?)\b[\s:=]*"
    r"(?:(?:adalah|yaitu|karena|krn) )?(?:ada(?:nya)? )?",
    re.IGNORECASE,
)
_PEMBUKA = re.compile(
    r"(?:(?:saya|sy|abdi|gw|aku|mau|mo|bade|ingin|akan|ada|rencana(?:nya)?|untuk|utk|buat|guna|kanggo|rek|"
    r"mohon|harus|perlu|punten|hendak) )+",
    re.IGNORECASE,
)
_INTI_ALASAN = re.compile(
    r"(?:acara|keperluan|urusan|kepentingan|kegiatan|hajat\w*|menikah\w*|nikah\w*|pernikahan|resepsi|lamaran|tunangan|"
    r"kawin\w*|walimah\w*|mudik|pulang|liburan|libur keluarga|wisata|rekreasi|jalan-jalan|umr?oh|umrah|haji|"
    r"ziarah|meng?antar\w*|nganter\w*|antar|menjenguk|jenguk|nengok|menengok|merawat|rawat|mengurus\w*|ngurus\w*|"
    r"sakit|demam|opname|dirawat|operasi|kontrol|berobat|check ?up|medical|istri|isteri|suami|anak|orang ?tua|ortu|keluarga|"
    r"ibu saya|bapak saya|ayah|mertua|adik|kakak|saudara|nenek|kakek|khitan\w*|sunat\w*|wisuda|aqiqah|akikah|tahlil\w*|"
    r"melayat|takziah|pindah\w*|renovasi|menghadiri|hadir|menemani|nemenin|mendampingi|istirahat|refreshing|ke luar kota|"
    r"keluar kota|kondangan|reuni|meninggal|wafat|musibah|banjir|syukuran|pengajian|kuliah|ujian|sidang|melahirkan|lahiran)\b",
    re.IGNORECASE,
)
_PEMICU_ALAMAT = re.compile(
    r"\b(?:alamat(?:nya)?|tinggal|berada|domisili)\b(?: (?:saya|selama cuti|cuti|selama|sementara|lengkap|rumah|nanti|di sana))*"
    r"[\s:=]*(?:di |ada di |yaitu |adalah )*",
    re.IGNORECASE,
)
_JALAN = re.compile(
    r"\b(?:di )?((?:jl|jln|gg|gang|perum(?:ahan)?|komplek(?:s)?|kp|kampung|dusun|dsn|desa|kel(?:urahan)?)\b\.?[ ]?|"
    r"jalan (?!jalan|ke |sama |dengan |kaki))",
    re.IGNORECASE,
)
_LANJUT_ALAMAT = re.compile(
    r"(?:kec|kecamatan|kel|kelurahan|desa|ds|kab|kabupaten|kota|kotamadya|rt|rw|no|nomor|blok|kampung|kp|dusun|perum\w*|komplek\w*|"
    r"provinsi|prov|jawa barat|jabar|jawa tengah|jakarta|kode pos|gg|gang|lantai)\b",
    re.IGNORECASE,
)
_BERHENTI = re.compile(
    r"[\s,.]*\b(?:(?:no(?:mor|mer)?|nmr)?\.? ?(?:hp|handphone|telp?|telepon|tlp|wa|whatsapp|kontak)\b|alamat|alasan|karena|krn|"
    r"mulai tanggal|tanggal|tgl|terima ?kasih|makasih|mksh|nuhun|hatur nuhun|trims|mohon (?:izin|ijin|persetujuan)|demikian)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_SOPAN = re.compile(
    r"(?:[\s,.!?]|\b(?:pak|bu|bapak|ibu|ya|yah|min|kang|teh|dong|nih|terima ?kasih|makasih|nuhun|bisa|boleh|saya)\b)+$",
    re.IGNORECASE,
)

_GANTUNG = re.compile(
    r"(?:[\s,(]|\b(?:mulai|dari|selama|pada|di|tanggal|tgl|hari|sejak|untuk|utk|per|s/d|sampai|dan)\b)+$",
    re.IGNORECASE,
)

_Letak = tuple[int, int]


def alamat(teks: str, terlarang: Sequence[_Letak]) -> Temuan | None:
    """The address; `terlarang` are the places of dates and numbers, which are none."""
    semua = penggal(teks)
    for i, bagian in enumerate(semua):
        pemicu = _PEMICU_ALAMAT.search(bagian.teks) or _JALAN.search(bagian.teks)
        if pemicu is None:
            continue
        awal = bagian.awal + (pemicu.start(1) if pemicu.re is _JALAN else pemicu.end())
        akhir = bagian.akhir
        for lanjut in semua[i + 1 :]:
            if not _masih_alamat(lanjut, terlarang):
                break
            akhir = lanjut.akhir
        hasil = _potong(teks, awal, akhir, terlarang)
        if hasil is not None:
            return Temuan("alamat", hasil, awal, awal + len(hasil))
    return None


def _masih_alamat(bagian: Penggal, terlarang: Sequence[_Letak]) -> bool:
    if _kena(bagian.awal, bagian.akhir, terlarang) or _BERHENTI.match(bagian.teks):
        return False
    if _LANJUT_ALAMAT.match(bagian.teks):
        return True
    return len(bagian.teks.split()) <= 2 and bagian.teks[:1].isupper() and not _inti(bagian.teks)


def alasan(teks: str, terlarang: Sequence[_Letak]) -> Temuan | None:
    """The reason: behind "karena", or a clause that speaks of one ("acara keluarga di Garut")."""
    semua = penggal(teks)
    for bagian in semua:
        pemicu = _PEMICU_ALASAN.search(bagian.teks)
        if pemicu is not None:
            hasil = _alasan_dari(teks, bagian.awal + pemicu.end(), bagian.akhir, terlarang)
            if hasil is not None:
                return hasil
    for bagian in semua:
        awal = max([bagian.awal, *(b for a, b in terlarang if bagian.awal <= a < bagian.akhir)])
        hasil = _inti_dari(teks, awal, bagian.akhir, terlarang)
        if hasil is not None:
            return hasil
    return None


def _inti_dari(teks: str, awal: int, akhir: int, terlarang: Sequence[_Letak]) -> Temuan | None:
    sisa = teks[awal:akhir]
    geser = len(sisa) - len(sisa.lstrip(" :-"))
    pembuka = _PEMBUKA.match(sisa, geser)
    mulai = pembuka.end() if pembuka else geser
    if not _inti(sisa[mulai:]):
        return None
    return _alasan_dari(teks, awal + mulai, akhir, terlarang)


def _alasan_dari(teks: str, awal: int, akhir: int, terlarang: Sequence[_Letak]) -> Temuan | None:
    hasil = _potong(teks, awal, akhir, terlarang)
    return Temuan("alasan", hasil, awal, awal + len(hasil)) if hasil else None


def _inti(teks: str) -> bool:
    return _INTI_ALASAN.match(teks) is not None


def _potong(teks: str, awal: int, akhir: int, terlarang: Sequence[_Letak]) -> str | None:
    """The span cut before the first forbidden place and before what follows politely."""
    tersentuh = [a for a, b in terlarang if awal < b and a < akhir]
    isi = teks[awal : max(awal, min(tersentuh, default=akhir))]
    if tersentuh:
        isi = _GANTUNG.sub("", isi)
    isi = _SOPAN.sub("", _BERHENTI.sub("", isi)).rstrip(" ,.;:-")
    return isi if len(isi) >= 3 else None


def _kena(awal: int, akhir: int, terlarang: Sequence[_Letak]) -> bool:
    return any(awal < b and a < akhir for a, b in terlarang)
