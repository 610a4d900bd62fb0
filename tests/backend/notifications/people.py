"""Fictional people with accounts, and messages for them."""

from datetime import date, datetime
from typing import Any

from backend.core.database import Database
from backend.core.messages import Message
from backend.employees.models import Account, Employee
from backend.notifications.models import OutboxItem
from backend.notifications.service import enqueue

RINA = "199003052019022001"
DEDI = "197904252005011001"


def employee(nip: str, nama: str, **other: Any) -> Employee:
    values: dict[str, Any] = {
        "jenis_kelamin": "P",
        "tanggal_lahir": date(1990, 3, 5),
        "status": "PNS",
        "golongan": "III/b",
        "jenis_jabatan": "jf",
        "jabatan": "Pranata Komputer Ahli Pertama",
        "opd": "Diskominfo",
        "unit": "Bidang Aplikasi Informatika",
        "tmt_cpns": date(2019, 2, 1),
    }
    return Employee(nip=nip, nama=nama, **{**values, **other})


def account(nip: str | None, account_id: str, now: datetime, **other: Any) -> Account:
    values: dict[str, Any] = {
        "id": account_id,
        "channel": "web",
        "account_id": account_id,
        "conversation_id": f"c-{account_id}",
        "nip": nip,
        "state": "active",
        "created_at": now,
        "last_seen_at": now,
    }
    return Account(**{**values, **other})


async def two_people(database: Database, now: datetime) -> None:
    async with database.write() as session:
        session.add_all([employee(RINA, "Rina Marlina"), employee(DEDI, "Dedi Supriadi")])
        await session.flush()
        session.add_all([account(RINA, "rina", now), account(DEDI, "dedi", now)])


async def tell(database: Database, now: datetime, nip: str, text: str, kind: str = "task") -> None:
    async with database.write() as session:
        await enqueue(
            session,
            to_nip=nip,
            kind=kind,
            dedupe_key=f"{nip}:{text}",
            message=Message(text=text),
            now=now,
        )


async def item(database: Database, number: int) -> OutboxItem:
    async with database.read() as session:
        found = await session.get(OutboxItem, number)
    assert found is not None
    return found
