"""Submitted requests and what happened to them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.core.database import Base


class Request(Base):
    """`draft_id` is the idempotency key of the submission; `version` guards every change.

    `answers` are the terms in force (a PERUBAHAN accepted by the applicant replaces them);
    `summary` freezes what he confirmed: {"title", "lines": [{"label", "value"}], "numbers"}.
    `stages` freezes the approval way: [{"key", "role", "title", "outcomes", "working_days",
    "decides"}].
    """

    __tablename__ = "requests"
    __table_args__ = (
        Index("ix_requests_nip_layanan", "nip", "layanan"),
        Index("ix_requests_status_submitted", "status", "submitted_at"),
        Index("ix_requests_opd_submitted", "opd", "submitted_at"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[str] = mapped_column(String(30), unique=True)
    draft_id: Mapped[str] = mapped_column(String(32), unique=True)
    nip: Mapped[str] = mapped_column(ForeignKey("employees.nip"))
    opd: Mapped[str] = mapped_column(String(40))
    layanan: Mapped[str] = mapped_column(String(20))
    jenis: Mapped[str] = mapped_column(String(40))
    answers: Mapped[dict[str, Any]]
    proposed: Mapped[dict[str, Any] | None]
    """New terms of a PERUBAHAN, waiting for the applicant."""
    summary: Mapped[dict[str, Any]]
    stages: Mapped[list[Any]]
    stage_index: Mapped[int] = mapped_column(default=0)
    status: Mapped[str] = mapped_column(String(30))
    mulai: Mapped[date | None]
    selesai: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)
    submitted_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class RequestEvent(Base):
    """One line of the timeline, written in the same transaction as the fact."""

    __tablename__ = "request_events"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    request_id: Mapped[str] = mapped_column(ForeignKey("requests.id"), index=True)
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(40))
    actor_nip: Mapped[str | None] = mapped_column(String(18))
    text: Mapped[str] = mapped_column(String(1000))
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)
