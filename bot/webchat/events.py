"""Server-sent events: every new bubble, and (demonstration) how much came for everybody."""

import json
from collections.abc import AsyncIterator
from typing import Any

from bot.bell import Bell
from bot.database import Database
from bot.webchat import history
from bot.webchat.channel import PEOPLE, chat_bell
from bot.webchat.views import Link, view

HEARTBEAT_SECONDS = 15.0
PROBE_SECONDS = 1.0


async def stream(
    database: Database,
    bell: Bell,
    link: Link,
    conversation_id: str,
    after: int | None,
    *,
    with_own: bool,
    people: bool,
) -> AsyncIterator[str]:
    """Without `after`, from now on. `people` adds events named "people" with the
    counts of unasked messages by account."""
    names = (chat_bell(conversation_id), PEOPLE) if people else (chat_bell(conversation_id),)
    counts: dict[str, int] | None = None
    pause = HEARTBEAT_SECONDS if database.is_sqlite else PROBE_SECONDS
    quiet = 0.0
    with bell.listening(*names) as ear:
        yield "retry: 1500\n\n"
        if after is None:
            async with database.read() as session:
                after = await history.newest_id(session, conversation_id)
        while True:
            async with database.read() as session:
                rows = await history.since(session, conversation_id, after, with_own=with_own)
                now_counts = await history.unasked(session) if people else None
            for row in rows:
                after = row.id
                yield _event(view(row, link), id=row.id)
            if now_counts != counts:
                counts = now_counts
                yield _event(counts, event="people")
            quiet = 0.0 if rows else quiet + pause
            if quiet > HEARTBEAT_SECONDS:
                quiet = 0.0
                yield ": hidup\n\n"
            await ear.hear(pause)


def _event(data: Any, **fields: Any) -> str:
    head = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"{head}data: {json.dumps(data, ensure_ascii=False)}\n\n"
