"""Refusals that hold for every kind of leave with dates (aturan 2.11, 2.15)."""

from datetime import date, timedelta

from backend.layanan.cuti import dasar
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.periode import Rentang
from backend.layanan.definition import Violation
from backend.layanan.facts import ActiveRequest, Facts, StatusAsn
from backend.layanan.kepegawaian.hari_kerja import cuti_bersama, semua_hari
from backend.layanan.kepegawaian.pensiun import baris_bup, hari_dinas_terakhir, tmt_pensiun
from backend.layanan.kepegawaian.tanggal_teks import rentang as rentang_teks
from backend.layanan.kepegawaian.tanggal_teks import tanggal

SARAN_BERTUMPUK = "Pilih tanggal lain, atau batalkan dahulu permohonan itu."
NAMA_JENIS = {"tahunan": "cuti tahunan", "sakit": "cuti sakit"}


def terbalik(rentang: Rentang) -> tuple[Violation, ...]:
    if rentang.hari >= 1:
        return ()
    message = (
        f"Tanggal selesai ({tanggal(rentang.selesai)}) mendahului tanggal mulai "
        f"({tanggal(rentang.mulai)}). Mohon tuliskan lagi dari tanggal berapa sampai tanggal "
        f"berapa, misalnya {rentang_teks(rentang.selesai, rentang.mulai)}."
    )
    return (Violation("periode_terbalik", message, dasar.LAYANAN, "periode"),)


def terlalu_jauh(rentang: Rentang, facts: Facts) -> tuple[Violation, ...]:
    """The far end is limited too, which bounds every count of days."""
    batas = Konfigurasi(facts.config).angka("cuti.maks_hari_ke_depan")
    akhir = facts.today + timedelta(days=batas)
    if rentang.selesai <= akhir:
        return ()
    message = (
        f"Cuti dapat diajukan paling jauh {batas} hari ke depan, yaitu sampai {tanggal(akhir)}. "
        f"Tanggal {tanggal(rentang.selesai)} belum dapat dicatat; pilih tanggal yang lebih dekat."
    )
    return (Violation("terlalu_jauh", message, dasar.LAYANAN, "periode", {"batas_hari": batas}),)


def di_luar_masa_dinas(rentang: Rentang, facts: Facts) -> tuple[Violation, ...]:
    """No leave after retirement or the end of the contract (aturan 2.15 no. 24)."""
    pegawai = facts.pegawai
    akhir = hari_dinas_terakhir(pegawai)
    if rentang.selesai <= akhir:
        return ()
    kontrak = pegawai.status is StatusAsn.PPPK and akhir == pegawai.akhir_kontrak
    sebab = (
        f"Perjanjian kerja Bapak/Ibu berakhir {tanggal(akhir)}"
        if kontrak
        else f"Bapak/Ibu pensiun terhitung mulai {tanggal(tmt_pensiun(pegawai))} "
        f"(batas usia pensiun {baris_bup(pegawai).usia} tahun)"
    )
    saran = (
        f"Pilih tanggal yang selesai paling lambat {tanggal(akhir)}."
        if akhir >= facts.today
        else "Hubungi pengelola kepegawaian bila data ini keliru."
    )
    return (
        Violation(
            "kontrak_berakhir" if kontrak else "sudah_pensiun",
            f"{sebab}, sehingga cuti tidak dapat melewati {tanggal(akhir)}. {saran}",
            dasar.KONTRAK if kontrak else dasar.PENSIUN,
            "periode",
            {"paling_lambat": akhir.isoformat()},
        ),
    )


def bertumpuk(
    rentang: Rentang, facts: Facts, saran: str = SARAN_BERTUMPUK
) -> tuple[Violation, ...]:
    """Overlap with a request that is open or granted (aturan 2.15 no. 2), one refusal for each."""
    return tuple(
        _bertumpuk(request, request.mulai, request.selesai, saran)
        for request in facts.requests
        if request.mulai is not None
        and request.selesai is not None
        and request.mulai <= rentang.selesai
        and rentang.mulai <= request.selesai
    )


def _bertumpuk(request: ActiveRequest, mulai: date, selesai: date, saran: str) -> Violation:
    nama = NAMA_JENIS.get(request.jenis, request.jenis)
    message = (
        f"Tanggal itu bertumpuk dengan permohonan {request.number} ({nama}, "
        f"{rentang_teks(mulai, selesai)}). {saran}"
    )
    return Violation("bertumpuk", message, dasar.LAYANAN, "periode", {"nomor": request.number})


def tanpa_hari_kerja(rentang: Rentang, facts: Facts) -> tuple[Violation, ...]:
    """Called for a range in which the person does not work at all (aturan 2.2.1, 2.9)."""
    pola = facts.pegawai.pola_hari_kerja
    bersama = cuti_bersama(facts.kalender, rentang.mulai, rentang.selesai, pola)
    libur = {
        hari.nama
        for day in semua_hari(rentang.mulai, rentang.selesai)
        if day not in bersama and (hari := facts.kalender.libur(day)) is not None
    }
    teks = rentang_teks(rentang.mulai, rentang.selesai)
    if bersama and not libur:
        message = (
            f"{teks} adalah cuti bersama, yang dijalani tanpa permohonan dan tidak mengurangi cuti "
            "tahunan. Bapak/Ibu tidak perlu mengajukan cuti; pilih tanggal lain bila perlu."
        )
        return (Violation("hanya_cuti_bersama", message, dasar.CUTI_BERSAMA, "periode"),)
    message = (
        f"Tidak ada hari kerja pada {teks}: semuanya hari libur Bapak/Ibu. Tidak perlu cuti pada "
        "tanggal itu; pilih tanggal lain yang memuat hari kerja."
    )
    return (Violation("tanpa_hari_kerja", message, dasar.LAYANAN, "periode"),)
