"""The worker: `python -m backend.worker`. Relays the outbox, reminds approvers, and hands over what
waits for absent ones, until SIGTERM.

Any number of workers may run on PostgreSQL; on SQLite one is enough. A worker that is killed
leaves leases behind: the next one on the same machine takes them over at once, others when they
run out.
"""

import asyncio
import logging
import os
import secrets
import signal
import socket
from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog

from backend.approvals.absence import hand_over_absent
from backend.core.clock import Clock, clock_from
from backend.core.database import Database
from backend.core.logs import configure_logging
from backend.core.settings import Settings, get_settings
from backend.documents.letters.press import LetterPress
from backend.documents.store import FileStore
from backend.notifications.claims import lease_owners, release
from backend.notifications.door import Door
from backend.notifications.relay import Relay
from backend.notifications.reminders import remind_overdue
from backend.notifications.retention import forget_sent

IDLE_SECONDS = 0.25
REMINDER_SECONDS = 60
RETENTION_SECONDS = 3600
PAUSE_AFTER_FAILURE = timedelta(seconds=2)

log = structlog.get_logger("sapa.worker")


def new_owner() -> str:
    """Who holds a lease: "<host>/<process>/<random>", at most 60 characters."""
    return f"{socket.gethostname()[:30]}/{os.getpid()}/{secrets.token_hex(4)}"


def is_gone(owner: str) -> bool:
    """Whether that worker ran on this machine and does not run any more."""
    host, _, rest = owner.partition("/")
    pid = rest.partition("/")[0]
    if host != socket.gethostname()[:30] or not pid.isdigit():
        return False
    return int(pid) == os.getpid() or not _is_running(int(pid))


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


async def run(settings: Settings, stop: asyncio.Event) -> None:
    """Works until `stop` is set; what is being delivered then is still recorded."""
    database = Database(settings.database)
    clock = clock_from(settings)
    door = Door(settings.bot_base_url, settings.service_token.get_secret_value())
    press = LetterPress(database, FileStore(settings.files_dir), clock, settings.public_base_url)
    relay = Relay(database, door, clock, owner=new_owner(), composers={"letter": press.message})
    try:
        await _take_over(database, clock)
        log.info("worker.ready")
        async with asyncio.TaskGroup() as loops:
            loops.create_task(_loop(stop, IDLE_SECONDS, relay.run_once))
            loops.create_task(_loop(stop, REMINDER_SECONDS, lambda: _remind(database, clock)))
            loops.create_task(_loop(stop, REMINDER_SECONDS, lambda: _stand_in(database, clock)))
            loops.create_task(_loop(stop, RETENTION_SECONDS, lambda: _forget(database, clock)))
    finally:
        await door.close()
        await database.dispose()
        log.info("worker.stopped")


async def _take_over(database: Database, clock: Clock) -> None:
    async with database.write() as session:
        gone = [owner for owner in await lease_owners(session) if is_gone(owner)]
        if gone:
            await release(session, owners=gone, now=clock.now())


async def _remind(database: Database, clock: Clock) -> int:
    async with database.write() as session:
        await remind_overdue(session, now=clock.now())
    return 0


async def _stand_in(database: Database, clock: Clock) -> int:
    await hand_over_absent(database, now=clock.now())
    return 0


async def _forget(database: Database, clock: Clock) -> int:
    async with database.write() as session:
        await forget_sent(session, now=clock.now())
    return 0


async def _loop(
    stop: asyncio.Event, idle_seconds: float, work: Callable[[], Awaitable[int]]
) -> None:
    """Repeats `work`, at once while it finds something to do, else after the idle pause."""
    while not stop.is_set():
        try:
            pause = 0.0 if await work() else idle_seconds
        except Exception:  # process loop: a database away for a minute must not end the worker
            log.exception("worker.failed")
            pause = PAUSE_AFTER_FAILURE.total_seconds()
        if pause:
            await _sleep(stop, pause)


async def _sleep(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), timeout=seconds)
    except TimeoutError:
        return


async def main() -> None:
    configure_logging()
    logging.getLogger("httpx").setLevel(logging.WARNING)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await run(get_settings(), stop)


if __name__ == "__main__":
    asyncio.run(main())
