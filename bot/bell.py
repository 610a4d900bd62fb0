"""Wakes whoever waits for something to change in a chat, inside this process.

A ring is only a hint: listeners look into the database, and look from time to time without one,
because another replica may have written.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Ear:
    """Hears rings from the moment it was made; none is lost between two calls of `hear`."""

    def __init__(self) -> None:
        self.rung = asyncio.Event()

    async def hear(self, seconds: float) -> bool:
        """True at the next ring (or one since the last call), False after `seconds`."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.rung.wait(), seconds)
        heard = self.rung.is_set()
        self.rung.clear()
        return heard


class Bell:
    def __init__(self) -> None:
        self._ears: dict[str, set[Ear]] = {}

    def ring(self, name: str) -> None:
        for ear in self._ears.get(name, ()):
            ear.rung.set()

    def ears(self, name: str) -> int:
        return len(self._ears.get(name, ()))

    @contextmanager
    def listening(self, *names: str) -> Iterator[Ear]:
        ear = Ear()
        for name in names:
            self._ears.setdefault(name, set()).add(ear)
        try:
            yield ear
        finally:
            for name in names:
                self._ears[name].discard(ear)
                if not self._ears[name]:
                    del self._ears[name]
