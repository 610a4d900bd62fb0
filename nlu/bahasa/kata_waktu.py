"""Words about time, each with the kind the grammar of `tanggal` knows it by."""

from enum import Enum


class Jenis(Enum):
    """Kinds of lexemes."""

    ANGKA = "angka"
    DMY = "d/m/y"
    BULAN = "nama bulan"
    HARI_PEKAN = "nama hari"
    RELATIF = "besok, lusa"
    HARI = "hari"
    MINGGU = "minggu: week or Sunday"
    PEKAN = "pekan"
    SATUAN_BULAN = "bulan"
    TAHUN = "tahun"
    LAMA = "sehari, seminggu"
    RENTANG = "sampai"
    MULAI = "mulai"
    SELAMA = "selama"
    TANGGAL = "tanggal"
    DAN = "dan"
    DEPAN = "depan"
    DATANG = "mendatang"
    INI = "ini"
    LALU = "lalu"
    LAGI = "lagi"
    AKHIR = "akhir"
    AWAL = "awal"
    URUTAN = "pertama, kedua"
    PENGISI = "words that may stand inside a phrase"
    BERULANG = "setiap"
    LAIN = "anything else"


BULAN = {
    1: "januari jan january janwari januri jnuari",
    2: "februari feb pebruari peb february febuari pebuari febr",
    3: "maret mar mrt march marets",
    4: "april apr avril",
    5: "mei may",
    6: "juni jun june",
    7: "juli jul july",
    8: "agustus agu ags agt agust aug august agst agustusan",
    9: "september sep sept septembr",
    10: "oktober okt october oct oktobr",
    11: "november nov nopember nop novembr",
    12: "desember des december dec desembr desmber dsember dsmber",
}
HARI_PEKAN = {
    0: "senin senen snin snn sen monday",
    1: "selasa slasa salasa sls sel",
    2: "rabu rebo rbu rab rebu",
    3: "kamis kemis kms kam",
    4: "jumat jum'at jumaat jmt jum jumah jumaah juma'at jum'ah",
    5: "sabtu saptu sbtu sbt sab",
    6: "ahad",
}
RELATIF = {
    0: "sekarang skrg skrng skarang ayeuna",
    1: "besok esok bsk bsok isukan isuk enjing besoknya enjingna",
    2: "lusa lusanya pageto pagetona",
    3: "tulat",
    -1: "kemarin kmrn kmarin kamari kemaren",
    -2: "mangkukna",
}
LAMA = {
    ("hari", 1): "sehari sahari sadinten sapoe seharian",
    ("minggu", 1): "seminggu saminggu sepekan sminggu",
    ("bulan", 1): "sebulan sabulan sasasih",
    ("tahun", 1): "setahun sataun",
}
URUTAN = {
    1: "pertama kesatu kahiji",
    2: "kedua kadua",
    3: "ketiga katilu",
    4: "keempat kaopat",
    5: "kelima kalima",
    -1: "terakhir panungtung",
}
KATA = {
    Jenis.HARI: "hari hr hri dinten poe dintn day days",
    Jenis.MINGGU: "minggu mggu mnggu mgg mgu",
    Jenis.PEKAN: "pekan",
    Jenis.SATUAN_BULAN: "bulan bln sasih",
    Jenis.TAHUN: "tahun thn taun warsih",
    Jenis.RENTANG: "sampai sampe ampe ampek mpe smp smpe smpai hingga hgga sd sampek dugi nepi "
    "tepi to",
    Jenis.MULAI: "mulai mulainya mlai dari dr sejak per terhitung tmt mimiti ngawitan ti kawit "
    "start",
    Jenis.SELAMA: "selama slama slma salami",
    Jenis.TANGGAL: "tanggal tgl tggl tnggal tangal tgal tanggalnya tglnya kaping ping ddinten",
    Jenis.DAN: "dan dn serta sama sareng jeung plus",
    Jenis.DEPAN: "depan dpn depannya hareup payun next",
    Jenis.DATANG: "mendatang datang yad",
    Jenis.INI: "ini nih ieu",
    Jenis.LALU: "lalu kapengker kamarina last",
    Jenis.LAGI: "lagi lg lgi deui",
    Jenis.AKHIR: "akhir ahir tungtung penghujung",
    Jenis.AWAL: "awal",
    Jenis.PENGISI: "dengan yang yg akan di pada ke ka nya kerja kalender hari2 itu dgn",
    Jenis.BERULANG: "setiap tiap saban unggal tiap2",
}


def _kamus() -> dict[str, tuple[Jenis, int]]:
    kamus: dict[str, tuple[Jenis, int]] = {}
    bernilai = (
        (Jenis.BULAN, BULAN),
        (Jenis.HARI_PEKAN, HARI_PEKAN),
        (Jenis.RELATIF, RELATIF),
        (Jenis.URUTAN, URUTAN),
    )
    for jenis, tabel in bernilai:
        for nilai, kata2 in tabel.items():
            kamus.update(dict.fromkeys(kata2.split(), (jenis, nilai)))
    for jenis, kata2 in KATA.items():
        kamus.update(dict.fromkeys(kata2.split(), (jenis, 0)))
    return kamus


KAMUS_WAKTU = _kamus()
SATUAN_LAMA = {kata: satuan for (satuan, _), kata2 in LAMA.items() for kata in kata2.split()}
