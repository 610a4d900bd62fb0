"""Tasks of approvers, the buttons that decide them, and decisions in the making."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.core.database import Base


class Task(Base):
    """One stage of one request, assigned to one person. `state`: open, done, void, or waiting: the
    stage after an open one of the same person, decided together with it (aturan 2.1).

    `decider` freezes name, NIP, title and unit at decision time (aturan 2.15 no. 32).
    """

    __tablename__ = "tasks"
    __table_args__ = (
        UniqueConstraint("request_id", "stage_key", "round"),
        Index("ix_tasks_assignee_state", "assignee_nip", "state"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    request_id: Mapped[str] = mapped_column(ForeignKey("requests.id"), index=True)
    stage_index: Mapped[int]
    stage_key: Mapped[str] = mapped_column(String(40))
    round: Mapped[int] = mapped_column(default=1)
    """Counts up when a request comes back after correction."""
    role: Mapped[str] = mapped_column(String(40))
    assignee_nip: Mapped[str] = mapped_column(ForeignKey("employees.nip"))
    on_behalf: Mapped[str | None] = mapped_column(String(40))
    """"ppk" when an officer of BKD records what the governor decided."""
    state: Mapped[str] = mapped_column(String(8), default="open")
    outcome: Mapped[str | None] = mapped_column(String(20))
    reason: Mapped[str | None] = mapped_column(String(1000))
    terms: Mapped[dict[str, Any] | None]
    decided_at: Mapped[datetime | None]
    decider: Mapped[dict[str, Any] | None]
    due: Mapped[date]
    reminded_at: Mapped[datetime | None]
    opened_at: Mapped[datetime]


class ActionToken(Base):
    """An opaque button handle `v1.a.<id>`: a hint, never an authority (CHANNELS 6.2)."""

    __tablename__ = "action_tokens"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    task_id: Mapped[str] = mapped_column(ForeignKey("tasks.id"), index=True)
    outcome: Mapped[str] = mapped_column(String(20))
    for_nip: Mapped[str] = mapped_column(String(18))
    created_at: Mapped[datetime]


class PendingDecision(Base):
    """A decision one person is still wording: its outcome is known, reason, terms or the final
    yes are missing. One per person. `step`: periode (the new terms), alasan, konfirmasi."""

    __tablename__ = "pending_decisions"

    nip: Mapped[str] = mapped_column(ForeignKey("employees.nip"), primary_key=True)
    task_id: Mapped[str] = mapped_column(ForeignKey("tasks.id"))
    outcome: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str | None] = mapped_column(String(1000))
    terms: Mapped[dict[str, Any] | None]
    step: Mapped[str] = mapped_column(String(12))
    created_at: Mapped[datetime]
