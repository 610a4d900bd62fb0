"""The way of one request, as its people walk it, and what must be true at its end."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.support.chat import Chat, Shown
from tests.support.system import System

NUMBER = re.compile(r"CUTI-2026-\d{6}")
Post = Callable[[Chat, dict[str, Any]], list[Shown]]


def post(chat: Chat, body: dict[str, Any]) -> list[Shown]:
    return chat.post_through(body)


@dataclass(frozen=True)
class Case:
    """One leave in words; `days` as the summary counts them."""

    dates: str
    days: int

    @property
    def sentence(self) -> str:
        return (
            f"saya mau cuti tahunan {self.dates}, acara keluarga di Garut,"
            " alamat Jl. Melati 5 Garut, hp 08121234567"
        )


class Way:
    """Rina asks, Dedi gives his opinion, Cecep decides, Rina gets the letter.

    `turn` carries a message over; tests replace it by one that kills a process in the middle.
    """

    def __init__(self, system: System, case: Case, turn: Post = post) -> None:
        self._system = system
        self._case = case
        self.turn = turn
        self.rina = system.chat("rina")
        self.dedi = system.chat("kabid_kominfo")
        self.cecep = system.chat("kadis_kominfo")
        self.number = ""

    def walk(self) -> str:
        """The request's number, after the letter has come."""
        self.ask()
        self.confirm()
        self.support()
        self.decide()
        return self.number

    def ask(self) -> None:
        start = _newest(self.rina)
        self.turn(self.rina, self.rina.sentence(self._case.sentence))
        self.rina.wait_for(f"{self._case.days} hari kerja", since=start, seconds=60)

    def confirm(self) -> None:
        start = _newest(self.rina)
        self.turn(self.rina, self.rina.sentence("ya"))
        shown = self.rina.wait_for("CUTI-2026-", since=start, seconds=60)
        found = NUMBER.search(shown.text)
        assert found, shown.text
        self.number = found.group()

    def support(self) -> None:
        """Dedi answers by quoting the notification."""
        task = self.dedi.wait_for(self.number, seconds=60)
        self.turn(self.dedi, self.dedi.sentence("setuju", reply_to=task))
        self.cecep.wait_for(self.number, seconds=60)

    def decide(self) -> None:
        """Cecep presses the button below the notification."""
        task = self.cecep.wait_for(self.number, seconds=60)
        self.turn(self.cecep, self.cecep.button("Setujui", of=task))
        self.letter()

    def letter(self) -> Shown:
        return self.rina.wait_for_document(self.number, seconds=60)


def _newest(chat: Chat) -> int:
    return chat.seen[-1].id if chat.seen else 0
