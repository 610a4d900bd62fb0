"""The trained model, and an assistant that talks to a real action server of the test's own."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from nlu.pengaturan import tenangkan

tenangkan()
os.environ["SAPA_NOW"] = "2026-11-25T08:00:00+07:00"

from aiohttp import web
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.domain import Domain

from nlu import perbaikan
from nlu.latih import latih
from nlu.pengaturan import dari_lingkungan

ASLI = DaskGraphRunner.run
perbaikan.terapkan()


@pytest.fixture(scope="session")
def model() -> Path:
    """The model of the sources as they are; trained when it is missing."""
    return latih(dari_lingkungan())


@pytest.fixture(scope="session")
def agen(model: Path) -> Agent:
    return Agent.load(str(model))


@pytest.fixture(scope="session")
def domain(agen: Agent) -> Domain:
    assert agen.domain is not None
    return agen.domain


Jawab = Callable[[web.Request], Awaitable[web.Response]]


@dataclass
class ServerAksi:
    """A real HTTP server in the action server's place; `jawab` decides what it answers."""

    url: str = ""
    panggilan: list[dict[str, Any]] = field(default_factory=list)
    sambungan: set[Any] = field(default_factory=set)
    jawab: Jawab | None = None

    async def terima(self, permintaan: web.Request) -> web.Response:
        self.panggilan.append(await permintaan.json())
        assert permintaan.transport is not None
        self.sambungan.add(permintaan.transport.get_extra_info("peername"))
        if self.jawab is not None:
            return await self.jawab(permintaan)
        return web.json_response({"events": [], "responses": [{"custom": {"text": "baik"}}]})


def jalankan(tugas: Callable[[ServerAksi], Awaitable[Any]]) -> Any:
    """Run `tugas` beside a fresh action server in one event loop."""

    async def utama() -> Any:
        server = ServerAksi()
        app = web.Application(client_max_size=10_000_000)
        app.router.add_post("/webhook", server.terima)
        pelari = web.AppRunner(app)
        await pelari.setup()
        tempat = web.TCPSite(pelari, "127.0.0.1", 0)
        await tempat.start()
        assert tempat._server is not None
        porta = tempat._server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]  # aiohttp's server
        server.url = f"http://127.0.0.1:{porta}/webhook"
        try:
            return await tugas(server)
        finally:
            await pelari.cleanup()

    return asyncio.run(utama())


async def ucapkan(agen: Agent, pengirim: str, teks: str, nomor: int = 0) -> list[dict[str, Any]]:
    """One turn as the REST channel makes it; the answers."""
    saluran = CollectingOutputChannel()
    pesan = UserMessage(
        teks, saluran, pengirim, input_channel="rest", metadata={"event_id": f"e{nomor}"}
    )
    await agen.handle_message(pesan)
    return saluran.messages


@pytest.fixture
def basis(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/rasa.db"
