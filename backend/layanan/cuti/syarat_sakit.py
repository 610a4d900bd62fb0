"""Refusals of sick leave (aturan 2.5, 2.11, 2.15)."""

from datetime import date, timedelta

from backend.layanan.cuti import dasar, periode, syarat_umum
from backend.layanan.cuti.isian import (
    DOKTER_LAIN,
    batas_dokter_pemerintah,
    perlu_dokter_pemerintah,
)
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.periode import Rentang
from backend.layanan.definition import Answers, Violation
from backend.layanan.facts import Facts, StatusAsn
from backend.layanan.kepegawaian.hari_kerja import hari_kerja
from backend.layanan.kepegawaian.masa_kerja import akhir_masa_bulan
from backend.layanan.kepegawaian.tanggal_teks import lama, tanggal

SARAN_BERTUMPUK = (
    "Bila sakit jatuh di tengah cuti itu, hubungi pengelola kepegawaian agar harinya dialihkan "
    "menjadi cuti sakit; bila tidak, pilih tanggal lain."
)


def check(answers: Answers, facts: Facts) -> tuple[Violation, ...]:
    """Every refusal that holds for what is known so far; days are counted near today only."""
    rentang = periode.baca(answers)
    if rentang is None:
        return ()
    if salah := syarat_umum.terbalik(rentang):
        return salah
    jauh = syarat_umum.terlalu_jauh(rentang, facts)
    refusals = (
        *lampau(rentang, facts),
        *jauh,
        *syarat_umum.di_luar_masa_dinas(rentang, facts),
        *syarat_umum.bertumpuk(rentang, facts, SARAN_BERTUMPUK),
        *dokter_pemerintah(answers, facts),
    )
    if jauh or rentang.mulai < facts.today - timedelta(days=366):
        return refusals
    libur = (
        ()
        if periode.hari_kerja_dari(rentang, facts)
        else syarat_umum.tanpa_hari_kerja(rentang, facts)
    )
    return (*refusals, *terlalu_lama(rentang, facts), *libur)


def lampau(rentang: Rentang, facts: Facts) -> tuple[Violation, ...]:
    """Sick leave may be filed after the fact, for a while (aturan 2.15 no. 3)."""
    batas = Konfigurasi(facts.config).angka("cuti.mundur_hari_sakit")
    awal = facts.today - timedelta(days=batas)
    if rentang.mulai >= awal:
        return ()
    message = (
        f"Cuti sakit dapat diajukan paling lambat {batas} hari sesudah hari pertama sakit, jadi "
        f"tanggal mulai paling awal {tanggal(awal)}. Untuk sakit sebelum itu, hubungi pengelola "
        "kepegawaian dengan membawa surat dokter."
    )
    return (Violation("sudah_lewat", message, dasar.LAYANAN, "periode", {"batas_hari": batas}),)


def terlalu_lama(rentang: Rentang, facts: Facts) -> tuple[Violation, ...]:
    """Sick leave that follows sick leave without a working day between counts as one."""
    pppk = facts.pegawai.status is StatusAsn.PPPK
    key = "cuti.sakit_maks_bulan_pppk" if pppk else "cuti.sakit_maks_bulan_pns"
    bulan = Konfigurasi(facts.config).angka(key)
    mulai = mulai_rangkaian(rentang.mulai, facts)
    akhir = akhir_masa_bulan(mulai, bulan)
    if rentang.selesai <= akhir:
        return ()
    sejak = "" if mulai == rentang.mulai else f" sejak {tanggal(mulai)}"
    lebih = (
        "Untuk kecelakaan kerja atau gugur kandungan berlaku aturan lain: hubungi pengelola "
        "kepegawaian."
        if pppk
        else "Perpanjangan memerlukan surat Tim Penguji Kesehatan: hubungi pengelola kepegawaian."
    )
    message = (
        f"Cuti sakit{sejak} paling lama {lama(bulan)}, yaitu sampai {tanggal(akhir)}. Pilih "
        f"tanggal selesai paling lambat {tanggal(akhir)}. {lebih}"
    )
    numbers = {"bulan": bulan, "paling_lambat": akhir.isoformat()}
    return (
        Violation("sakit_terlalu_lama", message, dasar.sakit(facts.pegawai), "periode", numbers),
    )


def mulai_rangkaian(mulai: date, facts: Facts) -> date:
    """First day of the unbroken sick leave that a range beginning at `mulai` continues."""
    pola = facts.pegawai.pola_hari_kerja
    lalu = sorted(
        (request.selesai, request.mulai)
        for request in facts.requests
        if request.jenis == "sakit" and request.mulai is not None and request.selesai is not None
    )
    for akhir, awal in reversed(lalu):
        jeda = hari_kerja(
            facts.kalender, akhir + timedelta(days=1), mulai - timedelta(days=1), pola
        )
        if akhir < mulai and not jeda:
            mulai = awal
    return mulai


def dokter_pemerintah(answers: Answers, facts: Facts) -> tuple[Violation, ...]:
    if answers.get("asal_surat") != DOKTER_LAIN or not perlu_dokter_pemerintah(answers, facts):
        return ()
    batas = batas_dokter_pemerintah(facts)
    message = (
        f"Sakit lebih dari {batas} hari memerlukan surat keterangan dokter pemerintah. Mintalah "
        f"surat di puskesmas atau rumah sakit pemerintah, atau ajukan paling lama {batas} hari."
    )
    return (Violation("dokter_pemerintah", message, dasar.sakit(facts.pegawai), "asal_surat"),)
