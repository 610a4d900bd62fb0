"""Refusals of sick leave (aturan 2.5, 2.11, 2.15)."""

from datetime import timedelta

from backend.layanan.cuti import dasar, periode, syarat_umum
from backend.layanan.cuti.isian import (
    DOKTER_LAIN,
    batas_dokter_pemerintah,
    perlu_dokter_pemerintah,
)
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.periode import Rentang
from backend.layanan.cuti.rangkaian import rangkaian
from backend.layanan.definition import Answers, Violation
from backend.layanan.facts import Facts, StatusAsn
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
        *(jauh or terlalu_dini(rentang, facts)),
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
    awal = facts.filing_day - timedelta(days=batas)
    if rentang.mulai >= awal:
        return ()
    message = (
        f"Cuti sakit dapat diajukan paling lambat {batas} hari sesudah hari pertama sakit, jadi "
        f"tanggal mulai paling awal {tanggal(awal)}. Untuk sakit sebelum itu, hubungi pengelola "
        "kepegawaian dengan membawa surat dokter."
    )
    return (Violation("sudah_lewat", message, dasar.LAYANAN, "periode", {"batas_hari": batas}),)


def terlalu_dini(rentang: Rentang, facts: Facts) -> tuple[Violation, ...]:
    """Nobody knows of a sickness so early: "24 november" said on the 25th, without its year, means
    this year's to whoever is ill."""
    batas = Konfigurasi(facts.config).angka("cuti.maks_hari_ke_depan_sakit")
    if rentang.mulai <= facts.today + timedelta(days=batas):
        return ()
    awal_bulan = rentang.mulai.replace(day=1, year=facts.today.year)
    if awal_bulan > facts.today:
        awal_bulan = awal_bulan.replace(year=facts.today.year - 1)
    contoh = tanggal(awal_bulan.replace(day=min(rentang.mulai.day, 28)))
    message = (
        f"Tanggal mulai {tanggal(rentang.mulai)} terlalu jauh untuk cuti sakit. Bila yang dimaksud "
        f"tanggal yang sudah lewat, tuliskan beserta tahunnya, misalnya {contoh}."
    )
    numbers = {"batas_hari": batas}
    return (Violation("terlalu_dini", message, dasar.LAYANAN, "periode", numbers),)


def terlalu_lama(rentang: Rentang, facts: Facts) -> tuple[Violation, ...]:
    """The limit holds for the whole sickness, however many requests it was filed in."""
    pppk = facts.pegawai.status is StatusAsn.PPPK
    key = "cuti.sakit_maks_bulan_pppk" if pppk else "cuti.sakit_maks_bulan_pns"
    bulan = Konfigurasi(facts.config).angka(key)
    seluruhnya = rangkaian(rentang, facts)
    akhir = akhir_masa_bulan(seluruhnya.mulai, bulan)
    if seluruhnya.selesai <= akhir:
        return ()
    sejak = "" if seluruhnya.mulai == rentang.mulai else f" sejak {tanggal(seluruhnya.mulai)}"
    saran = (
        f"Pilih tanggal selesai paling lambat {tanggal(akhir)}."
        if seluruhnya.selesai == rentang.selesai
        else f"Bersama yang sudah diajukan, cuti sakit ini sampai {tanggal(seluruhnya.selesai)}."
    )
    lebih = (
        "Untuk kecelakaan kerja atau gugur kandungan berlaku aturan lain: hubungi pengelola "
        "kepegawaian."
        if pppk
        else "Perpanjangan memerlukan surat Tim Penguji Kesehatan: hubungi pengelola kepegawaian."
    )
    message = (
        f"Cuti sakit{sejak} paling lama {lama(bulan)}, yaitu sampai {tanggal(akhir)}. {saran} "
        f"{lebih}"
    )
    numbers = {"bulan": bulan, "paling_lambat": akhir.isoformat()}
    return (
        Violation("sakit_terlalu_lama", message, dasar.sakit(facts.pegawai), "periode", numbers),
    )


def dokter_pemerintah(answers: Answers, facts: Facts) -> tuple[Violation, ...]:
    if answers.get("asal_surat") != DOKTER_LAIN or not perlu_dokter_pemerintah(answers, facts):
        return ()
    batas, rentang = batas_dokter_pemerintah(facts), periode.baca(answers)
    sendiri = rentang is not None and batas is not None and rentang.hari > batas
    pilihan = f", atau ajukan paling lama {batas} hari" if sendiri else ""
    sambungan = "" if sendiri else ", dihitung bersama cuti sakit yang bersambung,"
    message = (
        f"Sakit lebih dari {batas} hari{sambungan} memerlukan surat keterangan dokter pemerintah. "
        f"Mintalah surat di puskesmas atau rumah sakit pemerintah{pilihan}."
    )
    return (Violation("dokter_pemerintah", message, dasar.sakit(facts.pegawai), "asal_surat"),)
