"""One person at the web chat, through the HTTP contract that the page itself uses."""

import secrets
import time
from dataclasses import dataclass
from typing import Any, Self

import httpx

TURN_SECONDS = 30
WAIT_SECONDS = 20


@dataclass(frozen=True)
class Shown:
    """A message as the person sees it. `choices` maps the label of a button to its payload."""

    id: int
    text: str
    choices: dict[str, str]
    document: dict[str, str] | None

    @classmethod
    def read(cls, raw: dict[str, Any]) -> Self:
        choices = {choice["label"]: choice["payload"] for choice in raw["choices"]}
        return cls(raw["id"], raw["text"], choices, raw["document"])


class NothingLikeIt(AssertionError):
    """What was waited for or pressed is not there; shows what is."""


class Chat:
    """Sync on purpose: a conversation is one thing after the other.

    >>> rina.say("saya mau cuti tahunan 7-9 desember, ...")
    >>> rina.press("Ya")
    >>> dedi.wait_for("Rina Marlina")
    """

    def __init__(self, bot_url: str, nip: str) -> None:
        self._http = httpx.Client(base_url=bot_url, timeout=TURN_SECONDS, trust_env=False)
        answer = self._http.post("/web/session", json={"nip": nip})
        answer.raise_for_status()
        self._http.headers["Authorization"] = f"Bearer {answer.json()['token']}"
        self.seen: list[Shown] = []
        self.look()

    def close(self) -> None:
        self._http.close()

    @property
    def last(self) -> Shown:
        return self.seen[-1]

    def say(self, text: str, *, reply_to: Shown | None = None) -> list[Shown]:
        """The answers to a typed sentence; with `reply_to` it quotes an earlier message."""
        return self._turn("/web/messages", json=self.sentence(text, reply_to=reply_to))

    def sentence(self, text: str, *, reply_to: Shown | None = None) -> dict[str, Any]:
        """The body of a typed message; sent again as it is, it is still one message."""
        body: dict[str, Any] = {"text": text, "client_id": secrets.token_hex(8)}
        return body if reply_to is None else {**body, "reply_to": reply_to.id}

    def button(self, label: str, *, of: Shown | None = None) -> dict[str, Any]:
        """The body of a press of the newest button whose label begins with `label`."""
        return {"payload": self.payload(label, of=of), "client_id": secrets.token_hex(8)}

    def post_through(self, body: dict[str, Any], *, seconds: float = 60) -> list[Shown]:
        """Sends a message as a page on a shaky line does: the same again until it is accepted."""
        until = time.monotonic() + seconds
        while True:
            try:
                return self._turn("/web/messages", json=body)
            except (httpx.TransportError, httpx.HTTPStatusError):
                if time.monotonic() > until:
                    raise
                time.sleep(0.3)

    def press(self, label: str, *, of: Shown | None = None) -> list[Shown]:
        """Presses the newest button whose label begins with `label`."""
        return self.send(self.payload(label, of=of))

    def payload(self, label: str, *, of: Shown | None = None) -> str:
        for message in [of] if of else reversed(self.seen):
            for text, payload in message.choices.items():
                if text.lower().startswith(label.lower()):
                    return payload
        raise NothingLikeIt(f"no button {label!r} in\n{self.transcript()}")

    def send(self, payload: str) -> list[Shown]:
        return self._turn("/web/messages", json={"payload": payload})

    def attach(self, name: str, content: bytes, mime: str) -> list[Shown]:
        return self._turn("/web/files", files={"file": (name, content, mime)})

    def look(self) -> list[Shown]:
        """Everything that came since the last look, what was not asked for included."""
        after = self.seen[-1].id if self.seen else 0
        answer = self._http.get("/web/messages", params={"after": after})
        answer.raise_for_status()
        return self._keep(answer.json()["messages"])

    def wait_for(self, text: str, *, since: int = 0, seconds: float = WAIT_SECONDS) -> Shown:
        """The newest message with this text in it and an id above `since`; waits for it to come."""
        until = time.monotonic() + seconds
        while True:
            for message in reversed(self.seen):
                if message.id > since and text.lower() in message.text.lower():
                    return message
            if time.monotonic() > until:
                raise NothingLikeIt(f"nothing with {text!r} in\n{self.transcript()}")
            time.sleep(0.15)
            self.look()

    def wait_for_document(self, name: str = "", *, seconds: float = WAIT_SECONDS) -> Shown:
        """The newest message that carries a document with `name` in its name."""
        until = time.monotonic() + seconds
        while True:
            for message in reversed(self.seen):
                if message.document and name in message.document["name"]:
                    return message
            if time.monotonic() > until:
                raise NothingLikeIt(f"no document {name!r} in\n{self.transcript()}")
            time.sleep(0.15)
            self.look()

    def download(self, message: Shown) -> bytes:
        assert message.document is not None
        answer = self._http.get(message.document["url"])
        answer.raise_for_status()
        return answer.content

    def transcript(self) -> str:
        return "\n".join(f"  [{m.id}] {m.text}  {list(m.choices) or ''}" for m in self.seen[-12:])

    def _turn(self, path: str, **request: Any) -> list[Shown]:
        answer = self._http.post(path, **request)
        answer.raise_for_status()
        return self._keep(answer.json()["messages"])

    def _keep(self, raw: list[dict[str, Any]]) -> list[Shown]:
        known = {message.id for message in self.seen}
        new = [Shown.read(message) for message in raw]
        self.seen = sorted([*self.seen, *(m for m in new if m.id not in known)], key=lambda m: m.id)
        return new
