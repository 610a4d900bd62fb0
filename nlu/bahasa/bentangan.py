"""Free text inside a rich sentence: the reason, and the address during the absence."""

import re
from collections.abc import Sequence

from nlu.bahasa.penggal import Penggal, penggal
from nlu.bahasa.pola import salah_satu
from nlu.bahasa.temuan import Temuan

_KARENA = salah_satu(
    "karena, karna, krna, krn, kerna, sebab, soalnya, soale, lantaran, kusabab, dalam rangka,"
    "dlm rangka, dengan alasan, alasan(?:nya)?(?: (?:saya|cuti(?:nya)?))?,"
    "(?:untuk |utk )?keperluannya, (?:untuk |utk )?(?=keperluan [a-z]), (?:untuk |utk )?keperluan"
)
_PEMICU_ALASAN = re.compile(
    rf"\b{_KARENA}\b[\s:=]*(?:(?:adalah|yaitu|karena|krn) )?(?:ada(?:nya)? )?", re.IGNORECASE
)
_KATA_PEMBUKA = salah_satu(
    "saya, sy, abdi, gw, aku, mau, mo, bade, ingin, akan, ada, rencana(?:nya)?, untuk, utk, buat,"
    "guna, kanggo, rek, mohon, harus, perlu, punten, hendak"
)
_PEMBUKA = re.compile(rf"(?:{_KATA_PEMBUKA} )+", re.IGNORECASE)
_KATA_ALASAN = salah_satu(
    r"acara, keperluan, urusan, kepentingan, kegiatan, hajat\w*, menikah\w*, nikah\w*, pernikahan,"
    r"resepsi, lamaran, tunangan, kawin\w*, walimah\w*, mudik, pulang, liburan,"
    r"libur keluarga, wisata,"
    r"rekreasi, jalan-jalan, umr?oh, umrah, haji, ziarah, meng?antar\w*,"
    r"nganter\w*, antar, menjenguk,"
    r"jenguk, nengok, menengok, merawat, rawat, mengurus\w*, ngurus\w*, sakit,"
    r"demam, opname, dirawat,"
    "operasi, kontrol, berobat, check ?up, medical, istri, isteri, suami, anak, orang ?tua, ortu,"
    r"keluarga, ibu saya, bapak saya, ayah, mertua, adik, kakak, saudara, nenek, kakek, khitan\w*,"
    r"sunat\w*, wisuda, aqiqah, akikah, tahlil\w*, melayat, takziah, pindah\w*,"
    r"renovasi, menghadiri,"
    "hadir, menemani, nemenin, mendampingi, istirahat, refreshing, ke luar kota, keluar kota,"
    "kondangan, reuni, meninggal, wafat, musibah, banjir, syukuran, pengajian,"
    "kuliah, ujian, sidang,"
    "melahirkan, lahiran"
)
_INTI_ALASAN = re.compile(rf"{_KATA_ALASAN}\b", re.IGNORECASE)
_PEMICU_ALAMAT = re.compile(
    r"\b(?:alamat(?:nya)?|tinggal|berada|domisili)\b"
    r"(?: (?:saya|selama cuti|cuti|selama|sementara|lengkap|rumah|nanti|di sana))*"
    r"[\s:=]*(?:di |ada di |yaitu |adalah )*",
    re.IGNORECASE,
)
_TEMPAT = salah_satu(
    "jl, jln, gg, gang, perum(?:ahan)?, kompleks?, kp, kampung, dusun, dsn, desa, kel(?:urahan)?"
)
_JALAN = re.compile(
    rf"\b(?:di )?({_TEMPAT}\b\.?[ ]?|jalan (?!jalan|ke |sama |dengan |kaki))", re.IGNORECASE
)
_WILAYAH = salah_satu(
    "kec, kecamatan, kel, kelurahan, desa, ds, kab, kabupaten, kota, kotamadya, rt, rw, no, nomor,"
    r"blok, kampung, kp, dusun, perum\w*, komplek\w*, provinsi, prov, jawa barat,"
    r"jabar, jawa tengah,"
    "jakarta, kode pos, gg, gang, lantai"
)
_LANJUT_ALAMAT = re.compile(rf"{_WILAYAH}\b", re.IGNORECASE)
_KATA_BERHENTI = salah_satu(
    r"(?:(?:no(?:mor|mer)?|nmr)?\.? ?(?:hp|handphone|telp?|telepon|tlp|wa|whatsapp|kontak)\b),"
    "alamat, alasan, karena, krn, mulai tanggal, tanggal, tgl, terima ?kasih, makasih, mksh, nuhun,"
    "hatur nuhun, trims, mohon (?:izin|ijin|persetujuan), demikian"
)
_BERHENTI = re.compile(rf"[\s,.]*\b{_KATA_BERHENTI}\b.*$", re.IGNORECASE | re.DOTALL)
_KATA_SOPAN = salah_satu(
    "pak, bu, ya, yah, min, kang, teh, dong, nih, terima ?kasih, makasih, nuhun, bisa, boleh"
)
_SOPAN = re.compile(rf"(?:[\s,.!?]|\b{_KATA_SOPAN}\b)+$", re.IGNORECASE)
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
