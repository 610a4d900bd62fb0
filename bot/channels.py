"""What every channel does for the lanes."""

from dataclasses import dataclass
from typing import Protocol

from bot.inbox import Claim
from bot.messages import Message, plain


@dataclass(frozen=True)
class ToRasa:
    """The update is for Rasa: `message` is text or one of our own `/intent{...}`."""

    conversation_id: str
    message: str
    quote: str | None = None


@dataclass(frozen=True)
class Own:
    """The bot answers by itself; with no messages at all it stays silent."""

    messages: tuple[Message, ...] = ()


def own(text: str) -> Own:
    return Own((plain(text),))


class Channel(Protocol):
    async def read(self, claim: Claim) -> ToRasa | Own:
        """What the update means. Raises Outage, Held or Hopeless."""
        ...

    async def answer(self, claim: Claim, messages: tuple[Message, ...]) -> None:
        """Shows the answers and marks the row done. Raises Held or Hopeless."""
        ...

    async def notice(self, claim: Claim, message: Message) -> None:
        """Tells the person something while the row goes on waiting."""
        ...
