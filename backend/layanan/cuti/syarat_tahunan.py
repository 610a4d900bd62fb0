"""Refusals of annual leave (aturan 2.2, 2.3, 2.11, 2.15)."""

from datetime import date

from backend.layanan.cuti import dasar, periode, syarat_umum
from backend.layanan.cuti.hak import dianggap_terpakai, mulai_berhak
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.periode import Rentang
from backend.layanan.cuti.rincian import rincian
from backend.layanan.cuti.saldo import Kurang, Rencana, hari_dipesan, rencanakan
from backend.layanan.definition import Answers, Violation
from backend.layanan.facts import Facts, StatusAsn
from backend.layanan.kepegawaian.pensiun import hari_dinas_terakhir
from backend.layanan.kepegawaian.tanggal_teks import lama, tanggal


def check(answers: Answers, facts: Facts) -> tuple[Violation, ...]:
    """Every refusal that holds for what is known so far; the balance once dates make sense."""
    orang = berhak(facts)
    rentang = periode.baca(answers)
    if rentang is None:
        return orang
    if salah := syarat_umum.terbalik(rentang):
        return (*orang, *salah)
    waktu = (
        *lampau(rentang, facts),
        *syarat_umum.terlalu_jauh(rentang, facts),
        *syarat_umum.di_luar_masa_dinas(rentang, facts),
    )
    bertumpuk = syarat_umum.bertumpuk(rentang, facts)
    if waktu:
        return (*orang, *waktu, *bertumpuk)
    days = periode.hari_kerja_dari(rentang, facts)
    if not days:
        return (*orang, *syarat_umum.tanpa_hari_kerja(rentang, facts), *bertumpuk)
    if orang:
        return (*orang, *bertumpuk)
    rencana = rencanakan(facts, Konfigurasi(facts.config), periode.per_tahun(days))
    return (*bertumpuk, *saldo_cukup(rencana, facts))


def berhak(facts: Facts) -> tuple[Violation, ...]:
    """Refusals that hold before any question."""
    pegawai = facts.pegawai
    if dianggap_terpakai(pegawai):
        message = (
            "Guru PPPK yang mendapat libur sekolah disamakan dengan PPPK yang sudah memakai cuti "
            "tahunannya, sehingga cuti tahunan tidak dapat diajukan. Bila Bapak/Ibu sakit, ajukan "
            "cuti sakit; untuk keperluan lain, hubungi pengelola kepegawaian."
        )
        return (Violation("guru_pppk", message, dasar.GURU_PPPK),)
    mulai = mulai_berhak(pegawai, Konfigurasi(facts.config))
    if mulai is None:
        message = (
            "Tanggal mulai bekerja Bapak/Ibu belum ada di data kepegawaian, sehingga hak cuti "
            "tahunan belum dapat dihitung. Hubungi pengelola kepegawaian untuk melengkapinya."
        )
        return (Violation("masa_kerja_tidak_ada", message, dasar.tahunan(pegawai)),)
    if facts.today >= mulai:
        return ()
    return (_masa_kerja(facts, mulai),)


def _masa_kerja(facts: Facts, mulai: date) -> Violation:
    pegawai = facts.pegawai
    bulan = Konfigurasi(facts.config).angka("cuti.min_masa_kerja_bulan")
    kapan = (
        f"Bapak/Ibu dapat mengajukannya mulai {tanggal(mulai)}."
        if mulai <= hari_dinas_terakhir(pegawai)
        else "Masa kerja itu tidak tercapai sebelum masa tugas Bapak/Ibu berakhir."
    )
    khusus = (
        "Bila orang tua, mertua, suami/istri, atau anak sakit keras atau meninggal, atau untuk "
        "perkawinan pertama, PPPK dapat diberi cuti tahunan paling lama 6 hari kerja: hubungi "
        "pengelola kepegawaian."
        if pegawai.status is StatusAsn.PPPK
        else "Untuk alasan penting, misalnya orang tua sakit keras, hubungi pengelola kepegawaian."
    )
    message = (
        f"Cuti tahunan diberikan setelah bekerja {lama(bulan)} terus-menerus. {kapan} Bila "
        f"Bapak/Ibu sakit, cuti sakit dapat diajukan sekarang. {khusus}"
    )
    numbers = {"mulai": mulai.isoformat(), "bulan": bulan}
    return Violation("masa_kerja", message, dasar.tahunan(pegawai), numbers=numbers)


def lampau(rentang: Rentang, facts: Facts) -> tuple[Violation, ...]:
    """Annual leave is asked for before it begins (aturan 2.15 no. 3)."""
    if rentang.mulai >= facts.today:
        return ()
    message = (
        f"Tanggal mulai {tanggal(rentang.mulai)} sudah lewat, sedangkan cuti tahunan diajukan "
        f"sebelum dijalani. Pilih tanggal mulai paling cepat hari ini, {tanggal(facts.today)}."
    )
    return (Violation("sudah_lewat", message, dasar.LAYANAN, "periode"),)


def saldo_cukup(rencana: Rencana, facts: Facts) -> tuple[Violation, ...]:
    if rencana.terikat:
        message = (
            "Sisa cuti itu sudah dipesan untuk permohonan Bapak/Ibu pada tahun berikutnya. Pilih "
            "tanggal yang lebih pendek, atau batalkan dahulu permohonan tersebut."
        )
        return (Violation("saldo_terikat", message, dasar.tahunan(facts.pegawai), "periode"),)
    return tuple(_kurang(kurang, facts) for kurang in rencana.kurang)


def _kurang(kurang: Kurang, facts: Facts) -> Violation:
    saldo = kurang.saldo
    dipesan = hari_dipesan(facts.ledger)
    pesanan = (
        f", sudah dikurangi {dipesan} hari untuk permohonan yang belum diputus" if dipesan else ""
    )
    saran = (
        f"Pilih tanggal yang memuat paling banyak {saldo.total} hari kerja pada {kurang.tahun}."
        if saldo.total
        else "Pilih tanggal pada tahun lain, atau hubungi pengelola kepegawaian."
    )
    message = (
        f"Cuti yang diminta memakai {kurang.diminta} hari kerja pada tahun {kurang.tahun}, "
        f"sedangkan sisa yang dapat dipakai {saldo.total} hari kerja ({rincian(saldo)}"
        f"{pesanan}). {saran}"
    )
    numbers = {"tahun": kurang.tahun, "diminta": kurang.diminta, "sisa": saldo.total}
    return Violation("saldo_kurang", message, dasar.tahunan(facts.pegawai), "periode", numbers)
