"""What every HTTP call passes through: a correlation id, a size limit, and the metrics."""

import re
import time
from collections.abc import Mapping
from uuid import uuid4

import structlog
from prometheus_client import Counter, Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.core.problems import HTTP_MESSAGES, problem

CORRELATION = "X-Request-ID"
_SAFE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
CALLS = Counter("sapa_http_requests_total", "Answered calls", ["method", "route", "status"])
SECONDS = Histogram("sapa_http_seconds", "Seconds until the answer", ["method", "route"])


class Observed:
    """Gives each call a correlation id (the caller's, if safe to log), counts and times it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get(CORRELATION, "")
        correlation = given if _SAFE_ID.fullmatch(given) else uuid4().hex
        status = 500
        started = time.perf_counter()

        async def send_marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[CORRELATION] = correlation
            await send(message)

        with structlog.contextvars.bound_contextvars(correlation=correlation):
            try:
                await self.app(scope, receive, send_marked)
            finally:
                route = getattr(scope.get("route"), "path", "unknown")
                CALLS.labels(scope["method"], route, status).inc()
                SECONDS.labels(scope["method"], route).observe(time.perf_counter() - started)


class BodyLimit:
    """Refuses bodies over a number of bytes, announced or not, with 413.

    `larger` gives other limits for paths that begin alike.
    """

    def __init__(self, app: ASGIApp, limit: int, larger: Mapping[str, int]) -> None:
        self.app = app
        self.limit = limit
        self.larger = larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        limit = self._limit_of(scope["path"])
        announced = Headers(scope=scope).get("content-length", "0")
        if not announced.isdigit() or int(announced) > limit:
            refusal = problem(413, "http_413", HTTP_MESSAGES[413])
            await refusal(scope, receive, send)
            return
        received = 0

        async def receive_counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > limit:
                raise HTTPException(413)
            return message

        await self.app(scope, receive_counted, send)

    def _limit_of(self, path: str) -> int:
        return next((n for start, n in self.larger.items() if path.startswith(start)), self.limit)
