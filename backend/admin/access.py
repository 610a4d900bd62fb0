"""Who may do what in the admin API, in one place; the same rule filters lists and single rows."""

from collections.abc import Callable, Coroutine
from enum import StrEnum
from typing import Annotated, Any

from fastapi import Depends
from fastapi.security import OAuth2PasswordBearer
from sqlalchemy import ColumnElement, true

from backend.admin.errors import NotAllowed, NotSignedIn
from backend.admin.models import AdminUser
from backend.admin.tokens import username_of
from backend.core.dependencies import AppDatabase, AppSettings, Now
from backend.employees.models import Employee
from backend.requests.models import Request


class Right(StrEnum):
    REQUESTS = "permohonan"
    OUTBOX = "pemberitahuan"
    REPLAY = "kirim_ulang"
    INVITE = "undangan"
    CALENDAR_EDIT = "kalender"
    AUDIT = "audit"


RIGHTS: dict[str, frozenset[Right]] = {
    "bkd_admin": frozenset(Right),
    "opd_admin": frozenset({Right.REQUESTS, Right.INVITE}),
    "auditor": frozenset({Right.REQUESTS, Right.OUTBOX, Right.AUDIT}),
    "operator": frozenset({Right.REQUESTS, Right.OUTBOX, Right.REPLAY, Right.INVITE}),
}

_bearer = OAuth2PasswordBearer("/admin/api/v1/token", auto_error=False)


async def current_admin(
    database: AppDatabase,
    settings: AppSettings,
    now: Now,
    token: Annotated[str | None, Depends(_bearer)],
) -> AdminUser:
    secret = settings.token_secret.get_secret_value()
    username = username_of(token, secret=secret, now=now) if token else None
    if username is None:
        raise NotSignedIn
    async with database.read() as session:
        user = await session.get(AdminUser, username)
    if user is None:
        raise NotSignedIn
    return user


CurrentAdmin = Annotated[AdminUser, Depends(current_admin)]


def holder_of(right: Right) -> Callable[[AdminUser], Coroutine[Any, Any, AdminUser]]:
    """A dependency: the signed-in account, refused with 403 unless its role has the right."""

    async def allowed(user: CurrentAdmin) -> AdminUser:
        if right not in RIGHTS.get(user.role, frozenset()):
            raise NotAllowed
        return user

    return allowed


def visible_requests(user: AdminUser) -> ColumnElement[bool]:
    return Request.opd == user.opd if user.role == "opd_admin" else true()


def sees_employee(user: AdminUser, employee: Employee) -> bool:
    return user.role != "opd_admin" or employee.opd == user.opd
