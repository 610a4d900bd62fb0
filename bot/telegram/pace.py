"""Telegram's unwritten limits: about 25 messages a second in all, one a second in a chat.

A `429` holds that chat; a second one from another chat within five seconds holds everybody.
Times are seconds of a monotonic clock.
"""

import asyncio
import time
from collections import OrderedDict
from datetime import timedelta

from bot.errors import Held

PER_SECOND = 25
CHAT_BURST = 3
TOO_SOON = 5.0
LONGEST_WAIT = 5.0
REMEMBERED_CHATS = 10_000


class Pace:
    def __init__(self) -> None:
        self._next = 0.0
        self._chats: OrderedDict[int, float] = OrderedDict()
        """When the chat's bucket is full again."""
        self._held: dict[int, float] = {}
        self._all_held = 0.0
        self._last_refused: tuple[int, float] | None = None

    async def wait(self, chat: int) -> None:
        """Until this chat may be written to. Raises Held when that takes too long."""
        now = time.monotonic()
        held = max(self._held.get(chat, 0.0), self._all_held) - now
        if held > 0:
            raise Held(timedelta(seconds=held), "too many requests")
        pause = max(self._take_overall(now), self._take_of_chat(chat, now))
        if pause > LONGEST_WAIT:
            raise Held(timedelta(seconds=pause), "own pace")
        if pause > 0:
            await asyncio.sleep(pause)

    def refused(self, chat: int, seconds: float) -> None:
        """Telegram answered 429 for this chat."""
        now = time.monotonic()
        self._held = {c: until for c, until in self._held.items() if until > now}
        self._held[chat] = now + seconds
        before = self._last_refused
        if before and before[0] != chat and now - before[1] < TOO_SOON:
            self._all_held = now + seconds
        self._last_refused = (chat, now)

    def _take_overall(self, now: float) -> float:
        self._next = max(self._next, now) + 1 / PER_SECOND
        return max(0.0, self._next - now - 1)  # a second's worth may go at once

    def _take_of_chat(self, chat: int, now: float) -> float:
        full = max(self._chats.pop(chat, now), now) + 1
        self._chats[chat] = full
        if len(self._chats) > REMEMBERED_CHATS:
            self._chats.popitem(last=False)
        return max(0.0, full - now - CHAT_BURST)
