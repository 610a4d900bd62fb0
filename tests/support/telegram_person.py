"""Somebody with Telegram on a phone, at the local server: what is said, pressed, sent and seen."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.support.telegram_server import TelegramServer

WAIT_SECONDS = 15


class NothingLikeIt(AssertionError):
    """What was waited for or pressed is not in the chat."""


@dataclass
class Shown:
    """A message of the bot as the person sees it."""

    id: int
    chat: int
    text: str
    choices: dict[str, str]
    document: tuple[str, bytes] | None
    raw: dict[str, Any]


class Person:
    """Somebody with a phone, in a private chat with the bot (or, with `chat`, in a group)."""

    def __init__(self, server: "TelegramServer", number: int, name: str) -> None:
        first, _, last = name.partition(" ")
        self.server = server
        self.id = number
        self.user = {"id": number, "is_bot": False, "first_name": first, "language_code": "id"}
        if last:
            self.user["last_name"] = last
        self.chat = {"id": number, "type": "private", "first_name": first}

    @property
    def shown(self) -> list[Shown]:
        return self.server.chats[self.id]

    def say(self, text: str, *, reply_to: Shown | None = None) -> int:
        """Sends a text; returns the update's id."""
        return self.send(text=text, **self._quote(reply_to))

    def send(self, **content: Any) -> int:
        return self.server.push(message=self.message(**content))

    def message(self, **content: Any) -> dict[str, Any]:
        return {
            "message_id": self.server.next_message_id(),
            "date": int(time.time()),
            "from": self.user,
            "chat": self.chat,
            **content,
        }

    def press(self, label: str, *, of: Shown | None = None) -> int:
        """Presses the newest button whose label begins with `label`."""
        for message in [of] if of else reversed(self.shown):
            for text, data in message.choices.items():
                if text.lower().startswith(label.lower()):
                    return self.press_data(data, message)
        raise NothingLikeIt(f"no button {label!r} in {[m.text for m in self.shown]}")

    def press_data(self, data: str, message: Shown | None = None) -> int:
        """Presses with data of one's own choosing, as a forged client can."""
        query = f"{self.id}{self.server.next_message_id()}"
        self.server.presses.add(query)
        pressed = {"id": query, "from": self.user, "chat_instance": "1", "data": data}
        if message is not None:
            pressed["message"] = message.raw
        return self.server.push(callback_query=pressed)

    def send_document(self, name: str, content: bytes, mime: str, **content_of: Any) -> int:
        file_id = self.server.keep_file(name, content)
        document = {
            "file_id": file_id,
            "file_unique_id": f"u{file_id}",
            "file_name": name,
            "mime_type": mime,
            "file_size": len(content),
        }
        return self.send(document=document, **content_of)

    def send_photo(self, content: bytes) -> int:
        file_id = self.server.keep_file("photo.jpg", content)
        sizes = [
            {"file_id": f"{file_id}-kecil", "file_unique_id": "k", "width": 90, "height": 60},
            {
                "file_id": file_id,
                "file_unique_id": f"u{file_id}",
                "width": 1280,
                "height": 960,
                "file_size": len(content),
            },
        ]
        return self.send(photo=sizes)

    def share_contact(self, phone: str, owner: int | None = None, **more: Any) -> int:
        contact = {"phone_number": phone, "first_name": "Kontak", "user_id": owner or self.id}
        return self.send(contact=contact, **more)

    @property
    def newest(self) -> int:
        """Id of the last message of the chat, 0 before the first; waits begin after it."""
        return self.shown[-1].id if self.shown else 0

    def wait_for(self, text: str, *, since: int = 0, seconds: float = WAIT_SECONDS) -> Shown:
        """The newest message with `text` in it and an id above `since`."""
        return self._wait(
            lambda shown: shown.id > since and text.lower() in shown.text.lower(), text, seconds
        )

    def wait_for_document(
        self, name: str, *, since: int = 0, seconds: float = WAIT_SECONDS
    ) -> Shown:
        """The newest message with an id above `since` and a document with `name` in its name."""
        return self._wait(
            lambda m: m.id > since and m.document is not None and name in m.document[0],
            name,
            seconds,
        )

    def wait_for_count(self, count: int, *, since: int, seconds: float = WAIT_SECONDS) -> None:
        """Until at least `count` messages came after `since`."""
        until = time.monotonic() + seconds
        while len(came := [m.text for m in list(self.shown) if m.id > since]) < count:
            if time.monotonic() > until:
                raise NothingLikeIt(f"{len(came)} messages, not {count}: {came}")
            time.sleep(0.03)

    def _wait(self, fits: Callable[[Shown], bool], sought: str, seconds: float) -> Shown:
        until = time.monotonic() + seconds
        while True:
            for message in reversed(list(self.shown)):
                if fits(message):
                    return message
            if time.monotonic() > until:
                raise NothingLikeIt(f"no {sought!r} in {[m.text for m in self.shown]}")
            time.sleep(0.03)

    def _quote(self, reply_to: Shown | None) -> dict[str, Any]:
        return {} if reply_to is None else {"reply_to_message": reply_to.raw}
