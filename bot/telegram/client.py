"""python-telegram-bot's `Bot` as a typed client: no Updater, no persistence, no handlers."""

import os
from typing import Any

from telegram import Bot
from telegram.request import HTTPXRequest

from bot.settings import Settings

POLL_MARGIN = 15.0
"""Seconds a long poll may answer late."""


class Client(Bot):
    """`Bot`, and updates as they came: what cannot be parsed must still be stored."""

    async def raw_updates(self, question: dict[str, Any]) -> list[dict[str, Any]]:
        """Parameters of getUpdates -> its result. Raises TelegramError."""
        updates: list[dict[str, Any]] = await self._post("getUpdates", question)
        return updates


def make_client(settings: Settings) -> Client:
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # the library's future; its past warns
    api = settings.telegram_api_url.rstrip("/")
    return Client(
        settings.telegram_token.get_secret_value(),
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=HTTPXRequest(
            connection_pool_size=64,
            connect_timeout=5,
            read_timeout=20,
            write_timeout=20,
            pool_timeout=5,
            media_write_timeout=60,
        ),
        get_updates_request=HTTPXRequest(
            connection_pool_size=2,
            connect_timeout=5,
            read_timeout=settings.telegram_poll_seconds + POLL_MARGIN,
            write_timeout=20,
            pool_timeout=5,
        ),
    )
