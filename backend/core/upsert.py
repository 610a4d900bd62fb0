"""`INSERT ... ON CONFLICT DO NOTHING`, which SQLite and PostgreSQL spell alike but apart."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from backend.core.database import Base


def insert_once(
    session: Session | AsyncSession, table: type[Base], values: Mapping[str, Any], *unique: str
) -> Insert:
    """A statement that inserts `values` unless a row with the same `unique` columns exists."""
    if session.get_bind().dialect.name == "sqlite":
        return (
            sqlite.insert(table).values(values).on_conflict_do_nothing(index_elements=list(unique))
        )
    return (
        postgresql.insert(table).values(values).on_conflict_do_nothing(index_elements=list(unique))
    )
