"""The bot's door for these tests: a real HTTP server that answers as it is told."""

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

SENT = {"state": "sent", "provider_id": "1"}


@dataclass
class BotDoor:
    """`answers` are used up in order, then every delivery is "sent". An int is an HTTP status."""

    port: int
    answers: list[dict[str, Any] | int] = field(default_factory=list)
    calls: list[dict[str, Any]] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    delay: float = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def texts(self) -> list[str]:
        return [call["message"]["text"] for call in self.calls]

    async def deliver(self, request: Request) -> Response:
        self.tokens.append(request.headers["authorization"])
        self.calls.append(await request.json())
        await asyncio.sleep(self.delay)
        answer = self.answers.pop(0) if self.answers else SENT
        if isinstance(answer, int):
            return Response(status_code=answer)
        return JSONResponse(answer)


@pytest.fixture
async def bot() -> AsyncIterator[BotDoor]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    door = BotDoor(listening.getsockname()[1])
    app = Starlette(routes=[Route("/internal/deliveries", door.deliver, methods=["POST"])])
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started:  # uvicorn offers no event for it
        await asyncio.sleep(0.01)
    yield door
    server.should_exit = True
    await serving
