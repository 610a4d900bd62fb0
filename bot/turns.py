"""The work on one inbox row: read it, let Rasa answer, show the answers; or keep it for later."""

import logging
import random
import time
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot import inbox
from bot.channels import Channel, Own
from bot.clock import Clock
from bot.database import Database
from bot.errors import Fault, Held, Hopeless, Outage
from bot.inbox import Claim
from bot.messages import Message, plain
from bot.metrics import Metrics
from bot.models import State
from bot.rasa import Rasa
from bot.texts import GIVEN_UP, OUTAGE, TOO_FAST

log = logging.getLogger(__name__)

MAX_FAILURES = 5
"""Tries of a row that fails by a fault, ours or of the system behind, before it frees its lane."""


def outage_pause(attempts: int, jitter: float) -> timedelta:
    """1, 2, 4, 8, then every 15 seconds for some minutes, then every minute; `jitter` 0.5 to 1."""
    longest = 15 if attempts < 40 else 60
    return timedelta(seconds=min(2.0 ** min(attempts - 1, 10), longest) * jitter)


class Turns:
    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        metrics: Metrics,
        rasa: Rasa,
        channels: Mapping[str, Channel],
        patience: timedelta,
    ) -> None:
        self._database = database
        self._clock = clock
        self._metrics = metrics
        self._rasa = rasa
        self._channels = channels
        self._patience = patience

    async def work(self, claim: Claim) -> None:
        channel = self._channels[claim.source]
        began = time.perf_counter()
        try:
            outcome = await self._try(channel, claim)
        except inbox.LostLease:
            outcome = "lost_lease"
            log.warning("row %s: lease lost, another worker has it", claim.id)
        self._metrics.turns.labels(claim.source, outcome).inc()
        self._metrics.turn_seconds.labels(claim.source).observe(time.perf_counter() - began)

    async def _try(self, channel: Channel, claim: Claim) -> str:
        try:
            await channel.answer(claim, await self._replies(channel, claim))
        except Fault as fault:
            return await self._failed(channel, claim, fault)
        except Outage as outage:
            return await self._wait_for_recovery(channel, claim, str(outage))
        except Held as held:
            await self._postpone(claim, held.pause, str(held))
            return "held"
        except Hopeless as hopeless:
            self._metrics.alerts.labels("row_dead").inc()
            log.error("row %s ends unanswered: %s", claim.id, hopeless)
            await self._end(claim, State.DEAD, str(hopeless))
            return "dead"
        except inbox.LostLease:
            raise
        except Exception as error:  # noqa: BLE001  # a bug of ours must not block the lane for ever
            return await self._failed(channel, claim, error)
        return "done"

    async def _replies(self, channel: Channel, claim: Claim) -> tuple[Message, ...]:
        if claim.replies is not None:
            return claim.replies
        if claim.limited:
            return (plain(TOO_FAST),)
        meant = await channel.read(claim)
        if isinstance(meant, Own):
            return meant.messages
        return await self._rasa.turn(
            meant.conversation_id, claim.event_id, meant.message, meant.quote
        )

    async def _wait_for_recovery(self, channel: Channel, claim: Claim, error: str) -> str:
        now = self._clock.now()
        if now - claim.received_at > self._patience:
            return await self._give_up(channel, claim, error)
        told_at = claim.told_at or await self._tell(channel, claim, now)
        jitter = random.uniform(0.5, 1)  # noqa: S311  # spreads retries, protects nothing
        await self._postpone(claim, outage_pause(claim.attempts, jitter), error, told_at)
        return "outage"

    async def _tell(self, channel: Channel, claim: Claim, now: datetime) -> datetime | None:
        """Told once; if even that is impossible now, the next try tells."""
        try:
            await channel.notice(claim, plain(OUTAGE))
        except (Outage, Held, Hopeless) as error:
            log.warning("row %s: outage could not be told: %s", claim.id, error)
            return None
        return now

    async def _failed(self, channel: Channel, claim: Claim, error: Exception) -> str:
        self._metrics.alerts.labels("turn").inc()
        log.exception("row %s failed", claim.id)
        if claim.attempts >= MAX_FAILURES:
            return await self._give_up(channel, claim, type(error).__name__)
        await self._postpone(claim, timedelta(seconds=2**claim.attempts), type(error).__name__)
        return "failed"

    async def _give_up(self, channel: Channel, claim: Claim, error: str) -> str:
        self._metrics.alerts.labels("row_dead").inc()
        log.error("row %s given up: %s", claim.id, error)
        try:
            await channel.notice(claim, plain(GIVEN_UP))
        except (Outage, Held, Hopeless) as untold:
            log.warning("row %s: giving up could not be told: %s", claim.id, untold)
        await self._end(claim, State.DEAD, error)
        return "dead"

    async def _postpone(
        self, claim: Claim, pause: timedelta, error: str, told_at: datetime | None = None
    ) -> None:
        until = self._clock.now() + pause
        async with self._database.write() as session:
            await inbox.postpone(session, claim, until, error, told_at=told_at)

    async def _end(self, claim: Claim, state: State, error: str) -> None:
        async with self._database.write() as session:
            await inbox.finish(session, claim, self._clock.now(), state=state, error=error[:300])
