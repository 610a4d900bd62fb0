"""Reminders of overdue tasks, and the outbox in numbers."""

import asyncio
from datetime import date, datetime, timedelta

import pytest
from prometheus_client import REGISTRY
from sqlalchemy import select, update

from backend.approvals.models import Task
from backend.core.database import Database
from backend.ledger.models import CalendarDay
from backend.notifications.metrics import refresh_outbox_metrics
from backend.notifications.models import OutboxItem
from backend.notifications.reminders import remind_overdue
from backend.requests.models import Request
from tests.backend.notifications.people import DEDI, RINA, employee, tell, two_people

MONDAY = date(2026, 11, 30)
"""The task was due on Friday."""


@pytest.fixture
async def overdue(database: Database, now: datetime) -> Database:
    await two_people(database, now)
    async with database.write() as session:
        session.add(
            Request(
                id="r1",
                number="UJI-2026-000001",
                draft_id="d1",
                nip=RINA,
                opd="Diskominfo",
                layanan="uji",
                jenis="uji",
                answers={},
                summary={"title": "Permohonan uji"},
                stages=[],
                status="diajukan",
                submitted_at=now,
            )
        )
        await session.flush()
        session.add(
            Task(
                id="t1",
                request_id="r1",
                stage_index=0,
                stage_key="keputusan",
                role="atasan_langsung",
                assignee_nip=DEDI,
                due=date(2026, 11, 27),
                opened_at=now,
            )
        )
    return database


def _at(now: datetime, day: date, hour: int = 8) -> datetime:
    return now.replace(year=day.year, month=day.month, day=day.day, hour=hour)


async def _remind(database: Database, now: datetime) -> int:
    async with database.write() as session:
        return await remind_overdue(session, now=now)


async def _reminders(database: Database) -> list[OutboxItem]:
    async with database.read() as session:
        return list(await session.scalars(select(OutboxItem).order_by(OutboxItem.id)))


async def test_an_overdue_task_is_reminded_once_each_working_day(
    overdue: Database, now: datetime
) -> None:
    for day in (MONDAY, MONDAY, MONDAY + timedelta(days=1)):
        await _remind(overdue, _at(now, day))
        await _remind(overdue, _at(now, day, hour=15))
    reminders = await _reminders(overdue)
    assert [row.to_nip for row in reminders] == [DEDI, DEDI]
    message = reminders[0].payload["message"]
    assert "UJI-2026-000001" in message["text"]
    assert "Rina Marlina" in message["text"]
    assert "27 November 2026" in message["text"]
    assert message["quote"] == "tugas:t1"
    assert message["choices"] == [{"label": "Lihat permohonan", "payload": "tugas:t1"}]


@pytest.mark.parametrize(
    "moment",
    [(date(2026, 11, 27), 8), (date(2026, 11, 28), 8), (date(2026, 11, 29), 8), (MONDAY, 7)],
    ids=["still due today", "Saturday", "Sunday", "before office hours"],
)
async def test_nobody_is_reminded_when_it_is_not_time(
    overdue: Database, now: datetime, moment: tuple[date, int]
) -> None:
    assert await _remind(overdue, _at(now, *moment)) == 0


async def test_nobody_is_reminded_on_an_added_holiday(overdue: Database, now: datetime) -> None:
    async with overdue.write() as session:
        session.add(
            CalendarDay(tanggal=MONDAY, jenis="libur_daerah", nama="Pilkada", sumber="Kepgub")
        )
    assert await _remind(overdue, _at(now, MONDAY)) == 0


async def test_a_decided_task_is_not_reminded(overdue: Database, now: datetime) -> None:
    async with overdue.write() as session:
        await session.execute(update(Task).values(state="done"))
    assert await _remind(overdue, _at(now, MONDAY)) == 0


async def test_several_workers_remind_once(overdue: Database, now: datetime) -> None:
    await asyncio.gather(*(_remind(overdue, _at(now, MONDAY)) for _ in range(4)))
    assert len(await _reminders(overdue)) == 1


async def test_the_outbox_is_shown_in_numbers(database: Database, now: datetime) -> None:
    await two_people(database, now)
    async with database.write() as session:
        session.add(employee("198001012005011001", "Tanpa Akun"))
    await tell(database, now, DEDI, "lama")
    await tell(database, now, RINA, "mati")
    await tell(database, now, "198001012005011001", "menunggu akun")
    async with database.write() as session:
        await session.execute(update(OutboxItem).where(OutboxItem.id == 2).values(state="dead"))

    await refresh_outbox_metrics(database, now + timedelta(seconds=90))

    def value(name: str, **labels: str) -> float | None:
        return REGISTRY.get_sample_value(name, labels)

    assert value("sapa_outbox_items", state="pending") == 2
    assert value("sapa_outbox_items", state="dead") == 1
    assert value("sapa_outbox_oldest_pending_seconds") == 90
    assert value("sapa_outbox_without_account") == 1
    assert value("sapa_outbox_readable") == 1
