"""Conversations of Telegram accounts, as the backend names them, kept for some minutes."""

import time
from collections import OrderedDict

from telegram import User

from bot.backend import Account, Backend
from bot.telegram.updates import SOURCE

LIFE_SECONDS = 300
REMEMBERED = 10_000


class Accounts:
    """Saves one call per message. A conversation keeps its name, so a stale entry only delays
    that the backend hears of a changed display name."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._known: OrderedDict[int, tuple[float, Account]] = OrderedDict()

    async def of(self, user: User) -> Account:
        known = self._known.get(user.id)
        if known is not None and known[0] > time.monotonic():
            return known[1]
        account = await self._backend.resolve(SOURCE, str(user.id), user.full_name[:100])
        self.learn(user, account)
        return account

    def learn(self, user: User, account: Account) -> None:
        self._known.pop(user.id, None)
        self._known[user.id] = (time.monotonic() + LIFE_SECONDS, account)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
