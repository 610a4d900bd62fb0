"""Tables every feature uses: numbers drawn once, and answers given once."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from backend.core.database import Base


class Counter(Base):
    """A gapless sequence by name ("request:X:2026"), drawn inside the caller's transaction."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[int]


class IdempotentAnswer(Base):
    """The stored answer of a call that was made under an Idempotency-Key."""

    __tablename__ = "idempotent_answers"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    status: Mapped[int]
    body: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
