"""Telegram as one thing to start and stop."""

import asyncio

from bot.backend import Backend
from bot.clock import Clock
from bot.database import Database
from bot.inbox import Limits
from bot.lanes import Lanes
from bot.loops import forever
from bot.metrics import Metrics
from bot.settings import Settings
from bot.telegram.accounts import Accounts
from bot.telegram.channel import TelegramChannel
from bot.telegram.client import make_client
from bot.telegram.intake import Intake
from bot.telegram.polling import Poller
from bot.telegram.reading import Reader
from bot.telegram.registration import Registration
from bot.telegram.sending import Sender

CHECK_SECONDS = 600.0


class Telegram:
    """`channel` answers; `intake` stores, once `start` has given it the lanes."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        clock: Clock,
        metrics: Metrics,
        backend: Backend,
    ) -> None:
        self._settings = settings
        self._database = database
        self._clock = clock
        self._metrics = metrics
        self._bot = make_client(settings)
        accounts = Accounts(backend)
        reader = Reader(self._bot, database, backend, accounts, settings.upload_max_bytes)
        sender = Sender(self._bot, database, backend, metrics)
        self.channel = TelegramChannel(
            self._bot,
            database=database,
            clock=clock,
            metrics=metrics,
            accounts=accounts,
            reader=reader,
            sender=sender,
        )
        self._loop: asyncio.Task[None] | None = None
        self._receiver: Poller | Registration | None = None
        self._intake: Intake | None = None

    @property
    def intake(self) -> Intake:
        if self._intake is None:
            raise RuntimeError("Telegram was not started")
        return self._intake

    @property
    def state(self) -> str:
        """ "ok", or what is wrong."""
        return self._receiver.state if self._receiver else "memulai"

    async def start(self, lanes: Lanes, limits: Limits) -> None:
        """Works while Telegram is down, too: the receiver tries until it is reached."""
        bot_id = self._settings.telegram_bot_id
        self._intake = Intake(
            self._bot,
            bot_id,
            database=self._database,
            clock=self._clock,
            metrics=self._metrics,
            lanes=lanes,
            limits=limits,
        )
        if self._settings.telegram_mode == "webhook":
            webhook = Registration(self._bot, self._database, self._metrics, self._settings)
            self._receiver = webhook
            action = forever("telegram_webhook", CHECK_SECONDS, webhook.check, self._metrics)
        else:
            poller = self._make_poller(self._intake)
            self._receiver = poller
            if self._database.is_sqlite:
                await poller.forget_other_pollers()
            action = forever("telegram_polling", 0, poller.round, self._metrics)
        self._loop = asyncio.create_task(action)

    async def stop(self) -> None:
        """No more updates; the lanes may still answer until `close`."""
        if self._loop is not None:
            self._loop.cancel()
            await asyncio.gather(self._loop, return_exceptions=True)
        if isinstance(self._receiver, Poller):
            await self._receiver.release()

    async def close(self) -> None:
        if self._intake is not None:
            await self._intake.stop()
        await self._bot.shutdown()

    def _make_poller(self, intake: Intake) -> Poller:
        return Poller(
            self._bot,
            database=self._database,
            clock=self._clock,
            metrics=self._metrics,
            intake=intake,
            seconds=self._settings.telegram_poll_seconds,
        )
