"""Turns against a Rasa server: single ones, many at once, and a long conversation."""

import asyncio
import statistics
import time
from dataclasses import dataclass
from uuid import uuid4

import httpx

STATIC = "terima kasih banyak"  # answered by a response of the domain
FORM = "karena ada acara keluarga di kampung"  # a free text inside a form: one action call
START = "saya mau cuti"


@dataclass(frozen=True)
class Numbers:
    """Milliseconds a turn, turns a second."""

    static_ms: float
    form_ms: float
    form_ms_at_10: float
    form_ms_at_240: float
    per_second_1: float
    per_second_32: float


async def measure(rasa_url: str, *, turns: int = 60) -> Numbers:
    limits = httpx.Limits(max_connections=64, max_keepalive_connections=64)
    async with httpx.AsyncClient(
        base_url=rasa_url, timeout=120, limits=limits, trust_env=False
    ) as http:
        await _series(http, STATIC, 10)  # warm: first calls load lazily
        static = await _series(http, STATIC, turns)
        form = await _series(http, FORM, turns, first=START)
        long = await _series(http, FORM, 245, first=START)
        return Numbers(
            static_ms=statistics.median(static),
            form_ms=statistics.median(form[:30]),
            form_ms_at_10=statistics.median(long[5:15]),
            form_ms_at_240=statistics.median(long[235:245]),
            per_second_1=await _throughput(http, chats=1, each=60),
            per_second_32=await _throughput(http, chats=32, each=8),
        )


async def _series(http: httpx.AsyncClient, text: str, turns: int, first: str = "") -> list[float]:
    """Milliseconds of each of `turns` turns of one new conversation."""
    sender = uuid4().hex
    if first:
        await _turn(http, sender, first)
    return [await _turn(http, sender, text) for _ in range(turns)]


async def _throughput(http: httpx.AsyncClient, *, chats: int, each: int) -> float:
    """Form turns a second with so many conversations at once."""
    started = time.perf_counter()
    await asyncio.gather(*(_series(http, FORM, each, first=START) for _ in range(chats)))
    return chats * (each + 1) / (time.perf_counter() - started)


async def _turn(http: httpx.AsyncClient, sender: str, text: str) -> float:
    body = {"sender": sender, "message": text, "metadata": {"event_id": uuid4().hex}}
    started = time.perf_counter()
    answer = await http.post("/webhooks/rest/webhook", json=body)
    elapsed = (time.perf_counter() - started) * 1000
    answer.raise_for_status()
    if not answer.json():
        raise RuntimeError(f"Rasa did not answer to {text!r}: the measurement means nothing")
    return elapsed
