"""What a person's own record says of leave, in words."""

from backend.layanan.cuti.hak import mulai_berhak
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.rincian import rincian_angka
from backend.layanan.cuti.saldo import Saldo, hari_dipesan, saldo
from backend.layanan.cuti.syarat_tahunan import berhak
from backend.layanan.definition import Record
from backend.layanan.facts import Facts
from backend.layanan.kepegawaian.pensiun import hari_dinas_terakhir
from backend.layanan.kepegawaian.tanggal_teks import daftar


def record(facts: Facts) -> Record:
    """The balance of annual leave today, or why there is none."""
    if violations := berhak(facts):
        mulai = mulai_berhak(facts.pegawai, Konfigurasi(facts.config))
        numbers: dict[str, object] = {"sisa": 0, "mulai": mulai.isoformat() if mulai else None}
        teks = " ".join(violation.message for violation in violations)
        return Record(f"{teks} ({violations[0].basis})", numbers)
    konf = Konfigurasi(facts.config)
    ada = saldo(facts, konf, facts.today.year)
    depan = saldo(facts, konf, ada.tahun + 1)
    dipesan = hari_dipesan(facts.ledger)
    numbers = {"sisa": ada.total, "dipesan": dipesan, "rincian": rincian_angka(ada)}
    return Record(f"{_sisa(ada, depan)}{_dipesan(dipesan)}{_limpahan(facts, depan)}", numbers)


def _sisa(ada: Saldo, depan: Saldo) -> str:
    """`depan` is next year's balance if nothing more is taken."""
    if ada.total == 0:
        return f"Sisa cuti tahunan Bapak/Ibu pada tahun {ada.tahun} sudah habis."
    tahun = ada.tahun
    akhir = f"(hangus 31 Desember {tahun})"
    bertahan = f"(terbawa ke {tahun + 1} hanya bila cuti tahun {tahun} tidak dipakai sama sekali)"
    parts = [
        (ada.n2, f"dari tahun {tahun - 2} {akhir}"),
        (ada.n1, f"dari tahun {tahun - 1} {bertahan if depan.n2 else akhir}"),
        (ada.ditangguhkan_lalu, f"yang ditangguhkan dari tahun {tahun - 1} {akhir}"),
        (
            ada.ditangguhkan,
            f"yang ditangguhkan dari tahun {tahun} (berlaku sampai akhir {tahun + 1})",
        ),
        (ada.n, f"dari tahun {tahun}"),
        (ada.tambahan, f"tambahan {akhir}"),
    ]
    teks = daftar([f"{days} hari {asal}" for days, asal in parts if days])
    return f"Sisa cuti tahunan Bapak/Ibu *{ada.total} hari kerja*: {teks}."


def _dipesan(days: int) -> str:
    return f" Angka ini sudah dikurangi {days} hari untuk permohonan yang belum diputus." * (
        days > 0
    )


def _limpahan(facts: Facts, depan: Saldo) -> str:
    if depan.n1 == 0 or hari_dinas_terakhir(facts.pegawai).year < depan.tahun:
        return ""
    lalu = depan.tahun - 1
    return f" Bila tidak dipakai lagi, {depan.n1} hari dari {lalu} terbawa ke {depan.tahun}."
