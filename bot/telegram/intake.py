"""Stores updates, whichever way they came, and acknowledges button presses at once."""

import asyncio
import logging
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import Bot
from telegram.error import TelegramError

from bot import inbox
from bot.cleaning import clean_json
from bot.clock import Clock
from bot.database import Database
from bot.inbox import Arrival, Limits, Received
from bot.lanes import Lanes
from bot.metrics import Metrics
from bot.telegram import notes
from bot.telegram.outcomes import classify
from bot.telegram.updates import SOURCE, lane_of, press_id, update_id

log = logging.getLogger(__name__)

OFFSET = "telegram_offset"
PRESS_SECONDS = 5.0


class Intake:
    def __init__(
        self,
        bot: Bot,
        bot_id: str,
        *,
        database: Database,
        clock: Clock,
        metrics: Metrics,
        lanes: Lanes,
        limits: Limits,
    ) -> None:
        self._bot = bot
        self._bot_id = bot_id
        self._database = database
        self._clock = clock
        self._metrics = metrics
        self._lanes = lanes
        self._limits = limits
        self._presses: set[asyncio.Task[None]] = set()

    async def take(self, updates: list[dict[str, Any]], *, next_offset: int | None = None) -> None:
        """All of them, and the offset that confirms them, in one transaction; then the lanes."""
        async with self._database.write() as session:
            received = [await self._store(session, update) for update in updates]
            if next_offset is not None:
                await notes.set_fact(session, OFFSET, {"next": next_offset})
        for update, row in zip(updates, received, strict=True):
            if not row.new:
                continue
            self._metrics.received.labels(SOURCE, row.state).inc()
            self._acknowledge(press_id(update))
            self._lanes.received(lane_of(update), row.claim)

    async def next_offset(self) -> int | None:
        async with self._database.read() as session:
            kept = await notes.fact(session, OFFSET)
        return int(kept["next"]) if kept else None

    async def stop(self) -> None:
        for task in self._presses:
            task.cancel()
        await asyncio.gather(*self._presses, return_exceptions=True)

    async def _store(self, session: AsyncSession, update: dict[str, Any]) -> Received:
        name = f"{self._bot_id}:{update_id(update)}"
        arrival = Arrival(SOURCE, name, lane_of(update), clean_json(update))
        return await inbox.receive(
            session, arrival, self._clock.now(), self._limits, self._lanes.owner
        )

    def _acknowledge(self, query_id: str | None) -> None:
        """Only stops the little clock on the button; nobody waits for it."""
        if query_id is not None:
            task = asyncio.create_task(self._answer(query_id))
            self._presses.add(task)
            task.add_done_callback(self._presses.discard)

    async def _answer(self, query_id: str) -> None:
        try:
            await self._bot.answer_callback_query(query_id, read_timeout=PRESS_SECONDS)
        except TelegramError as error:
            log.info("press not acknowledged: %s", classify(error).error)
