"""The demonstration organisation: 25 fictional people, and what the ledger says of each."""

import csv
from datetime import datetime
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from backend.employees.facts import gather
from backend.employees.importing import employee_from
from backend.employees.repository import employee_by_nip
from backend.layanan.registry import SERVICES
from backend.ledger.repository import post

PEOPLE = Path(__file__).parent / "data" / "pegawai.csv"


async def seed_demo(session: AsyncSession, now: datetime) -> int:
    """Adds the people that are missing, each with his opening entries; returns how many.

    Whoever is there already is left as he is, so it may run at every start.
    """
    with PEOPLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    added = 0
    for row in rows:
        if await employee_by_nip(session, row["nip"]) is not None:
            continue
        employee = employee_from(row)
        session.add(employee)
        await session.flush()
        for service in SERVICES.values():
            if service.opening_postings is not None:
                facts = await gather(session, employee, today=now.date(), lock=False)
                await post(session, employee.nip, service.opening_postings(facts, row), now=now)
        added += 1
    return added
