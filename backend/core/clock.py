"""The one place of the backend that reads the machine's clock.

Business code gets times as arguments. The demonstration can start its clock at SAPA_NOW;
SAPA_CLOCK_ANCHOR (epoch seconds, set by `make run`) keeps all processes and restarts in step.
"""

import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from backend.core.settings import Settings

WIB = ZoneInfo("Asia/Jakarta")


@dataclass(frozen=True, slots=True)
class Clock:
    """Business time: real time plus a fixed offset (zero outside the demonstration)."""

    offset: timedelta = timedelta(0)

    def now(self) -> datetime:
        """Aware time in WIB."""
        return datetime.now(WIB) + self.offset

    def today(self) -> date:
        return self.now().date()


def clock_from(settings: Settings) -> Clock:
    if settings.now is None:
        return Clock()
    start = settings.now if settings.now.tzinfo else settings.now.replace(tzinfo=WIB)
    anchor = settings.clock_anchor if settings.clock_anchor is not None else time.time()
    return Clock(start - datetime.fromtimestamp(anchor, WIB))
