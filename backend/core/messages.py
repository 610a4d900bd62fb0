"""The neutral message: what the backend says, before a channel renders it."""

from pydantic import BaseModel, Field


class Choice(BaseModel):
    """One button. `payload` is opaque to everybody but the backend's `/v1/buttons` door."""

    label: str
    payload: str


class DocumentRef(BaseModel):
    id: str
    name: str


class Message(BaseModel):
    """Text in good Indonesian; `*tebal*` is the only markup. `quote` marks what a quoted reply
    to this message is about (for example `tugas:<id>`)."""

    text: str
    choices: list[Choice] = Field(default_factory=list)
    document: DocumentRef | None = None
    quote: str | None = None


class Awaiting(BaseModel):
    """What the conversation waits for. `isian` is the kind of answer, as Rasa's slot knows it:
    pilihan, tanggal, teks, telepon, dokumen, konfirmasi, or keputusan (a decision being made)."""

    isian: str
    draft_id: str | None = None
    layanan: str | None = None
    field: str | None = None


class Reply(BaseModel):
    """Answer of every conversational endpoint. `awaiting` is the state after this turn, and null
    when nothing is being filled in."""

    messages: list[Message] = Field(default_factory=list)
    awaiting: Awaiting | None = None
