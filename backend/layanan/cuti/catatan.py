"""What a person's own record says of leave, in words."""

from collections import Counter

from backend.layanan.cuti.buku import AKUN, Jenis
from backend.layanan.cuti.hak import mulai_berhak
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.rincian import rincian_angka
from backend.layanan.cuti.saldo import Saldo, saldo
from backend.layanan.cuti.syarat_tahunan import berhak
from backend.layanan.definition import Record
from backend.layanan.facts import Facts
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
    dipesan = hari_dipesan(facts)
    numbers = {"sisa": ada.total, "dipesan": dipesan, "rincian": rincian_angka(ada)}
    return Record(f"{_sisa(ada)}{_dipesan(dipesan)}{_limpahan(ada, konf)}", numbers)


def hari_dipesan(facts: Facts) -> int:
    """Working days held by requests that are not decided yet."""
    per_request: Counter[str] = Counter()
    for entry in facts.ledger:
        if entry.account in AKUN and entry.request_id and entry.kind in _PESANAN:
            per_request[entry.request_id] -= entry.days
    return (+per_request).total()


_PESANAN = (Jenis.RESERVASI, Jenis.LEPAS)


def _sisa(ada: Saldo) -> str:
    if ada.total == 0:
        return f"Sisa cuti tahunan Bapak/Ibu pada tahun {ada.tahun} sudah habis."
    tahun = ada.tahun
    akhir = f"(hangus 31 Desember {tahun})"
    parts = [
        (ada.n2, f"dari tahun {tahun - 2} {akhir}"),
        (ada.n1, f"dari tahun {tahun - 1} {akhir}"),
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


def _limpahan(ada: Saldo, konf: Konfigurasi) -> str:
    if ada.n == 0:
        return ""
    batas = konf.angka("cuti.limpahan_maksimum")
    return (
        f" Sisa dari tahun {ada.tahun} dapat dibawa ke tahun {ada.tahun + 1} paling banyak "
        f"{batas} hari."
    )
