"""Brings the bot's tables to the newest revision; safe when several replicas start at once."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from bot.database import Database

_LOCK = 0x5A9B
"""Key of the advisory lock on PostgreSQL; on SQLite `BEGIN IMMEDIATE` is the lock."""


async def migrate(database: Database) -> None:
    """Runs the missing migrations in one transaction: all of them or none."""
    async with database.engine.execution_options(sapa_write=True).begin() as connection:
        if not database.is_sqlite:
            await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        await connection.run_sync(_upgrade)


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
