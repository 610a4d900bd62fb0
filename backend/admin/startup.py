"""The first admin account, made when the backend starts."""

from datetime import datetime

import structlog
from sqlalchemy.exc import OperationalError, ProgrammingError

from backend.admin.accounts import ensure_admin
from backend.core.database import Database
from backend.core.settings import Settings

log = structlog.get_logger("sapa.admin")


async def admin_at_start(database: Database, settings: Settings, now: datetime) -> None:
    """Gives `admin` the configured password. Without tables the backend starts all the same and
    `/readyz` says that it was not migrated; the account is made at the next start."""
    try:
        await ensure_admin(database, settings.admin_password.get_secret_value(), now)
    except (OperationalError, ProgrammingError):
        log.error("admin.not_made", exc_info=True)
