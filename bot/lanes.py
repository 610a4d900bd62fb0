"""One serial lane per chat, in parallel across chats.

`wake` is a hint that makes a lane start at once; the scan finds whatever was not hinted: rows left
by a crash, rows that are due again, rows another replica stored.
"""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable

from bot import inbox
from bot.clock import Clock
from bot.database import Database
from bot.loops import forever
from bot.metrics import Metrics

log = logging.getLogger(__name__)

SCAN_SECONDS = 0.5
PARALLEL = 64


class Lanes:
    def __init__(
        self,
        database: Database,
        clock: Clock,
        metrics: Metrics,
        work: Callable[[inbox.Claim], Awaitable[None]],
    ) -> None:
        self.owner = secrets.token_hex(8)
        self._database = database
        self._clock = clock
        self._metrics = metrics
        self._work = work
        self._slots = asyncio.Semaphore(PARALLEL)
        self._running: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._given: dict[str, inbox.Claim] = {}
        self._in_work: set[int] = set()
        self._loops: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """On SQLite there is one process (`bot.single`), so every lease is a dead one's."""
        if self._database.is_sqlite:
            async with self._database.write() as session:
                await inbox.release_leases(session, self._clock.now())
        pause = inbox.LEASE.total_seconds() / 3
        self._loops = [
            asyncio.create_task(forever("scan", SCAN_SECONDS, self._scan, self._metrics)),
            asyncio.create_task(forever("renew", pause, self._renew, self._metrics)),
        ]

    async def stop(self, seconds: float = 5) -> None:
        """Lets running turns end, gives back what does not end in time."""
        tasks = [*self._loops, *self._running.values()]
        for loop in self._loops:
            loop.cancel()
        if self._running:
            await asyncio.wait(self._running.values(), timeout=seconds)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        async with self._database.write() as session:
            await inbox.release_leases(session, self._clock.now(), self.owner)

    def received(self, lane: str, claim: inbox.Claim | None) -> None:
        """Something was stored; `claim` when the lane was idle and the row is ours already."""
        if claim is not None:
            self._given[lane] = claim
        self.wake(lane)

    def wake(self, lane: str) -> None:
        if lane in self._running:
            self._again.add(lane)
            return
        task = asyncio.create_task(self._run(lane))
        self._running[lane] = task
        task.add_done_callback(lambda ended: self._ended(lane, ended))

    async def _run(self, lane: str) -> None:
        while True:
            self._again.discard(lane)
            async with self._slots:
                given = self._given.pop(lane, None)
                claim = given or await self._claim(lane)
                if claim is not None:
                    await self._work_on(claim)
            # Behind a row that was given nothing waits, unless somebody woke the lane meanwhile.
            if (claim is None or given is not None) and lane not in self._again:
                return

    async def _work_on(self, claim: inbox.Claim) -> None:
        self._in_work.add(claim.id)
        try:
            await self._work(claim)
        finally:
            self._in_work.discard(claim.id)

    def _ended(self, lane: str, task: asyncio.Task[None]) -> None:
        del self._running[lane]
        failed = not task.cancelled() and (error := task.exception()) is not None
        if failed:
            self._metrics.alerts.labels("lane").inc()
            log.error("lane stopped, the scan takes it up when its lease ends", exc_info=error)
        if lane in self._given or (lane in self._again and not failed):
            self.wake(lane)

    async def _claim(self, lane: str) -> inbox.Claim | None:
        async with self._database.write() as session:
            return await inbox.claim(session, lane, self.owner, self._clock.now())

    async def _scan(self) -> None:
        async with self._database.read() as session:
            lanes = await inbox.due_lanes(session, self._clock.now())
        for lane in lanes:
            if lane not in self._running:
                self.wake(lane)

    async def _renew(self) -> None:
        """Only of rows somebody works on: one whose end could not be written must become free."""
        held = self._in_work | {claim.id for claim in self._given.values()}
        if held:
            async with self._database.write() as session:
                await inbox.renew_leases(session, self.owner, held, self._clock.now())
