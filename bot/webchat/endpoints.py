"""The web chat's HTTP doors. The contract is in `docs/architecture.md`."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Header, Query, Response, UploadFile
from fastapi.responses import FileResponse, RedirectResponse, StreamingResponse
from pydantic import BaseModel, Field, StringConstraints, field_validator, model_validator

from bot.cleaning import clean_text
from bot.errors import Refusal
from bot.parts import Parts, parts_of
from bot.texts import (
    DEMO_ONLY,
    FILE_NOT_FOUND,
    LINK_EXPIRED,
    SIGN_IN_AGAIN,
    TOO_MANY_WINDOWS,
)
from bot.webchat import events, history
from bot.webchat.channel import chat_bell
from bot.webchat.tokens import Session, read_file, read_session, sign_session
from bot.webchat.views import view

WEB = Path(__file__).parent.parent / "web"

MAX_EARS = 40
"""Live streams and waiting calls of one person; a browser with a dozen windows stays below."""

router = APIRouter()
PartsOf = Annotated[Parts, Depends(parts_of)]
Everything = Annotated[bool, Query(alias="semua")]


ClientId = Annotated[str, StringConstraints(pattern=r"^[!-~]([ -~]{0,62}[!-~])?$")]
"""Travels on in headers, as part of the key that makes a repeated turn harmless."""

MessageId = Annotated[int, Field(ge=0, le=2**53)]


class SignIn(BaseModel):
    nip: str = Field(min_length=1, max_length=40)


class Said(BaseModel):
    text: str | None = None
    payload: str | None = None
    reply_to: MessageId | None = None
    client_id: ClientId | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> "Said":
        if (self.text is None) == (self.payload is None):
            raise ValueError("text or payload")
        return self

    @field_validator("text", "payload")
    @classmethod
    def _storable(cls, given: str | None) -> str | None:
        return None if given is None else clean_text(given)


def signed_in(parts: PartsOf, authorization: Annotated[str, Header()] = "") -> Session:
    scheme, _, token = authorization.partition(" ")
    session = None
    if scheme.lower() == "bearer":
        session = read_session(token.strip(), parts.session_key, parts.clock.now())
    if session is None:
        parts.metrics.refused.labels("web", "token").inc()
        raise Refusal(401, "token_tidak_sah", SIGN_IN_AGAIN)
    return session


def demo_only(parts: PartsOf) -> None:
    if not parts.settings.demo:
        raise Refusal(403, "hanya_peragaan", DEMO_ONLY)


SignedIn = Annotated[Session, Depends(signed_in)]


@router.get("/", include_in_schema=False)
async def root() -> RedirectResponse:
    return RedirectResponse("/chat")


@router.get("/chat", include_in_schema=False)
async def page() -> FileResponse:
    return FileResponse(WEB / "chat.html", headers={"Cache-Control": "no-cache"})


@router.post("/web/session", dependencies=[Depends(demo_only)])
async def sign_in(body: SignIn, parts: PartsOf) -> dict[str, str]:
    account = await parts.backend.demo(body.nip)
    who = Session(account.conversation_id, body.nip, account.name or "")
    now = parts.clock.now()
    token = sign_session(who, parts.session_key, now)
    return {"token": token, "nama": who.nama, "sekarang": now.isoformat(timespec="seconds")}


@router.get("/web/people", dependencies=[Depends(demo_only)])
async def people(parts: PartsOf) -> list[dict[str, Any]]:
    """The people of the demonstration; `tiba` counts the unasked messages that ever came."""
    known = await parts.backend.people()
    await parts.presence.of(known)
    async with parts.database.read() as session:
        counts = await history.unasked(session)
    return [{**person.model_dump(), "tiba": counts.get(person.nip, 0)} for person in known]


@router.post("/web/messages")
async def say(body: Said, who: SignedIn, parts: PartsOf) -> dict[str, Any]:
    if body.payload is not None:
        rows = await parts.desk.press(who, body.payload, body.client_id)
    else:
        rows = await parts.desk.text(who, body.text or "", body.reply_to, body.client_id)
    return {"messages": [view(row, parts.file_link) for row in rows]}


@router.post("/web/files")
async def send_file(
    file: UploadFile,
    who: SignedIn,
    parts: PartsOf,
    client_id: Annotated[ClientId | None, Form()] = None,
) -> dict[str, Any]:
    content = await file.read(parts.settings.upload_max_bytes + 1)
    mime = file.content_type or "application/octet-stream"
    rows = await parts.desk.file(who, file.filename or "", mime, content, client_id)
    return {"messages": [view(row, parts.file_link) for row in rows]}


@router.get("/web/messages")
async def messages(
    who: SignedIn,
    parts: PartsOf,
    after: Annotated[MessageId, Query()] = 0,
    everything: Everything = False,
) -> dict[str, Any]:
    """Everything since `after`; with `semua=1` what the person wrote, too."""
    async with parts.database.read() as session:
        rows = await history.since(session, who.conversation_id, after, with_own=everything)
    return {"messages": [view(row, parts.file_link) for row in rows]}


@router.get("/web/events")
async def live(
    who: SignedIn,
    parts: PartsOf,
    after: Annotated[MessageId | None, Query()] = None,
    last_event_id: Annotated[MessageId | None, Header()] = None,
    everything: Everything = False,
) -> StreamingResponse:
    if parts.bell.ears(chat_bell(who.conversation_id)) >= MAX_EARS:
        parts.metrics.refused.labels("web", "streams").inc()
        raise Refusal(429, "terlalu_banyak_sambungan", TOO_MANY_WINDOWS)
    start = last_event_id if last_event_id is not None else after
    body: AsyncIterator[str] = events.stream(
        parts.database,
        parts.bell,
        parts.file_link,
        who.conversation_id,
        start,
        with_own=everything,
        people=everything and parts.settings.demo,
    )
    headers = {"X-Accel-Buffering": "no"}
    return StreamingResponse(body, media_type="text/event-stream", headers=headers)


@router.get("/web/files/{document_id}")
async def download(
    document_id: str, parts: PartsOf, kunci: Annotated[str, Query(max_length=600)] = ""
) -> Response:
    """The backend decides again whether this conversation may see the document."""
    chat = read_file(kunci, document_id, parts.file_key, parts.clock.now())
    if chat is None:
        raise Refusal(403, "tautan_kedaluwarsa", LINK_EXPIRED)
    try:
        content = await parts.backend.document(chat, document_id)
    except Refusal as refusal:
        raise Refusal(404, "tidak_ditemukan", FILE_NOT_FOUND) from refusal
    name = await _name(parts, chat, document_id)
    return Response(
        content.body,
        media_type=content.mime,
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "Content-Security-Policy": "sandbox",
        },
    )


async def _name(parts: Parts, conversation_id: str, document_id: str) -> str:
    async with parts.database.read() as session:
        rows = await history.since(session, conversation_id, 0, with_own=False)
    for row in reversed(rows):
        document = row.body.get("document")
        if document and document["id"] == document_id:
            return str(document["name"])
    return "berkas"
