"""Uploaded files and the letters decisions end in."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.core.database import Base


class Document(Base):
    """A stored file. The path is `<files_dir>/<id[:2]>/<id>`; the user's own name is only shown."""

    __tablename__ = "documents"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    owner_nip: Mapped[str] = mapped_column(ForeignKey("employees.nip"), index=True)
    draft_id: Mapped[str | None] = mapped_column(String(32), index=True)
    request_id: Mapped[str | None] = mapped_column(String(32), index=True)
    field: Mapped[str | None] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(200))
    mime: Mapped[str] = mapped_column(String(80))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]


class Letter(Base):
    """The letter of a decided request. `data` freezes all it says at decision time; the PDF is
    rendered from it by the worker and its hash kept."""

    __tablename__ = "letters"

    request_id: Mapped[str] = mapped_column(ForeignKey("requests.id"), primary_key=True)
    number: Mapped[str] = mapped_column(String(80), unique=True)
    verify_token: Mapped[str] = mapped_column(String(22), unique=True)
    template: Mapped[str] = mapped_column(String(40))
    data: Mapped[dict[str, Any]]
    document_id: Mapped[str | None] = mapped_column(ForeignKey("documents.id"))
    issued_at: Mapped[datetime]
