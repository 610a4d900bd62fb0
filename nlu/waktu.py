"""Today in WIB, on the clock all processes share.

The demonstration may start its clock at SAPA_NOW; SAPA_CLOCK_ANCHOR (epoch seconds) is the real
moment at which it showed that time, so that every process and restart agrees.
"""

import os
import time
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")


@lru_cache(maxsize=1)
def geseran() -> timedelta:
    """Business time minus real time; zero outside the demonstration."""
    mulai = os.environ.get("SAPA_NOW")
    if not mulai:
        return timedelta(0)
    saat = datetime.fromisoformat(mulai.replace("Z", "+00:00"))
    if saat.tzinfo is None:
        saat = saat.replace(tzinfo=WIB)
    jangkar = float(os.environ.get("SAPA_CLOCK_ANCHOR") or time.time())
    return saat - datetime.fromtimestamp(jangkar, WIB)


def hari_ini() -> date:
    return (datetime.now(WIB) + geseran()).date()
