"""What the web chat's doors do, without HTTP: taking messages and files, waiting for answers."""

import time
import uuid
from typing import Any

from bot import inbox
from bot.backend import Backend
from bot.bell import Bell
from bot.cleaning import clean_text
from bot.clock import Clock
from bot.database import Database
from bot.errors import Outage, Refusal
from bot.guard import MAX_CHARS, strip_invisible
from bot.inbox import Arrival, Limits, Received
from bot.lanes import Lanes
from bot.messages import plain
from bot.metrics import Metrics
from bot.models import State, WebMessage
from bot.texts import EMPTY_FILE, FILE_NOT_STORED, TOO_FAST, file_too_big
from bot.webchat import history
from bot.webchat.channel import chat_bell
from bot.webchat.tokens import Session

WAIT_SECONDS = 25.0
LOOK_SECONDS = 1.0
"""Between two looks at the database when no bell rings (another replica may have answered)."""


class Desk:
    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        bell: Bell,
        lanes: Lanes,
        backend: Backend,
        metrics: Metrics,
        limits: Limits,
        max_bytes: int,
    ) -> None:
        self._database = database
        self._clock = clock
        self._bell = bell
        self._lanes = lanes
        self._backend = backend
        self._metrics = metrics
        self._limits = limits
        self._max_bytes = max_bytes

    async def text(
        self, who: Session, text: str, reply_to: int | None, client_id: str | None
    ) -> list[WebMessage]:
        kept = text[: MAX_CHARS + 1]  # enough to know that it is too long
        shown = {"text": kept, "document": None, "reply_to": reply_to, "client_id": client_id}
        body = {"text": kept, "reply_to": reply_to}
        return await self._take(who, body, shown, client_id)

    async def press(self, who: Session, handle: str, client_id: str | None) -> list[WebMessage]:
        async with self._database.read() as session:
            label = await history.label_of(session, who.conversation_id, handle)
        shown = {"text": label, "document": None, "reply_to": None, "client_id": client_id}
        return await self._take(who, {"payload": handle[:200]}, shown, client_id)

    async def file(
        self, who: Session, name: str, mime: str, content: bytes, client_id: str | None
    ) -> list[WebMessage]:
        """The backend stores it before a turn begins; a refusal is an answer like any other."""
        name = file_name(name)
        key = client_id or uuid.uuid4().hex
        shown = {"text": "", "document": name, "reply_to": None, "client_id": key}
        if not content:
            return await self._say(who, shown, EMPTY_FILE)
        if len(content) > self._max_bytes:
            return await self._say(who, shown, file_too_big(self._max_bytes))
        try:
            stored = await self._backend.store(
                who.conversation_id, name, mime, content, f"web:{who.conversation_id}:{key}"
            )
        except Refusal as refusal:
            return await self._say(who, shown, refusal.message)
        except Outage:
            return await self._say(who, shown, FILE_NOT_STORED)
        return await self._take(who, {"document": stored}, shown, key)

    async def _take(
        self, who: Session, body: dict[str, Any], shown: dict[str, Any], client_id: str | None
    ) -> list[WebMessage]:
        """Stores, lets the lane work, answers with what was said; [] when it takes too long."""
        chat = who.conversation_id
        arrival = Arrival(
            "web",
            f"{chat}:{client_id or uuid.uuid4().hex}",
            f"web:{chat}",
            {**body, "nip": who.nip},
            chat,
        )
        with self._bell.listening(chat_bell(chat)) as ear:
            received = await self._receive(who, arrival, shown)
            self._lanes.received(arrival.lane, received.claim)
            until = time.monotonic() + WAIT_SECONDS
            while (left := until - time.monotonic()) > 0:
                await ear.hear(min(left, LOOK_SECONDS))
                async with self._database.read() as session:
                    answers = await history.answers_of(session, arrival.lane, received.id)
                if answers is not None:
                    return answers
        return []

    async def _receive(self, who: Session, arrival: Arrival, shown: dict[str, Any]) -> Received:
        now = self._clock.now()
        async with self._database.write() as session:
            received = await inbox.receive(session, arrival, now, self._limits, self._lanes.owner)
            if received.new and received.state is not State.THROTTLED:
                await history.append_own(
                    session, who.conversation_id, who.nip, shown, now, inbox_id=received.id
                )
        if received.state is State.THROTTLED:
            self._metrics.refused.labels("web", "too_fast").inc()
            raise Refusal(429, "terlalu_cepat", TOO_FAST)
        if received.new:
            self._metrics.received.labels("web", received.state).inc()
        else:
            self._bell.ring(chat_bell(who.conversation_id))  # a repeated call looks at once
        return received

    async def _say(self, who: Session, shown: dict[str, Any], text: str) -> list[WebMessage]:
        """An answer of the bot's own to something that never became a turn."""
        now = self._clock.now()
        async with self._database.write() as session:
            await history.append_own(session, who.conversation_id, who.nip, shown, now)
            said = await history.append(session, who.conversation_id, who.nip, plain(text), now)
            rows = await history.since(session, who.conversation_id, said - 1, with_own=False)
        self._bell.ring(chat_bell(who.conversation_id))
        return rows


def file_name(given: str) -> str:
    """The last part of a path, readable and short, with its extension."""
    name = (
        strip_invisible(clean_text(given).replace("\\", "/").rpartition("/")[2]).strip(" .")
        or "berkas"
    )
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension) > 10:
        return name[:100]
    return f"{stem[:90]}.{extension}"
