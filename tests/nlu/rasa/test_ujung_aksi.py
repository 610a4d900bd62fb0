"""The way to the action server, over real connections."""

import asyncio
import time
from typing import Any

import pytest
from aiohttp import web
from rasa.core.agent import Agent
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain

from nlu.ujung_aksi import DETIK, GANGGUAN, UjungAksi

from .conftest import ServerAksi, jalankan, ucapkan


def test_the_limit_is_ten_seconds_and_below_a_turn_of_the_gateway() -> None:
    from nlu.layani import TURN_SECONDS  # noqa: PLC0415  # imports Rasa: slow

    assert DETIK == 10
    assert DETIK < TURN_SECONDS


def test_many_calls_use_one_connection() -> None:
    async def panggil(server: ServerAksi) -> int:
        ujung = UjungAksi(server.url)
        for _ in range(10):
            await ujung.request(json={"next_action": "a"})
        await ujung.tutup()
        return len(server.sambungan)

    assert jalankan(panggil) == 1


async def _diam(_: web.Request) -> web.Response:
    await asyncio.sleep(30)
    return web.json_response({})


async def _rusak(_: web.Request) -> web.Response:
    return web.Response(status=500, text="rusak")


async def _bukan_json(_: web.Request) -> web.Response:
    return web.Response(text="<html>")


@pytest.mark.parametrize("jawab", [_diam, _rusak, _bukan_json])
def test_a_failing_server_ends_the_turn_honestly_and_soon(
    agen: Agent, domain: Domain, jawab: Any
) -> None:
    """Through Rasa itself, which passes five minutes as its time limit."""

    async def bicara(server: ServerAksi) -> tuple[list[dict[str, Any]], float]:
        server.jawab = jawab
        assert agen.processor is not None
        ujung = UjungAksi(server.url, detik=0.4)
        agen.processor.tracker_store = InMemoryTrackerStore(domain)
        agen.processor.action_endpoint = ujung
        mulai = time.monotonic()
        pesan = await ucapkan(agen, f"gagal-{jawab.__name__}", "sisa cuti saya")
        await ujung.tutup()
        return pesan, time.monotonic() - mulai

    pesan, detik = jalankan(bicara)
    assert [p["custom"] for p in pesan] == [{"gangguan": True}]
    assert detik < 5


def test_no_server_at_all_is_the_same() -> None:
    async def panggil() -> Any:
        ujung = UjungAksi("http://127.0.0.1:9/webhook", detik=1)
        hasil = await ujung.request(json={})
        await ujung.tutup()
        return hasil

    assert asyncio.run(panggil()) == GANGGUAN
