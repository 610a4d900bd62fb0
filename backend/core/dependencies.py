"""What endpoints may ask for: settings, clock, database sessions, and the service token."""

import hmac
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Header, Request
from sqlalchemy.ext.asyncio import AsyncSession

from backend.core.clock import Clock
from backend.core.database import Database
from backend.core.errors import SapaError
from backend.core.settings import Settings


class NoServiceToken(SapaError):
    status = 401
    code = "tanpa_tanda_pengenal"
    headers = {"WWW-Authenticate": "Bearer"}  # noqa: RUF012  # constant of the class, never changed


def settings_of(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


def clock_of(request: Request) -> Clock:
    clock: Clock = request.app.state.clock
    return clock


def database_of(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


AppSettings = Annotated[Settings, Depends(settings_of)]
AppClock = Annotated[Clock, Depends(clock_of)]
AppDatabase = Annotated[Database, Depends(database_of)]


def now_of(clock: AppClock) -> datetime:
    return clock.now()


Now = Annotated[datetime, Depends(now_of)]
"""The moment of this call, aware, in WIB."""


async def read_session(database: AppDatabase) -> AsyncIterator[AsyncSession]:
    async with database.read() as session:
        yield session


async def write_session(database: AppDatabase) -> AsyncIterator[AsyncSession]:
    async with database.write() as session:
        yield session


# scope="function": the transaction is committed before the answer leaves, so that an answer never
# promises what a failing COMMIT then takes back.
ReadSession = Annotated[AsyncSession, Depends(read_session, scope="function")]
WriteSession = Annotated[AsyncSession, Depends(write_session, scope="function")]


def require_service(
    settings: AppSettings, authorization: Annotated[str, Header(max_length=500)] = ""
) -> None:
    """Lets only our own processes in. Put it on the router: `dependencies=[ServiceOnly]`."""
    expected = f"Bearer {settings.service_token.get_secret_value()}"
    if not hmac.compare_digest(authorization.encode(), expected.encode()):
        raise NoServiceToken("Permintaan ini tidak disertai tanda pengenal layanan yang sah.")


ServiceOnly = Depends(require_service)
