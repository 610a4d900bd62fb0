"""The whole system with a local Telegram server beside it, and people who have linked accounts."""

import itertools
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support.check_telegram_calls import problems
from tests.support.system import System, nip_of, record_of, running_system
from tests.support.telegram_person import Person
from tests.support.telegram_server import TelegramServer, running_telegram

HARMLESS = ("query is too old", "message is not modified")


class TelegramOffice:
    """Everybody talks through Telegram here; nobody has a web chat."""

    def __init__(self, system: System, telegram: TelegramServer) -> None:
        self.system = system
        self.telegram = telegram
        self._numbers = itertools.count(2001)
        self._linked: dict[str, Person] = {}

    def stranger(self, name: str) -> Person:
        return self.telegram.person(next(self._numbers), name)

    def linked(self, kunci: str) -> Person:
        """A person of the demonstration, linked by the personnel office's invitation."""
        if kunci not in self._linked:
            person = self.stranger(record_of(kunci)["nama"])
            person.say(f"/start {self.invitation(kunci)}")
            self._linked[kunci] = _welcomed(person)
        return self._linked[kunci]

    def linked_by_contact(self, kunci: str) -> Person:
        """The same by the own number, which Telegram vouches for; the demonstration allows it."""
        if kunci not in self._linked:
            record = record_of(kunci)
            person = self.stranger(record["nama"])
            person.share_contact(record["hp"].removeprefix("+"))  # so Telegram writes it at times
            self._linked[kunci] = _welcomed(person)
        return self._linked[kunci]

    def request(self, number: str) -> dict[str, Any]:
        """A request as the personnel office sees it."""
        with self.system.admin() as admin:
            answer = admin.get(f"/requests/{number}")
            answer.raise_for_status()
            found: dict[str, Any] = answer.json()
            return found

    def requests_of(self, kunci: str) -> list[dict[str, Any]]:
        with self.system.admin() as admin:
            answer = admin.get("/requests", params={"nip": nip_of(kunci), "limit": 100})
            answer.raise_for_status()
            items: list[dict[str, Any]] = answer.json()["items"]
            return items

    def invitation(self, kunci: str) -> str:
        """The token of a deep link, made by the personnel office."""
        with self.system.admin() as admin:
            body = {"channel": "telegram"}
            answer = admin.post(f"/employees/{nip_of(kunci)}/invitations", json=body)
            answer.raise_for_status()
            token: str = answer.json()["token"]
            return token


def _welcomed(person: Person) -> Person:
    person.wait_for("sudah ditautkan atas nama", seconds=30)
    return person


@contextmanager
def running_telegram_office(folder: Path, mode: str) -> Iterator[TelegramOffice]:
    """`mode` is "polling" or "webhook". At the end every call must have been one Telegram takes;
    with SAPA_TELEGRAM_SPEC (a file) it is compared with the published description, too."""
    calls = folder / "calls.jsonl"
    with running_telegram(log=calls) as telegram:
        telegram_settings = {
            "SAPA_TELEGRAM_TOKEN": telegram.token,
            "SAPA_TELEGRAM_API_URL": telegram.url,
            "SAPA_TELEGRAM_MODE": mode,
            "SAPA_RATE_PER_MINUTE": "0",  # people of a test write faster than people
        }
        with running_system(folder, **telegram_settings) as system:
            _wait_until_connected(telegram, mode)
            yield TelegramOffice(system, telegram)
    _require_valid(telegram, calls)


def _wait_until_connected(telegram: TelegramServer, mode: str) -> None:
    telegram.wait_calls("getUpdates" if mode == "polling" else "setWebhook", seconds=30)
    until = time.monotonic() + 5
    while mode == "webhook" and not telegram.webhook["url"]:
        assert time.monotonic() < until, "the webhook was refused"
        time.sleep(0.03)


def _require_valid(telegram: TelegramServer, calls: Path) -> None:
    bad = [what for what in telegram.rejected if not any(h in what for h in HARMLESS)]
    assert bad == [], bad
    assert set(telegram.hook_answers) <= {200}
    if published := os.environ.get("SAPA_TELEGRAM_SPEC"):
        spec = json.loads(Path(published).read_text())
        made = [json.loads(line) for line in calls.read_text().splitlines()]
        assert [problem for call in made for problem in problems(call, spec)] == []
