"""People and facts of the tests: the demonstration organisation, and others made to measure."""

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from backend.layanan.cuti import CUTI
from backend.layanan.definition import Kind, Violation
from backend.layanan.facts import Facts, JenisJabatan, Pegawai, Posting, StatusAsn
from backend.layanan.kepegawaian.hari_kerja import Calendar

HARI_INI = date(2026, 11, 25)
KALENDER = Calendar()
CONTOH = Path(__file__).parents[3] / "backend" / "employees" / "data" / "pegawai.csv"


def pegawai(
    *,
    status: StatusAsn = StatusAsn.PNS,
    lahir: date = date(1990, 3, 5),
    jenis: JenisJabatan = JenisJabatan.PELAKSANA,
    jenjang: str = "",
    jabatan: str = "Pengolah Data",
    unit: str = "Sekretariat",
    pola: int = 5,
    mulai: date | None = date(2015, 3, 1),
    akhir_kontrak: date | None = None,
) -> Pegawai:
    """A PNS of eleven years unless told otherwise; `mulai` is TMT CPNS or the contract's start."""
    pppk = status is StatusAsn.PPPK
    return Pegawai(
        nip="199003052015031001",
        nama="Contoh Pegawai",
        jenis_kelamin="L",
        tanggal_lahir=lahir,
        status=status,
        golongan="III/b",
        jenis_jabatan=jenis,
        jenjang=jenjang,
        jabatan=jabatan,
        opd="Diskominfo",
        unit=unit,
        pola_hari_kerja=pola,
        tmt_cpns=None if pppk else mulai,
        tmt_kontrak=mulai if pppk else None,
        akhir_kontrak=akhir_kontrak,
    )


def facts(
    orang: Pegawai | None = None,
    *,
    today: date = HARI_INI,
    ledger: tuple[Posting, ...] = (),
    config: Mapping[str, object] | None = None,
    terpakai: Mapping[int, int] | None = None,
) -> Facts:
    """Facts of one person; `terpakai` opens the ledger with days used by year."""
    known = Facts(orang or pegawai(), today, KALENDER, ledger, config=config or {})
    if terpakai is None:
        return known
    assert CUTI.opening_postings is not None
    row = {f"cuti_terpakai_{tahun}": days for tahun, days in terpakai.items()}
    opened = CUTI.opening_postings(known, row)
    return Facts(known.pegawai, today, KALENDER, (*ledger, *opened), config=known.config)


@cache
def contoh(kunci: str) -> Facts:
    """A person of the demonstration organisation on the day of the tests."""
    with CONTOH.open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["kunci"] == kunci)
    person = Pegawai(
        nip=row["nip"],
        nama=row["nama"],
        jenis_kelamin=row["jenis_kelamin"],
        tanggal_lahir=date.fromisoformat(row["tanggal_lahir"]),
        status=StatusAsn(row["status"]),
        golongan=row["golongan"],
        jenis_jabatan=JenisJabatan(row["jenis_jabatan"]),
        jenjang=row["jenjang"],
        jabatan=row["jabatan"],
        opd=row["opd"],
        unit=row["unit"],
        pola_hari_kerja=int(row["pola_hari_kerja"]),
        tmt_cpns=_tanggal(row["tmt_cpns"]),
        tmt_pns=_tanggal(row["tmt_pns"]),
        tmt_kontrak=_tanggal(row["tmt_kontrak"]),
        akhir_kontrak=_tanggal(row["akhir_kontrak"]),
        atasan_nip=row["atasan_nip"],
        peran=frozenset(filter(None, row["peran"].split(";"))),
    )
    known = Facts(person, HARI_INI, KALENDER)
    assert CUTI.opening_postings is not None
    return Facts(person, HARI_INI, KALENDER, CUTI.opening_postings(known, row))


def _tanggal(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def jenis(code: str) -> Kind:
    kind = CUTI.kind(code)
    assert kind is not None
    return kind


TAHUNAN = jenis("tahunan")
SAKIT = jenis("sakit")


def jawaban(mulai: str, selesai: str, **lain: object) -> dict[str, object]:
    return {
        "periode": {"mulai": mulai, "selesai": selesai},
        "alasan": "acara keluarga di Garut",
        "alamat": "Jl. Melati 5 Garut",
        "telepon": "+628121234567",
        **lain,
    }


def kode(violations: tuple[Violation, ...]) -> list[str]:
    return [violation.code for violation in violations]
