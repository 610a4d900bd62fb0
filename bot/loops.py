"""Process loops: what goes wrong in one round is counted and loud, and the next round comes."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.metrics import Metrics

log = logging.getLogger(__name__)


async def forever(
    name: str, seconds: float, action: Callable[[], Awaitable[object]], metrics: Metrics
) -> None:
    """Runs `action` again and again, with a pause of `seconds` after each."""
    while True:
        try:
            await action()
        except Exception:  # a process loop; counted and logged with its trace
            metrics.alerts.labels(f"loop_{name}").inc()
            log.exception("loop %s failed", name)
        await asyncio.sleep(seconds)
