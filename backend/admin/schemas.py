"""What the admin API takes and gives."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from backend.admin.paging import Sort
from backend.layanan.facts import JenisLibur


class SignIn(BaseModel):
    model_config = ConfigDict(
        json_schema_extra={"examples": [{"username": "admin", "password": "kata-sandi-rahasia"}]}
    )
    username: str = Field(max_length=80)
    password: str = Field(max_length=200)


class Token(BaseModel):
    access_token: str
    token_type: str = "bearer"  # noqa: S105  # the scheme's name, not a secret
    expires_in: int = Field(description="Detik sampai kedaluwarsa", examples=[1800])


class RequestQuery(BaseModel):
    """Filters, order and page of the list of requests."""

    model_config = ConfigDict(extra="forbid")
    status: list[str] = Field(default=[], max_length=20)
    layanan: str | None = Field(default=None, max_length=20)
    opd: str | None = Field(default=None, max_length=40, examples=["Diskominfo"])
    nip: str | None = Field(default=None, pattern=r"^\d{18}$")
    q: str | None = Field(default=None, max_length=100, description="Bagian nomor atau nama")
    since: date | None = Field(default=None, alias="from", description="Diajukan mulai")
    until: date | None = Field(default=None, alias="to", description="Diajukan sampai dengan")
    sort: Sort = Sort.NEWEST
    cursor: str | None = Field(default=None, max_length=300)
    limit: int = Field(default=50, ge=1, le=200)


class RequestRow(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    number: str = Field(examples=["ABC-2026-000123"])
    layanan: str
    jenis: str
    title: str
    status: str
    nip: str
    nama: str
    opd: str
    mulai: date | None
    selesai: date | None
    submitted_at: datetime
    closed_at: datetime | None


class RequestPage(BaseModel):
    items: list[RequestRow]
    next: str | None = Field(description="Penanda halaman berikutnya; null bila habis")


class SummaryLine(BaseModel):
    label: str
    value: str


class TimelineEntry(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    at: datetime
    kind: str
    actor_nip: str | None
    text: str


class TaskRow(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: str
    stage_key: str
    round: int
    role: str
    assignee_nip: str
    on_behalf: str | None
    state: str
    outcome: str | None
    reason: str | None
    due: date
    opened_at: datetime
    decided_at: datetime | None
    decider: dict[str, Any] | None


class DocumentRow(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: str
    field: str | None
    name: str
    mime: str
    size: int
    sha256: str
    created_at: datetime


class LetterRow(BaseModel):
    number: str
    issued_at: datetime
    verify_url: str


class RequestDetail(RequestRow):
    summary: list[SummaryLine]
    timeline: list[TimelineEntry]
    tasks: list[TaskRow]
    documents: list[DocumentRow]
    letter: LetterRow | None


class OutboxRow(BaseModel):
    """Without the text: what people are told is not the operator's business."""

    model_config = ConfigDict(from_attributes=True)
    id: int
    kind: str
    to_nip: str
    state: str
    attempts: int
    next_at: datetime
    last_error: str | None
    created_at: datetime
    sent_at: datetime | None


class NewInvitation(BaseModel):
    channel: Annotated[str, Field(pattern="^(telegram|whatsapp|web)$", examples=["telegram"])]


class InvitationToken(BaseModel):
    token: str = Field(description="Hanya ditampilkan sekali ini")
    nip: str
    channel: str
    expires_at: datetime


class CalendarDayBody(BaseModel):
    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "examples": [
                {
                    "tanggal": "2026-11-30",
                    "jenis": "libur_daerah",
                    "nama": "Pemilihan kepala daerah",
                    "sumber": "Keputusan Gubernur 123/2026",
                }
            ]
        },
    )
    tanggal: date
    jenis: JenisLibur
    nama: str = Field(min_length=3, max_length=200)
    sumber: str = Field(min_length=3, max_length=200)


class AuditVerdict(BaseModel):
    sound: bool
    entries: int
    first_bad: int | None
