"""Alembic's entry. `backend.migrate` passes its connection in; the alembic command makes one."""

import asyncio
from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection
from sqlalchemy.types import TypeEngine

from backend.core.database import AwareDateTime, Database
from backend.core.settings import get_settings
from backend.models import metadata


def render_item(kind: str, item: object, autogen_context: AutogenContext) -> str | Literal[False]:
    """Migrations name SQLAlchemy's own types, so that they keep working when ours change."""
    if kind != "type" or not isinstance(item, TypeEngine):
        return False
    if isinstance(item, AwareDateTime):
        return "sa.DateTime(timezone=True)"
    if "postgresql" in getattr(item, "_variant_mapping", {}):
        autogen_context.imports.add("from sqlalchemy.dialects.postgresql import JSONB")
        return 'sa.JSON().with_variant(JSONB(), "postgresql")'
    return False


def ours(name: str | None, kind: str, parents: object) -> bool:
    """The bot and Rasa keep tables of their own in the same PostgreSQL database."""
    return kind != "table" or name in metadata.tables


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_item=render_item,
        include_name=ours,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def run_with_own_connection() -> None:
    database = Database(get_settings().database)
    async with database.engine.execution_options(sapa_write=True).begin() as connection:
        await connection.run_sync(run)
    await database.dispose()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    asyncio.run(run_with_own_connection())
