import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from actions.server import create_app
from actions.settings import Settings
from tests.actions.standin import StandIn, serving


class ActionServer:
    """The real action server in process, spoken to as Rasa does."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def run(self, action: str, tracker: dict[str, Any], **more: Any) -> dict[str, Any]:
        """Events and responses of an action."""
        call = {"next_action": action, "sender_id": "obrolan-1", "tracker": tracker}
        answer = await self.http.post("/webhook", json={**call, **more})
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture(scope="session")
def standin() -> Iterator[StandIn]:
    with serving(StandIn()) as served:
        yield served


@pytest.fixture
def backend(standin: StandIn) -> StandIn:
    standin.forget()
    return standin


@asynccontextmanager
async def running(port: int) -> AsyncIterator[ActionServer]:
    settings = Settings(backend_url=f"http://127.0.0.1:{port}", service_token="kunci-uji")
    app = create_app(settings)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://actions") as http:
            yield ActionServer(http)


@pytest.fixture
async def server(backend: StandIn) -> AsyncIterator[ActionServer]:
    async with running(backend.port) as served:
        yield served


@pytest.fixture
async def server_alone() -> AsyncIterator[ActionServer]:
    """An action server whose backend does not listen."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    async with running(port) as served:
        yield served
