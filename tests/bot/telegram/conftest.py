"""A bot that polls a local Telegram server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.bot.conftest import Start
from tests.support.telegram_server import Person, TelegramServer, running_telegram


@pytest.fixture
def telegram(tmp_path: Path) -> Iterator[TelegramServer]:
    with running_telegram(log=tmp_path / "calls.jsonl") as server:
        yield server


@pytest.fixture
def telegram_settings(telegram: TelegramServer) -> dict[str, object]:
    return {
        "telegram_token": SecretStr(telegram.token),
        "telegram_api_url": telegram.url,
        "telegram_poll_seconds": 1,
    }


@pytest.fixture
def polling(start: Start, telegram_settings: dict[str, object]) -> Iterator[str]:
    with start(**telegram_settings) as url:
        yield url


@pytest.fixture
def rina(telegram: TelegramServer, polling: str) -> Person:
    return telegram.person(1001, "Rina Marlina")


@pytest.fixture
def dedi(telegram: TelegramServer, polling: str) -> Person:
    return telegram.person(1002, "Dedi Supriadi")
