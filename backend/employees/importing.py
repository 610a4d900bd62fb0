"""A row of the personnel file as a record."""

from collections.abc import Mapping
from datetime import date

from backend.employees.models import Employee
from backend.employees.phones import to_e164

_COLUMNS = frozenset(column.name for column in Employee.__table__.columns) - {"active", "data"}


def employee_from(row: Mapping[str, str]) -> Employee:
    """Raises KeyError for a missing column and ValueError for a value that cannot be read."""
    return Employee(
        nip=row["nip"],
        kunci=row["kunci"] or None,
        nama=row["nama"],
        jenis_kelamin=row["jenis_kelamin"],
        tanggal_lahir=date.fromisoformat(row["tanggal_lahir"]),
        status=row["status"],
        golongan=row["golongan"],
        jenis_jabatan=row["jenis_jabatan"],
        jenjang=row["jenjang"],
        jabatan=row["jabatan"],
        opd=row["opd"],
        unit=row["unit"],
        peran=[role for role in row["peran"].split(";") if role],
        pola_hari_kerja=int(row["pola_hari_kerja"]),
        tmt_cpns=_day(row["tmt_cpns"]),
        tmt_pns=_day(row["tmt_pns"]),
        tmt_kontrak=_day(row["tmt_kontrak"]),
        akhir_kontrak=_day(row["akhir_kontrak"]),
        atasan_nip=row["atasan_nip"] or None,
        hp=_phone(row["hp"]),
        email=row["email"] or None,
        active=True,
        data={name: value for name, value in row.items() if name not in _COLUMNS},
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _phone(text: str) -> str | None:
    if not text:
        return None
    number = to_e164(text)
    if number is None:
        raise ValueError("Nomor HP pada data kepegawaian tidak dapat dibaca.")
    return number
