"""Entitlement ledger: append-only entries; a balance is their sum."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.core.database import Base


class LedgerEntry(Base):
    """A stored `layanan.facts.Posting`; never updated, never deleted."""

    __tablename__ = "ledger_entries"
    __table_args__ = (Index("ix_ledger_entries_nip_account", "nip", "account"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    nip: Mapped[str] = mapped_column(ForeignKey("employees.nip"))
    account: Mapped[str] = mapped_column(String(40))
    bucket: Mapped[int]
    days: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    effective: Mapped[date]
    request_id: Mapped[str | None] = mapped_column(String(32), index=True)
    note: Mapped[str] = mapped_column(String(300), default="")
    created_at: Mapped[datetime]


class CalendarDay(Base):
    """A day an administrator adds to the state's calendar (aturan 3, implementation notes)."""

    __tablename__ = "calendar_days"

    tanggal: Mapped[date] = mapped_column(primary_key=True)
    jenis: Mapped[str] = mapped_column(String(20))
    nama: Mapped[str] = mapped_column(String(200))
    sumber: Mapped[str] = mapped_column(String(200))
