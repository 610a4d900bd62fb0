"""A local Telegram Bot API server, strict where the real one is, for tests without Telegram.

    with running_telegram() as telegram:
        rina = telegram.person(1001, "Rina Marlina")
        rina.say("halo")
        answer = rina.wait_for("Halo")
        rina.press("Ya", of=answer)

Give the bot `telegram.url` as SAPA_TELEGRAM_API_URL and `telegram.token` as SAPA_TELEGRAM_TOKEN.
Every call is kept in `calls` and, with `log`, written as a line of JSON.
"""

import asyncio
import itertools
import json
import re
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.support.serving import serving
from tests.support.telegram_person import Person, Shown
from tests.support.telegram_rules import METHODS, Rejected, check_call, visible

TOKEN = "7000000001:AAuji_coba_token_bukan_rahasia"
BOT = {"id": 7000000001, "is_bot": True, "first_name": "SAPA ASN", "username": "sapa_asn_bot"}
MAX_DOWNLOAD = 20_000_000


@dataclass
class Fault:
    """The next `times` calls of `method` (in `chat`, when given) go wrong.

    kind "answer": `status`, `description`, `parameters` are answered and nothing happens;
    kind "lost": the call happens, its answer never arrives."""

    method: str
    kind: str = "answer"
    status: int = 500
    description: str = "Internal Server Error"
    parameters: dict[str, Any] = field(default_factory=dict)
    times: int = 1
    chat: int | None = None


