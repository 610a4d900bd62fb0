"""Leases of the lanes: a row whose end could not be written becomes free again."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

from bot import inbox
from bot.clock import Clock
from bot.database import Database
from bot.inbox import Arrival, Limits
from bot.lanes import Lanes
from bot.metrics import Metrics
from bot.migrate import migrate

LIMITS = Limits(per_minute=0, backlog=20)


class MovingClock(Clock):
    """A clock the test moves on."""

    ahead = timedelta(0)

    def now(self) -> datetime:
        return super().now() + MovingClock.ahead


async def test_a_row_that_nobody_works_on_is_not_held_by_a_busy_process(tmp_path: Path) -> None:
    database, clock, metrics = (
        Database(f"sqlite+aiosqlite:///{tmp_path}/bot.db"),
        MovingClock(),
        Metrics(),
    )
    await migrate(database)
    busy = asyncio.Event()

    async def work(claim: inbox.Claim) -> None:
        if claim.lane == "broken":
            raise ConnectionError  # as when the database goes away before the end is written
        busy.set()
        await asyncio.sleep(60)

    lanes = Lanes(database, clock, metrics, work)
    for lane in ("broken", "busy"):
        async with database.write() as session:
            arrival = Arrival("web", lane, lane, {}, "c")
            received = await inbox.receive(session, arrival, clock.now(), LIMITS, lanes.owner)
        lanes.received(lane, received.claim)
    await asyncio.wait_for(busy.wait(), 5)
    MovingClock.ahead = inbox.LEASE / 2
    await lanes._renew()
    MovingClock.ahead = inbox.LEASE + timedelta(seconds=1)
    async with database.read() as session:
        assert await inbox.due_lanes(session, clock.now()) == ["broken"]
    await lanes.stop(seconds=0)
    await database.dispose()
