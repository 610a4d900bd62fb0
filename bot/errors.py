"""What can go wrong, as the parts of the bot tell one another."""

from datetime import timedelta
from typing import Self


class Outage(Exception):
    """The system behind cannot be reached: keep the row, tell the person once, try again."""


class Fault(Outage):
    """The system behind stumbles over this very message: a few tries, then its lane goes on."""


class Held(Exception):
    """The channel wants a pause: the lane waits, nobody is told anything."""

    def __init__(self, pause: timedelta, error: str) -> None:
        super().__init__(error)
        self.pause = pause

    @classmethod
    def briefly(cls, error: str) -> Self:
        return cls(timedelta(seconds=5), error)


class Hopeless(Exception):
    """Trying again cannot help (blocked by the person, unreadable update): the row ends here."""


class Refusal(Exception):
    """An HTTP door says no; `message` is an Indonesian sentence that may be shown."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message