class TelegramServer:
    """State shared by the HTTP side and the test; a lock guards every change."""

    def __init__(self, token: str = TOKEN, log: Path | None = None) -> None:
        self.token = token
        self.url = ""
        self.calls: list[dict[str, Any]] = []
        self.rejected: list[str] = []
        self.chats: dict[int, list[Shown]] = defaultdict(list)
        self.people: dict[int, Person] = {}
        self.pushed: dict[int, dict[str, Any]] = {}
        self.blocked_by: set[int] = set()
        self.presses: set[str] = set()
        self.left: set[int] = set()
        self.faults: list[Fault] = []
        self.webhook: dict[str, Any] = {"url": ""}
        self.hook_answers: list[int] = []
        self._files: dict[str, tuple[str, bytes]] = {}
        self._updates: dict[int, dict[str, Any]] = {}
        self._repeats: list[dict[str, Any]] = []
        self._update_ids = itertools.count(100)
        self._message_ids = itertools.count(1)
        self._polls = 0
        self._lock = threading.RLock()
        self._log = log

    # What a test does.

    def person(self, number: int, name: str) -> Person:
        self.people[number] = Person(self, number, name)
        return self.people[number]

    def push(self, **kind: Any) -> int:
        """A new update; waits to be polled, or goes to the webhook."""
        number = next(self._update_ids)
        update = {"update_id": number, **kind}
        with self._lock:
            self.pushed[number] = update
            if not self.webhook["url"]:
                self._updates[number] = update
                return number
        self.hook(update)
        return number

    def push_again(self, number: int) -> None:
        """An update once more, as after an answer that was lost; polled whatever the offset."""
        with self._lock:
            if not self.webhook["url"]:
                self._repeats.append(self.pushed[number])
                return
        self.hook(self.pushed[number])

    def hook(self, update: dict[str, Any]) -> int:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}
        answer = httpx.post(
            self.webhook["url"], json=update, headers=headers, timeout=30, trust_env=False
        )
        self.hook_answers.append(answer.status_code)
        return answer.status_code

    def fail(self, method: str, **fault: Any) -> None:
        with self._lock:
            self.faults.append(Fault(method, **fault))

    def calls_of(self, method: str) -> list[dict[str, Any]]:
        return [call["params"] for call in list(self.calls) if call["method"] == method]

    def wait_calls(self, method: str, count: int = 1, seconds: float = 10) -> list[dict[str, Any]]:
        until = time.monotonic() + seconds
        while len(found := self.calls_of(method)) < count:
            assert time.monotonic() < until, f"{len(found)} calls of {method}, not {count}"
            time.sleep(0.03)
        return found

    @property
    def waiting(self) -> int:
        """Updates that the bot has not confirmed."""
        return len(self._updates) + len(self._repeats)

    def keep_file(self, name: str, content: bytes) -> str:
        file_id = f"berkas{len(self._files)}"
        self._files[file_id] = (name, content)
        return file_id

    def next_message_id(self) -> int:
        return next(self._message_ids)

    # What the server does.

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/bot{token}/{method}", self._answer, methods=["GET", "POST"]),
                Route("/file/bot{token}/{path:path}", self._download),
            ]
        )

    async def _answer(self, request: Request) -> Response:
        if request.path_params["token"] != self.token:
            return _problem(Rejected(401, "Unauthorized"))
        method = request.path_params["method"]
        params, files = await _params(request)
        call = {"method": method, "params": params, "files": sorted(files)}
        with self._lock:
            self.calls.append(call)
            if self._log is not None:
                with self._log.open("a") as file:
                    file.write(json.dumps(call, ensure_ascii=False) + "\n")
        try:
            return await self._act(request, method, params, files)
        except Rejected as rejected:
            self.rejected.append(f"{method}: {rejected.description}")
            return _problem(rejected)

    async def _act(
        self,
        request: Request,
        method: str,
        params: dict[str, Any],
        files: dict[str, tuple[str, bytes]],
    ) -> Response:
        if method not in METHODS:
            raise Rejected(404, "Not Found")
        check_call(method, {**params, **files})
        fault = self._fault(method, params.get("chat_id"))
        if fault is not None and fault.kind == "answer":
            raise Rejected(fault.status, fault.description, **fault.parameters)
        if method == "getUpdates":
            return JSONResponse({"ok": True, "result": await self._get_updates(request, params)})
        with self._lock:
            result = getattr(self, f"_{_snake(method)}")(params, files)
        if fault is not None:
            return _Torn()
        return JSONResponse({"ok": True, "result": result})

    def _fault(self, method: str, chat: Any) -> Fault | None:
        with self._lock:
            for fault in self.faults:
                fits = fault.method == method and fault.chat in (None, chat)
                if fits and fault.times > 0:
                    fault.times -= 1
                    return fault
        return None

    async def _get_updates(self, request: Request, params: dict[str, Any]) -> list[dict[str, Any]]:
        if self.webhook["url"]:
            raise Rejected(409, "Conflict: can't use getUpdates method while webhook is active")
        if self._polls:
            raise Rejected(409, "Conflict: terminated by other getUpdates request")
        self._polls += 1
        try:
            return await self._wait_for_updates(request, params)
        finally:
            self._polls -= 1

    async def _wait_for_updates(
        self, request: Request, params: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Ends early when the one who asked is gone, as one that was killed."""
        offset = int(params.get("offset", 0))
        until = time.monotonic() + min(float(params.get("timeout", 0)), 50)
        while True:
            with self._lock:
                for number in [n for n in self._updates if n < offset]:
                    del self._updates[number]
                found = [*self._repeats, *(self._updates[n] for n in sorted(self._updates))]
                self._repeats.clear()
            if found or time.monotonic() > until or await request.is_disconnected():
                return found[: int(params.get("limit", 100))]
            await asyncio.sleep(0.02)

    def _get_me(self, params: dict[str, Any], files: Any) -> dict[str, Any]:
        return BOT

    def _get_webhook_info(self, params: dict[str, Any], files: Any) -> dict[str, Any]:
        told = {k: v for k, v in self.webhook.items() if k in ("url", "allowed_updates")}
        return {
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
            **told,
        }

    def _set_webhook(self, params: dict[str, Any], files: Any) -> bool:
        self.webhook = dict(params)
        return True

    def _delete_webhook(self, params: dict[str, Any], files: Any) -> bool:
        self.webhook = {"url": ""}
        return True

    def _send_message(self, params: dict[str, Any], files: Any) -> dict[str, Any]:
        text = visible(params["text"], params.get("parse_mode"))
        return self._show(params, {"text": text}, text, None)

    def _send_document(
        self, params: dict[str, Any], files: dict[str, tuple[str, bytes]]
    ) -> dict[str, Any]:
        part = params["document"].removeprefix("attach://") if "document" in params else "document"
        if part not in files:
            raise Rejected(400, "Bad Request: there is no document in the request")
        caption = visible(params.get("caption", ""), params.get("parse_mode"))
        document = {"file_id": "keluar", "file_unique_id": "k", "file_name": files[part][0]}
        return self._show(params, {"caption": caption, "document": document}, caption, files[part])

    def _edit_message_reply_markup(self, params: dict[str, Any], files: Any) -> dict[str, Any]:
        for message in self.chats[int(params["chat_id"])]:
            if message.id == int(params["message_id"]):
                if not message.choices and not params.get("reply_markup"):
                    raise Rejected(400, "Bad Request: message is not modified")
                message.choices = {}
                message.raw.pop("reply_markup", None)
                return message.raw
        raise Rejected(400, "Bad Request: message to edit not found")

    def _answer_callback_query(self, params: dict[str, Any], files: Any) -> bool:
        if params["callback_query_id"] not in self.presses:
            raise Rejected(400, "Bad Request: query is too old and response timeout expired")
        self.presses.discard(params["callback_query_id"])
        return True

    def _get_file(self, params: dict[str, Any], files: Any) -> dict[str, Any]:
        if params["file_id"] not in self._files:
            raise Rejected(400, "Bad Request: invalid file_id")
        name, content = self._files[params["file_id"]]
        if len(content) > MAX_DOWNLOAD:
            raise Rejected(400, "Bad Request: file is too big")
        return {
            "file_id": params["file_id"],
            "file_unique_id": "u",
            "file_size": len(content),
            "file_path": f"documents/{params['file_id']}/{name}",
        }

    def _leave_chat(self, params: dict[str, Any], files: Any) -> bool:
        self.left.add(int(params["chat_id"]))
        return True

    def _show(
        self,
        params: dict[str, Any],
        content: dict[str, Any],
        text: str,
        document: tuple[str, bytes] | None,
    ) -> dict[str, Any]:
        chat = int(params["chat_id"])
        if chat in self.blocked_by:
            raise Rejected(403, "Forbidden: bot was blocked by the user")
        if chat > 0 and chat not in self.people:
            raise Rejected(400, "Bad Request: chat not found")
        kind = {"id": chat, "type": "private" if chat > 0 else "group", "title": "g"}
        raw = {
            "message_id": self.next_message_id(),
            "date": int(time.time()),
            "from": BOT,
            "chat": kind,
            **{key: value for key, value in content.items() if value != ""},
        }
        markup = params.get("reply_markup") or {}
        if markup:
            raw["reply_markup"] = markup
        rows = markup.get("inline_keyboard", [])
        choices = {button["text"]: button["callback_data"] for row in rows for button in row}
        self.chats[chat].append(Shown(raw["message_id"], chat, text, choices, document, raw))
        return raw

    async def _download(self, request: Request) -> Response:
        parts = request.path_params["path"].split("/")
        if request.path_params["token"] != self.token or parts[1] not in self._files:
            return Response(status_code=404)
        return Response(self._files[parts[1]][1], media_type="application/octet-stream")


class _Torn(Response):
    """The connection breaks instead of an answer."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        headers = [(b"content-length", b"100"), (b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b'{"ok"', "more_body": True})
        raise ConnectionAbortedError


def _snake(method: str) -> str:
    return re.sub(r"(?=[A-Z])", "_", method).lower()


async def _params(request: Request) -> tuple[dict[str, Any], dict[str, tuple[str, bytes]]]:
    """Parameters as the API's types say, files by the name of their part."""
    params: dict[str, Any] = dict(request.query_params)
    files: dict[str, tuple[str, bytes]] = {}
    async with request.form() as form:
        for name, value in form.items():
            if isinstance(value, str):
                params[name] = value
            else:
                files[name] = (value.filename or "", await value.read())
    return {name: _typed(name, value) for name, value in params.items()}, files


def _typed(name: str, value: str) -> Any:
    if name in ("text", "caption", "callback_query_id", "file_id", "url", "secret_token"):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _problem(rejected: Rejected) -> Response:
    body: dict[str, Any] = {
        "ok": False,
        "error_code": rejected.status,
        "description": rejected.description,
    }
    if rejected.parameters:
        body["parameters"] = rejected.parameters
    return JSONResponse(body, status_code=rejected.status)


@contextmanager
def running_telegram(log: Path | None = None) -> Iterator[TelegramServer]:
    server = TelegramServer(log=log)
    with serving(server.app()) as url:
        server.url = url
        yield server
