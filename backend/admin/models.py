"""Accounts of the personnel office."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from backend.core.database import Base


class AdminUser(Base):
    """`role`: bkd_admin, opd_admin (own `opd` only), auditor, operator."""

    __tablename__ = "admin_users"

    username: Mapped[str] = mapped_column(String(80), primary_key=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))
    opd: Mapped[str | None] = mapped_column(String(40))
    failed_attempts: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    created_at: Mapped[datetime]
