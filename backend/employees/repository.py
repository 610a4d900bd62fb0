"""People and their chat accounts in the tables."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.employees.models import Account, Employee
from backend.layanan.facts import JenisJabatan, Pegawai, StatusAsn


def to_pegawai(employee: Employee) -> Pegawai:
    """The record as rules know it. Raises ValueError for an unknown status or kind of position."""
    return Pegawai(
        nip=employee.nip,
        nama=employee.nama,
        jenis_kelamin=employee.jenis_kelamin,
        tanggal_lahir=employee.tanggal_lahir,
        status=StatusAsn(employee.status),
        golongan=employee.golongan,
        jenis_jabatan=JenisJabatan(employee.jenis_jabatan),
        jenjang=employee.jenjang,
        jabatan=employee.jabatan,
        opd=employee.opd,
        unit=employee.unit,
        pola_hari_kerja=employee.pola_hari_kerja,
        tmt_cpns=employee.tmt_cpns,
        tmt_pns=employee.tmt_pns,
        tmt_kontrak=employee.tmt_kontrak,
        akhir_kontrak=employee.akhir_kontrak,
        atasan_nip=employee.atasan_nip,
        peran=frozenset(employee.peran),
    )


async def employee_by_nip(session: AsyncSession, nip: str) -> Employee | None:
    return await session.get(Employee, nip)


async def active_employee(session: AsyncSession, nip: str) -> Employee | None:
    employee = await employee_by_nip(session, nip)
    return employee if employee is not None and employee.active else None


async def account_of(session: AsyncSession, channel: str, account_id: str) -> Account | None:
    return await session.scalar(
        select(Account).where(Account.channel == channel, Account.account_id == account_id)
    )


async def person_behind(
    session: AsyncSession, conversation_id: str
) -> tuple[Account, Employee] | None:
    """The linked account and its person; None while unlinked, suspended, or when he has left."""
    row = (
        await session.execute(
            select(Account, Employee)
            .join(Employee, Employee.nip == Account.nip)
            .where(
                Account.conversation_id == conversation_id,
                Account.state == "active",
                Employee.active,
            )
        )
    ).first()
    return None if row is None else (row[0], row[1])
