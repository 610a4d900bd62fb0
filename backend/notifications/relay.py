"""The relay: from the outbox to the bot. At least once, in order per receiver."""

import asyncio
import random
from collections.abc import Awaitable, Callable

import structlog
from sqlalchemy import select

from backend.core.clock import Clock
from backend.core.database import Database
from backend.core.messages import Message
from backend.employees.models import Account
from backend.notifications.claims import Claimed, anything_due, claim, finish
from backend.notifications.door import Address, Door
from backend.notifications.outcomes import Fate, Outcome, sequel

DELIVERY_SECONDS = 45
"""All accounts of a person together; the lease (60 s) must outlive it."""

Composer = Callable[[Claimed], Awaitable[Message]]
"""Makes the message of a row whose kind needs work first (a letter is rendered)."""

log = structlog.get_logger(__name__)


class Relay:
    """One worker's relay. `composers` maps a kind to what makes its message."""

    def __init__(
        self,
        database: Database,
        door: Door,
        clock: Clock,
        *,
        owner: str,
        composers: dict[str, Composer],
    ) -> None:
        self._database = database
        self._door = door
        self._clock = clock
        self._owner = owner
        self._composers = composers

    async def run_once(self) -> int:
        """Delivers what is due now; the number of rows worked on."""
        now = self._clock.now()
        async with self._database.read() as session:
            if not await anything_due(session, now):
                return 0
        async with self._database.write() as session:
            items = await claim(session, owner=self._owner, now=now)
        # The session is closed: nothing is locked while the bot and the channels take their time.
        await asyncio.gather(*(self._work(item) for item in items))
        return len(items)

    async def _work(self, item: Claimed) -> None:
        outcome = await self._deliver(item)
        now = self._clock.now()
        then = sequel(
            outcome,
            kind=item.kind,
            attempts=item.attempts,
            now=now,
            jitter=random.random(),  # noqa: S311  # spreads retries, guards nothing
        )
        async with self._database.write() as session:
            mine = await finish(session, item, owner=self._owner, outcome=outcome, then=then)
        report = log.error if then.state == "dead" else log.info
        report(
            "outbox.delivery",
            outbox_id=item.id,
            kind=item.kind,
            fate=outcome.fate,
            state=then.state if mine else "lease lost",
            attempts=then.attempts,
            error=outcome.error,
        )

    async def _deliver(self, item: Claimed) -> Outcome:
        try:
            async with asyncio.timeout(DELIVERY_SECONDS):
                message = await self._message(item)
                return await self._to_best_account(item, message)
        except TimeoutError:
            return Outcome(Fate.UNCERTAIN, error="delivery took too long")
        except Exception as error:  # process loop: a counted attempt, in the end dead and loud
            log.exception("outbox.failed", outbox_id=item.id, kind=item.kind)
            return Outcome(Fate.FAILED, error=type(error).__name__)

    async def _message(self, item: Claimed) -> Message:
        composer = self._composers.get(item.kind)
        if composer is not None:
            return await composer(item)
        return Message.model_validate(item.payload["message"])

    async def _to_best_account(self, item: Claimed, message: Message) -> Outcome:
        outcome = Outcome(Fate.CLOSED, error="no linked account")
        for address in await self._addresses(item.to_nip):
            outcome = await self._door.deliver(item.id, address, message)
            if outcome.fate is not Fate.UNREACHABLE:
                break
        return outcome

    async def _addresses(self, nip: str) -> list[Address]:
        """The person's active accounts, the one seen last first."""
        async with self._database.read() as session:
            accounts = await session.scalars(
                select(Account)
                .where(Account.nip == nip, Account.state == "active")
                .order_by(Account.last_seen_at.desc().nulls_last(), Account.created_at.desc())
            )
            return [Address(a.channel, a.account_id, a.conversation_id) for a in accounts]
