"""A bot with its neighbours, in this process; tests that kill it start one of its own."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from bot.app import create_app
from bot.settings import Settings
from tests.bot.neighbours import PEOPLE, Neighbours, neighbours
from tests.support.chat import Chat
from tests.support.serving import serving

RINA, DEDI = PEOPLE
Start = Callable[..., AbstractContextManager[str]]


@pytest.fixture
def beside() -> Iterator[Neighbours]:
    with neighbours() as started:
        yield started


@pytest.fixture
def settings(beside: Neighbours, tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,
        data_dir=tmp_path,
        backend_url=beside.url,
        rasa_url=beside.url,
        service_token=SecretStr(beside.token),
        token_secret=SecretStr("kunci-untuk-uji"),
    )


@pytest.fixture
def start(settings: Settings) -> Start:
    """Starts a bot with changed settings; stops it at the end of the block."""

    @contextmanager
    def run(port: int = 0, **changes: object) -> Iterator[str]:
        changed = settings.model_copy(update=changes)
        with serving(create_app(changed), port) as url:
            yield url

    return run


@pytest.fixture
def bot_url(start: Start) -> Iterator[str]:
    with start() as url:
        yield url


@pytest.fixture
def rina(bot_url: str) -> Iterator[Chat]:
    chat = Chat(bot_url, RINA)
    yield chat
    chat.close()


@pytest.fixture
def dedi(bot_url: str) -> Iterator[Chat]:
    chat = Chat(bot_url, DEDI)
    yield chat
    chat.close()


@pytest.fixture
def http(bot_url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=bot_url, timeout=30, trust_env=False) as client:
        yield client


@pytest.fixture
def service(beside: Neighbours) -> dict[str, str]:
    """Headers of the worker."""
    return {"Authorization": f"Bearer {beside.token}"}
