"""A small real HTTP server in the backend's place: it records what it is asked and answers so."""

import asyncio
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn


@dataclass
class Asked:
    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: Any


def reply(*texts: str, **awaiting: str) -> dict[str, Any]:
    """A `Reply` of the backend."""
    return {"messages": [{"text": text} for text in texts], "awaiting": awaiting or None}


@dataclass
class StandIn:
    """ASGI application. `answers` maps "METHOD path" to a body, or to (status, body)."""

    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    delay: float = 0.0
    port: int = 0

    def forget(self) -> None:
        self.answers.clear()
        self.asked.clear()
        self.delay = 0.0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        raw = b""
        while True:
            part = await receive()
            raw += part.get("body", b"")
            if not part.get("more_body"):
                break
        headers = {key.decode(): value.decode() for key, value in scope["headers"]}
        body = json.loads(raw) if raw else None
        self.asked.append(
            Asked(scope["method"], scope["path"], scope["query_string"].decode(), headers, body)
        )
        await asyncio.sleep(self.delay)
        answer = self.answers.get(f"{scope['method']} {scope['path']}", reply("Dari backend."))
        status, content = answer if isinstance(answer, tuple) else (200, answer)
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": data})


@contextmanager
def serving(standin: StandIn) -> Iterator[StandIn]:
    """Listens on a free port of 127.0.0.1, in a thread of its own, while the block runs."""
    config = uvicorn.Config(standin, log_level="error", lifespan="off", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        standin.port = listening.getsockname()[1]
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield standin
        finally:
            server.should_exit = True
            thread.join(timeout=10)
