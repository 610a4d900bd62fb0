"""Keeps Telegram's idea of our webhook equal to ours."""

import hashlib
import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.database import Database
from bot.metrics import Metrics
from bot.settings import Settings
from bot.telegram import notes
from bot.telegram.outcomes import classify
from bot.telegram.updates import ALLOWED

log = logging.getLogger(__name__)

SECRET = "telegram_webhook_secret"  # noqa: S105  # name of a row that holds a digest
CONNECTIONS = 40
TOO_MANY_PENDING = 100


class Registration:
    """Calls setWebhook only when what Telegram says differs, or the secret was rotated."""

    def __init__(self, bot: Bot, database: Database, metrics: Metrics, settings: Settings) -> None:
        self.state = "memulai"
        self._bot = bot
        self._database = database
        self._metrics = metrics
        self._url = settings.telegram_webhook_url
        self._secret = settings.telegram_accepted_secrets[0]

    async def check(self) -> None:
        try:
            await self._compare()
        except TelegramError as error:
            self.state = classify(error).error
            self._metrics.alerts.labels("telegram_webhook").inc()
            log.error("webhook could not be checked: %s", self.state)
        else:
            self.state = "ok"

    async def _compare(self) -> None:
        told = await self._bot.get_webhook_info()
        if told.pending_update_count > TOO_MANY_PENDING:
            self._metrics.alerts.labels("telegram_pending").inc()
            log.error("%s updates wait at Telegram", told.pending_update_count)
        digest = hashlib.sha256(self._secret.encode()).hexdigest()
        async with self._database.read() as session:
            kept = await notes.fact(session, SECRET)
        same = told.url == self._url and set(told.allowed_updates or ()) == set(ALLOWED)
        if same and kept == {"sha256": digest}:
            return
        await self._bot.set_webhook(
            self._url,
            secret_token=self._secret,
            allowed_updates=ALLOWED,
            max_connections=CONNECTIONS,
        )
        async with self._database.write() as session:
            await notes.set_fact(session, SECRET, {"sha256": digest})
