"""The guided form of one person for one service, until it is submitted."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.core.database import Base


class Draft(Base):
    """`status`: open, submitted, cancelled, or held: what was said for a new form while another is
    open, until the person has chosen between the two. `asked` is the field waiting for an answer,
    `ringkasan` when the summary waits for a yes, `ubah_apa` when a correction must be named.
    `correcting` is the field being corrected, if any."""

    __tablename__ = "drafts"
    __table_args__ = (Index("ix_drafts_nip_status", "nip", "status"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    nip: Mapped[str] = mapped_column(ForeignKey("employees.nip"))
    layanan: Mapped[str] = mapped_column(String(20))
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    asked: Mapped[str | None] = mapped_column(String(40))
    correcting: Mapped[str | None] = mapped_column(String(40))
    misunderstood: Mapped[int] = mapped_column(default=0)
    status: Mapped[str] = mapped_column(String(12), default="open")
    revises: Mapped[str | None] = mapped_column(String(32))
    """The request returned for correction that this draft mends."""
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
