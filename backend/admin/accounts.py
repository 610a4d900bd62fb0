"""Accounts of the personnel office: making them, signing in, being locked out."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.admin.models import AdminUser
from backend.admin.passwords import hash_password, matches
from backend.audit.service import record
from backend.core.database import Database
from backend.core.upsert import insert_once

ROLES = ("bkd_admin", "opd_admin", "auditor", "operator")
FIRST_ADMIN = "admin"
MAX_FAILURES = 5
LOCKED_FOR = timedelta(minutes=15)


async def ensure_admin(database: Database, password: str, now: datetime) -> None:
    """The account `admin` exists and has this password; a changed setting changes it."""
    async with database.read() as session:
        admin = await session.get(AdminUser, FIRST_ADMIN)
    if admin is not None and await matches(password, admin.password_hash):
        return
    await save_admin(
        database, username=FIRST_ADMIN, password=password, role="bkd_admin", opd=None, now=now
    )


async def save_admin(
    database: Database,
    *,
    username: str,
    password: str,
    role: str,
    opd: str | None,
    now: datetime,
) -> None:
    """Makes the account or gives it a new password, role and unit; a lock is lifted."""
    password_hash = await hash_password(password)
    values = {
        "username": username,
        "password_hash": password_hash,
        "role": role,
        "opd": opd,
        "failed_attempts": 0,
        "created_at": now,
    }
    async with database.write() as session:
        await session.execute(insert_once(session, AdminUser, values, "username"))
        user = await _locked(session, username)
        if user is None:
            raise LookupError(username)
        user.password_hash, user.role, user.opd = password_hash, role, opd
        user.failed_attempts, user.locked_until = 0, None
        await record(
            session,
            now=now,
            actor="sistem",
            action="admin.simpan",
            subject=f"admin:{username}",
            data={"role": role, "opd": opd},
        )


async def sign_in(
    database: Database, *, username: str, password: str, now: datetime
) -> AdminUser | None:
    """The account when name and password are right and it is not locked.

    Five wrong passwords lock it for 15 minutes, counted in the database. The password is checked
    with no session open; the lock is looked at again when the result is written.
    """
    async with database.read() as session:
        found = await session.get(AdminUser, username)
    right = await matches(password, found.password_hash if found else None)
    if found is None:
        return None
    async with database.write() as session:
        user = await _locked(session, username)
        if user is None or (user.locked_until is not None and user.locked_until > now):
            return None
        if not right:
            await _count_failure(session, user, now)
            return None
        user.failed_attempts, user.locked_until = 0, None
        await record(
            session,
            now=now,
            actor=f"admin:{username}",
            action="admin.masuk",
            subject=f"admin:{username}",
            data={},
        )
        return user


async def _count_failure(session: AsyncSession, user: AdminUser, now: datetime) -> None:
    user.failed_attempts += 1
    if user.failed_attempts < MAX_FAILURES:
        return
    user.failed_attempts, user.locked_until = 0, now + LOCKED_FOR
    await record(
        session,
        now=now,
        actor="sistem",
        action="admin.kunci",
        subject=f"admin:{user.username}",
        data={"failures": MAX_FAILURES},
    )


async def _locked(session: AsyncSession, username: str) -> AdminUser | None:
    return await session.scalar(
        select(AdminUser)
        .where(AdminUser.username == username)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
