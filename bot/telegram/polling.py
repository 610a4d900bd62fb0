"""Long polling, for places without a public address. The offset moves only after the commit.

One poller at a time: a lease in the database, because Telegram answers 409 to a second one.
"""

import asyncio
import logging
import secrets
from datetime import timedelta
from typing import Any

from sqlalchemy import text
from telegram.error import (
    Conflict,
    EndPointNotFound,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.clock import Clock
from bot.database import Database
from bot.metrics import Metrics
from bot.telegram import notes
from bot.telegram.client import Client
from bot.telegram.intake import Intake
from bot.telegram.outcomes import classify
from bot.telegram.updates import ALLOWED, update_id

log = logging.getLogger(__name__)

POLLER = "telegram_poller"
BATCH = 100
NOT_MINE_SECONDS = 5.0
CONFLICT_SECONDS = 30.0
TOKEN_SECONDS = 300.0
LONGEST_PAUSE = 30.0


class Poller:
    def __init__(
        self,
        bot: Client,
        *,
        database: Database,
        clock: Clock,
        metrics: Metrics,
        intake: Intake,
        seconds: int,
    ) -> None:
        self.state = "memulai"
        self._bot = bot
        self._database = database
        self._clock = clock
        self._metrics = metrics
        self._intake = intake
        self._seconds = seconds
        self._owner = secrets.token_hex(8)
        self._prepared = False
        self._failures = 0

    async def round(self) -> None:
        """One long poll, or a pause that fits what Telegram said."""
        if not await self._lease():
            self.state = "ok"  # another replica polls
            await asyncio.sleep(NOT_MINE_SECONDS)
            return
        try:
            await self._poll()
        except TelegramError as error:
            await asyncio.sleep(self._trouble(error))
        else:
            self.state, self._failures = "ok", 0

    async def forget_other_pollers(self) -> None:
        """At the start of the only process there can be."""
        async with self._database.write() as session:
            await notes.set_fact(session, POLLER, {"owner": "", "until": 0})

    async def release(self) -> None:
        async with self._database.write() as session:
            kept = await notes.fact(session, POLLER)
            if kept and kept["owner"] == self._owner:
                await notes.set_fact(session, POLLER, {"owner": "", "until": 0})

    async def _poll(self) -> None:
        if not self._prepared:
            if (await self._bot.get_webhook_info()).url:
                await self._bot.delete_webhook(drop_pending_updates=False)
            self._prepared = True
        question: dict[str, Any] = {
            "timeout": self._seconds,
            "limit": BATCH,
            "allowed_updates": ALLOWED,
        }
        offset = await self._intake.next_offset()
        if offset is not None:
            question["offset"] = offset
        updates = await self._bot.raw_updates(question)
        ids = [number for update in updates if (number := update_id(update)) is not None]
        if len(ids) < len(updates):
            self._metrics.alerts.labels("telegram_update_id").inc()
            log.error("Telegram sent an update without an id")
        if ids:
            known = [update for update in updates if update_id(update) is not None]
            await self._intake.take(known, next_offset=max(ids) + 1)

    def _trouble(self, error: TelegramError) -> float:
        """Seconds to wait; what an operator must repair is an alert."""
        self._failures += 1
        self.state = classify(error).error
        if isinstance(error, RetryAfter):
            return classify(error).after_seconds
        if isinstance(error, Conflict):
            self._prepared = False
            self._alert("telegram_conflict", "another process polls, or a webhook is set")
            return CONFLICT_SECONDS
        if isinstance(error, InvalidToken | EndPointNotFound):
            self._alert("telegram_token", "Telegram refuses the token")
            return TOKEN_SECONDS
        log.warning("Telegram cannot be reached: %s", self.state)
        return min(2.0**self._failures / 2, LONGEST_PAUSE)

    def _alert(self, kind: str, text: str) -> None:
        self._metrics.alerts.labels(kind).inc()
        log.critical("%s", text)

    async def _lease(self) -> bool:
        now = self._clock.now()
        life = timedelta(seconds=self._seconds * 2 + 30)
        async with self._database.write() as session:
            if not self._database.is_sqlite:
                lock = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 3))")
                await session.execute(lock, {"name": POLLER})
            kept = await notes.fact(session, POLLER)
            others = kept is not None and kept["owner"] not in ("", self._owner)
            if others and kept and kept["until"] > now.timestamp():
                return False
            mine = {"owner": self._owner, "until": (now + life).timestamp()}
            await notes.set_fact(session, POLLER, mine)
        return True
