"""A system of its own for tests that kill, so that others keep theirs undisturbed."""

from collections.abc import Iterator

import pytest

from tests.support.system import System, running_system
from tests.support.telegram_system import TelegramOffice, running_telegram_office


@pytest.fixture(scope="package")
def killable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    with running_system(tmp_path_factory.mktemp("sapa-killable")) as running:
        yield running


@pytest.fixture(scope="package")
def polled_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TelegramOffice]:
    with running_telegram_office(tmp_path_factory.mktemp("sapa-polled"), "polling") as running:
        yield running


@pytest.fixture(scope="package")
def hooked_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TelegramOffice]:
    with running_telegram_office(tmp_path_factory.mktemp("sapa-hooked"), "webhook") as running:
        yield running


@pytest.fixture(params=["polled_office", "hooked_office"])
def office(request: pytest.FixtureRequest) -> TelegramOffice:
    """Both ways in which updates come; people stay linked, so tests use dates of their own."""
    running: TelegramOffice = request.getfixturevalue(request.param)
    return running
