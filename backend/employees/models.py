"""People, their chat accounts, and invitations that link the two."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.core.database import Base


class Employee(Base):
    """A personnel record (aturan 1.6). `data` keeps the imported columns no query needs."""

    __tablename__ = "employees"

    nip: Mapped[str] = mapped_column(String(18), primary_key=True)
    kunci: Mapped[str | None] = mapped_column(String(60), index=True)
    nama: Mapped[str] = mapped_column(String(200))
    jenis_kelamin: Mapped[str] = mapped_column(String(1))
    tanggal_lahir: Mapped[date]
    status: Mapped[str] = mapped_column(String(10))
    golongan: Mapped[str] = mapped_column(String(8))
    jenis_jabatan: Mapped[str] = mapped_column(String(20))
    jenjang: Mapped[str] = mapped_column(String(30), default="")
    jabatan: Mapped[str] = mapped_column(String(200))
    opd: Mapped[str] = mapped_column(String(40), index=True)
    unit: Mapped[str] = mapped_column(String(200))
    peran: Mapped[list[Any]] = mapped_column(default=list)
    pola_hari_kerja: Mapped[int] = mapped_column(default=5)
    tmt_cpns: Mapped[date | None]
    tmt_pns: Mapped[date | None]
    tmt_kontrak: Mapped[date | None]
    akhir_kontrak: Mapped[date | None]
    atasan_nip: Mapped[str | None] = mapped_column(String(18), index=True)
    hp: Mapped[str | None] = mapped_column(String(20))
    email: Mapped[str | None] = mapped_column(String(200))
    active: Mapped[bool] = mapped_column(default=True)
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Account(Base):
    """A verified chat account. `conversation_id` is the opaque name Rasa knows it by."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("channel", "account_id"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    account_id: Mapped[str] = mapped_column(String(80))
    conversation_id: Mapped[str] = mapped_column(String(32), unique=True)
    nip: Mapped[str | None] = mapped_column(ForeignKey("employees.nip"), index=True)
    method: Mapped[str | None] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(12), default="unlinked")
    """unlinked, active, suspended"""
    verified_at: Mapped[datetime | None]
    last_seen_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Invitation(Base):
    """A one-time link from the personnel office; only the token's SHA-256 is stored."""

    __tablename__ = "invitations"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    nip: Mapped[str] = mapped_column(ForeignKey("employees.nip"))
    channel: Mapped[str] = mapped_column(String(16))
    created_by: Mapped[str] = mapped_column(String(80))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


Index("ix_employees_nama", Employee.nama)
