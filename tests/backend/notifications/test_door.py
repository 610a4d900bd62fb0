"""The way from the worker to the bot."""

import pytest
from fastapi import FastAPI

from backend.core.messages import Message
from backend.notifications.door import Address, Door
from backend.notifications.outcomes import Fate
from tests.support.serving import serving


async def test_the_way_to_the_bot_leads_past_the_proxy_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bot = FastAPI()

    @bot.post("/internal/deliveries")
    async def deliver() -> dict[str, str]:
        return {"state": "sent", "provider_id": "7"}

    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with serving(bot) as url:
        door = Door(url, "token")
        outcome = await door.deliver(1, Address("web", "1", "c"), Message(text="halo"))
        await door.close()
    assert outcome.fate is Fate.SENT
