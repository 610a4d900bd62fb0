"""Stand-ins for Rasa and the backend: other processes, of which the bot knows only the contract.

Rasa repeats what it understood; some words make it misbehave. The backend keeps accounts, files,
and the effects of turns by their event id, as the real one does.
"""

import asyncio
import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI, Request, UploadFile
from fastapi.responses import JSONResponse, Response

from tests.support.serving import serving

PEOPLE = {
    "199302182019032001": "Rina Marlina",
    "197904252005011001": "Dedi Supriadi",
}
PDF = b"%PDF-1.7\n% surat\n"


@dataclass
class Turn:
    sender: str
    message: str
    event_id: str
    quote: str | None


@dataclass
class Neighbours:
    """What happened, and what should go wrong. Changed by the test, read by the servers."""

    token: str = "rahasia-layanan"
    turns: list[Turn] = field(default_factory=list)
    effects: Counter[str] = field(default_factory=Counter)
    """Times each turn had its effect, by event id; the real backend keeps it at one."""
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)
    redeemed: list[tuple[str, str]] = field(default_factory=list)
    contacts: list[tuple[str, str]] = field(default_factory=list)
    backend_down: bool = False
    rasa_down: bool = False
    silent: int = 0
    """How many of the next turns are answered with `[]`."""
    forget: bool = False
    """Whether a silent turn is missing in the tracker, too."""
    seconds: float = 0.0
    together: Counter[str] = field(default_factory=Counter)
    most_together: int = 0
    extra: dict[str, Any] = field(default_factory=dict)
    """Answers of Rasa for certain messages."""
    url: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def heard(self) -> list[str]:
        return [turn.message for turn in self.turns]

    def wait_turns(self, count: int, seconds: float = 10) -> None:
        until = time.monotonic() + seconds
        while len(self.turns) < count:
            assert time.monotonic() < until, f"{len(self.turns)} turns, not {count}"
            time.sleep(0.02)


@contextmanager
def neighbours() -> Iterator[Neighbours]:
    state = Neighbours()
    app = FastAPI()
    _rasa(app, state)
    _backend(app, state)
    _accounts(app, state)
    _documents(app, state)
    with serving(app) as url:
        state.url = url
        yield state


def _rasa(app: FastAPI, state: Neighbours) -> None:
    @app.get("/status")
    async def status() -> Response:
        return Response(status_code=503 if state.rasa_down else 200)

    @app.post("/webhooks/rest/webhook")
    async def turn(request: Request) -> Response:
        if state.rasa_down:
            return Response(status_code=503)
        body = await request.json()
        meta = body["metadata"]
        said = Turn(body["sender"], body["message"], meta["event_id"], meta["quote"])
        state.together[said.sender] += 1
        state.most_together = max(state.most_together, state.together[said.sender])
        try:
            await asyncio.sleep(state.seconds)
        finally:
            state.together[said.sender] -= 1
        if state.silent:
            state.silent -= 1
            if not state.forget:
                state.turns.append(said)
            return JSONResponse([])
        state.turns.append(said)
        if state.backend_down:
            return JSONResponse([{"custom": {"gangguan": True}}])
        state.effects[said.event_id] = 1
        answers = state.extra.get(said.message, [{"custom": echo(said)}])
        return JSONResponse([{"recipient_id": said.sender, **answer} for answer in answers])

    @app.get("/conversations/{sender}/tracker")
    async def tracker(sender: str) -> dict[str, Any]:
        events = [
            {"event": "user", "metadata": {"event_id": turn.event_id}}
            for turn in state.turns
            if turn.sender == sender
        ]
        return {"events": events}


def echo(turn: Turn) -> dict[str, Any]:
    choices = [{"label": "Ya", "payload": "ajukan:d1"}, {"label": "Tidak", "payload": "batal:d1"}]
    return {"text": f"Terbaca: *{turn.message}*", "choices": choices, "document": None}


def _backend(app: FastAPI, state: Neighbours) -> None:
    @app.middleware("http")
    async def guarded(request: Request, call_next: Any) -> Response:
        if request.url.path.startswith("/v1"):
            if state.backend_down:
                return Response(status_code=503)
            if request.headers.get("authorization") != f"Bearer {state.token}":
                return Response(status_code=401)
        answer: Response = await call_next(request)
        return answer

    @app.get("/healthz")
    async def health() -> Response:
        return Response(status_code=503 if state.backend_down else 200)


def _accounts(app: FastAPI, state: Neighbours) -> None:
    def account(channel: str, account_id: str, **more: Any) -> dict[str, Any]:
        key = f"{channel}:{account_id}"
        chat = state.accounts.setdefault(key, f"c{len(state.accounts):031d}")
        return {"conversation_id": chat, "linked": True, "name": PEOPLE.get(account_id), **more}

    @app.post("/v1/accounts/demo")
    async def demo(request: Request) -> Response:
        nip = (await request.json())["nip"]
        if nip not in PEOPLE:
            said = {"code": "tidak_ditemukan", "message": "NIP tidak ditemukan.", "detail": {}}
            return JSONResponse(said, status_code=404)
        return JSONResponse(account("web", nip))

    @app.get("/v1/accounts/demo")
    async def people() -> list[dict[str, Any]]:
        return [
            {"nip": nip, "nama": name, "jabatan": "Pranata", "opd": "Dinas", "peran": []}
            for nip, name in PEOPLE.items()
        ]

    @app.post("/v1/accounts/resolve")
    async def resolve(request: Request) -> dict[str, Any]:
        body = await request.json()
        return account(body["channel"], body["account_id"])

    @app.post("/v1/accounts/invitations/redeem")
    async def redeem(request: Request) -> dict[str, Any]:
        body = await request.json()
        state.redeemed.append((body["account_id"], body["token"]))
        return account(body["channel"], body["account_id"], message="Akun sudah terhubung.")

    @app.post("/v1/accounts/contact")
    async def contact(request: Request) -> dict[str, Any]:
        body = await request.json()
        state.contacts.append((body["account_id"], body["phone"]))
        return account(body["channel"], body["account_id"], message="Nomor sudah dikenali.")


def _documents(app: FastAPI, state: Neighbours) -> None:
    @app.post("/v1/documents")
    async def store(file: UploadFile, request: Request) -> Response:
        content = await file.read()
        if content.startswith(b"MZ"):
            said = {"code": "jenis", "message": "Jenis berkas ini tidak diterima.", "detail": {}}
            return JSONResponse(said, status_code=415)
        key = request.headers["idempotency-key"]
        state.files[key] = (file.filename or "", content)
        return JSONResponse({"id": f"dok{len(state.files)}", "name": file.filename})

    @app.get("/v1/documents/{document}")
    async def document(document: str, request: Request) -> Response:
        if document != f"surat-{request.headers['x-sapa-conversation']}":
            return Response(status_code=404)
        return Response(PDF, media_type="application/pdf")


def as_payload(payload: str) -> str:
    """What Rasa hears when a button with this payload is pressed."""
    return "/tombol" + json.dumps({"tombol": payload})
