"""Conversations through the whole running system, as scripts. Each test has people of its own, or
dates of its own, because they all talk to one system."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.chat import Chat, Shown
from tests.support.system import System

NUMBER = re.compile(r"CUTI-2026-\d{6}")
REST = "acara keluarga di Garut, alamat Jl. Melati 5 Garut, hp 08121234567"
Talk = Callable[[str], Chat]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whichever test comes first also waits for the system, and perhaps for a new model."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.timeout(300))


@pytest.fixture(
    scope="session", params=["embedded_system", "grown_system"], ids=["sqlite", "postgresql"]
)
def system(request: pytest.FixtureRequest) -> System:
    """Each conversation is held on the embedded system and on the grown one."""
    running: System = request.getfixturevalue(request.param)
    return running


@pytest.fixture
def talk(system: System) -> Iterator[Talk]:
    """Opens the chat of a person by the column `kunci`; leaves no form open behind the test."""
    opened: list[Chat] = []

    def open_chat(kunci: str) -> Chat:
        chat = system.chat(kunci)
        opened.append(chat)
        return chat

    yield open_chat
    for chat in opened:
        chat.say("batal")


def words(answers: list[Shown]) -> str:
    """All that was answered, in one text."""
    return "\n".join(shown.text for shown in answers)


def number_in(answers: list[Shown]) -> str:
    found = NUMBER.search(words(answers))
    assert found, words(answers)
    return found.group()


def file_leave(chat: Chat, dates: str, kind: str = "tahunan") -> str:
    """Files a leave in two sentences and gives its number."""
    summary = words(chat.say(f"saya mau cuti {kind} {dates}, {REST}"))
    assert "Mohon diperiksa" in summary, summary
    return number_in(chat.say("ya"))
