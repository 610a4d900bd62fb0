"""The worker as a process: it is killed, started again, and asked to stop."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from backend.core.clock import Clock
from backend.core.database import Database
from backend.migrate import migrate
from tests.backend.notifications.conftest import BotDoor
from tests.backend.notifications.people import DEDI, item, tell, two_people

Start = Callable[[], Awaitable[asyncio.subprocess.Process]]


@pytest.fixture
async def database_on_disk(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'sapa.db'}")
    await migrate(database)
    await two_people(database, Clock().now())
    yield database
    await database.dispose()


@pytest.fixture
async def start_worker(tmp_path: Path, bot: BotDoor) -> AsyncIterator[Start]:
    started: list[asyncio.subprocess.Process] = []
    environment = {
        "PATH": os.environ["PATH"],
        "SAPA_DATA_DIR": str(tmp_path),
        "SAPA_BOT_URL": bot.url,
    }

    async def start() -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "backend.worker", env=environment
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _until(happened: Callable[[], bool], seconds: float = 20) -> None:
    async with asyncio.timeout(seconds):
        while not happened():  # another process makes it happen
            await asyncio.sleep(0.02)


async def test_a_worker_killed_in_mid_delivery_loses_nothing(
    database_on_disk: Database, bot: BotDoor, start_worker: Start
) -> None:
    bot.delay = 30
    for text in ("satu", "dua"):
        await tell(database_on_disk, Clock().now(), DEDI, text)
    worker = await start_worker()
    await _until(lambda: len(bot.calls) == 1)
    worker.kill()
    await worker.wait()

    bot.delay = 0
    await start_worker()
    await _until(lambda: len(bot.calls) == 3)
    assert bot.texts == ["satu", "satu", "dua"]
    assert [call["outbox_id"] for call in bot.calls] == [1, 1, 2]


async def test_a_worker_asked_to_stop_finishes_what_it_is_delivering(
    database_on_disk: Database, bot: BotDoor, start_worker: Start
) -> None:
    bot.delay = 1
    await tell(database_on_disk, Clock().now(), DEDI, "satu")
    worker = await start_worker()
    await _until(lambda: len(bot.calls) == 1)
    worker.terminate()
    assert await asyncio.wait_for(worker.wait(), timeout=10) == 0
    assert (await item(database_on_disk, 1)).state == "sent"


async def test_an_idle_worker_delivers_at_once_and_stops_at_once(
    database_on_disk: Database, bot: BotDoor, start_worker: Start
) -> None:
    worker = await start_worker()
    await tell(database_on_disk, Clock().now(), DEDI, "pertama")
    await _until(lambda: bot.texts == ["pertama"])
    await tell(database_on_disk, Clock().now(), DEDI, "kedua")
    await _until(lambda: bot.texts == ["pertama", "kedua"], seconds=5)
    worker.terminate()
    assert await asyncio.wait_for(worker.wait(), timeout=10) == 0
