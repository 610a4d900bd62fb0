"""The one place of the bot that reads the machine's clock; the demonstration may shift it."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.settings import Settings

WIB = ZoneInfo("Asia/Jakarta")


@dataclass(frozen=True, slots=True)
class Clock:
    """Real time plus a fixed offset (zero outside the demonstration)."""

    offset: timedelta = timedelta(0)

    def now(self) -> datetime:
        """Aware time in WIB."""
        return datetime.now(WIB) + self.offset


def clock_from(settings: Settings) -> Clock:
    if settings.now is None:
        return Clock()
    start = settings.now if settings.now.tzinfo else settings.now.replace(tzinfo=WIB)
    anchor = settings.clock_anchor if settings.clock_anchor is not None else time.time()
    return Clock(start - datetime.fromtimestamp(anchor, WIB))
