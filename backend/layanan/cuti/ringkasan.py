"""What the person confirms before filing: dates, days, balance before and after."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from backend.layanan.cuti import periode
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.periode import Bagian, Rentang
from backend.layanan.cuti.rincian import rincian, rincian_angka
from backend.layanan.cuti.saldo import Saldo, rencanakan, saldo
from backend.layanan.definition import Answers, Line, Summary
from backend.layanan.facts import Facts
from backend.layanan.kepegawaian.hari_kerja import akhir_pekan, semua_hari
from backend.layanan.kepegawaian.tanggal_teks import daftar, hari_tanggal, tanggal
from backend.layanan.kepegawaian.tanggal_teks import rentang as rentang_teks


@dataclass(frozen=True, slots=True)
class Perubahan:
    """The balance of one year before and after a request."""

    sebelum: Saldo
    sesudah: Saldo


def tahunan(answers: Answers, facts: Facts) -> Summary:
    """Raises ValueError while the dates are missing."""
    rentang = _rentang(answers)
    days = periode.hari_kerja_dari(rentang, facts)
    changes = perubahan_saldo(periode.per_tahun(days), facts)
    lines = (
        Line("Tanggal", rentang_teks(rentang.mulai, rentang.selesai), "periode"),
        *_hari_pertama(rentang, days),
        Line("Lama", _lama(days)),
        *_tidak_dihitung(rentang, facts),
        *(line for change in changes for line in _baris_saldo(change, len(changes) > 1)),
        *_isian(
            answers, {"alasan": "Alasan", "alamat": "Alamat selama cuti", "telepon": "Telepon"}
        ),
    )
    numbers: dict[str, object] = {
        "hari_kerja": len(days),
        "hari_pertama": days[0].isoformat() if days else None,
    }
    if changes:
        numbers |= {
            "saldo_sebelum": changes[0].sebelum.total,
            "saldo_sesudah": changes[0].sesudah.total,
            "rincian": {
                str(change.sebelum.tahun): {
                    "sebelum": rincian_angka(change.sebelum),
                    "sesudah": rincian_angka(change.sesudah),
                }
                for change in changes
            },
        }
    title = f"Cuti tahunan {rentang_teks(rentang.mulai, rentang.selesai)}"
    return Summary(title, lines, numbers, rentang.mulai, rentang.selesai)


def sakit(answers: Answers, facts: Facts) -> Summary:
    """Raises ValueError while the dates are missing."""
    rentang = _rentang(answers)
    days = periode.hari_kerja_dari(rentang, facts)
    lines = (
        Line("Tanggal", rentang_teks(rentang.mulai, rentang.selesai), "periode"),
        Line("Lama", f"{rentang.hari} hari ({len(days)} hari kerja)"),
        *_isian(
            answers,
            {"alasan": "Keluhan", "alamat": "Alamat selama cuti", "telepon": "Telepon"},
        ),
        Line("Cuti tahunan", "tidak berkurang"),
        *_pemberitahuan(rentang),
    )
    numbers = {"hari": rentang.hari, "hari_kerja": len(days)}
    title = f"Cuti sakit {rentang_teks(rentang.mulai, rentang.selesai)}"
    return Summary(title, lines, numbers, rentang.mulai, rentang.selesai)


def perubahan_saldo(parts: tuple[Bagian, ...], facts: Facts) -> tuple[Perubahan, ...]:
    """For each year of the request, what is left for that year without it and with it."""
    konf = Konfigurasi(facts.config)
    beban = rencanakan(facts, konf, parts).beban
    sesudah = replace(facts, ledger=(*facts.ledger, *beban))
    return tuple(
        Perubahan(saldo(facts, konf, part.tahun), saldo(sesudah, konf, part.tahun))
        for part in parts
    )


def _rentang(answers: Answers) -> Rentang:
    rentang = periode.baca(answers)
    if rentang is None:
        raise ValueError("a summary of leave needs its dates")
    return rentang


def _baris_saldo(change: Perubahan, beberapa: bool) -> tuple[Line, ...]:
    tahun = f" {change.sebelum.tahun}" if beberapa else ""
    return tuple(
        Line(f"Sisa cuti{tahun} {kapan}", f"{ada.total} hari kerja ({rincian(ada)})")
        for kapan, ada in (("sebelum", change.sebelum), ("sesudah", change.sesudah))
    )


def _lama(days: tuple[date, ...]) -> str:
    parts = periode.per_tahun(days)
    if len(parts) < 2:
        return f"{len(days)} hari kerja"
    rinci = daftar([f"{part.hari} hari pada {part.tahun}" for part in parts])
    return f"{len(days)} hari kerja ({rinci})"


def _hari_pertama(rentang: Rentang, days: tuple[date, ...]) -> tuple[Line, ...]:
    """Leave may begin on a day off; then the first charged day is shown (aturan 2.15 no. 4)."""
    if not days or days[0] == rentang.mulai:
        return ()
    return (Line("Hari pertama yang dihitung", hari_tanggal(days[0])),)


def _tidak_dihitung(rentang: Rentang, facts: Facts) -> tuple[Line, ...]:
    libur = [
        f"{tanggal(day)} ({hari.nama})"
        for day in semua_hari(rentang.mulai, rentang.selesai)
        if not akhir_pekan(day, facts.pegawai.pola_hari_kerja)
        and (hari := facts.kalender.libur(day)) is not None
    ]
    return (Line("Tidak dihitung", daftar(libur)),) if libur else ()


def _isian(answers: Answers, labels: Mapping[str, str]) -> tuple[Line, ...]:
    return tuple(
        Line(label, value, key)
        for key, label in labels.items()
        if isinstance(value := answers.get(key), str) and value
    )


def _pemberitahuan(rentang: Rentang) -> tuple[Line, ...]:
    if rentang.hari > 1:
        return ()
    teks = "sakit satu hari cukup diberitahukan kepada atasan langsung, tanpa surat keputusan"
    return (Line("Proses", teks),)
