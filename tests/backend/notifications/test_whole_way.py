"""From filing to the letter in the chat, with the real relay and a real server as the bot."""

import re

from backend.audit.service import verify
from backend.documents.letters.press import LetterPress
from backend.documents.store import FileStore
from backend.notifications.door import Door
from backend.notifications.relay import Relay
from tests.backend.conftest import Backend
from tests.backend.drafts.test_submit import ready, submit
from tests.backend.notifications.conftest import BotDoor


async def relay_all(backend: Backend, bot: BotDoor) -> list[dict]:
    """Everything that waits is delivered; the calls the bot got."""
    state = backend.app.state
    door = Door(bot.url, "rahasia")
    store = FileStore(state.settings.files_dir)
    press = LetterPress(backend.database, store, state.clock, "http://backend")
    relay = Relay(
        backend.database, door, state.clock, owner="w", composers={"letter": press.message}
    )
    bot.calls.clear()
    while await relay.run_once():
        pass
    await door.close()
    return list(bot.calls)


async def press_first_button(backend: Backend, kunci: str, calls: list[dict]) -> dict:
    """What the person answers to the first message that has buttons."""
    mine = await backend.conversation(kunci)
    buttons = next(
        call["message"]["choices"]
        for call in calls
        if call["conversation_id"] == mine and call["message"]["choices"]
    )
    assert buttons[0]["label"].startswith("Setujui")
    return await backend.post(kunci, "/v1/buttons", {"payload": buttons[0]["payload"]})


async def test_a_request_goes_from_the_form_to_the_letter_in_the_chat(
    backend: Backend, bot: BotDoor
) -> None:
    for kunci in ("rina", "kabid_kominfo", "kadis_kominfo"):
        await backend.conversation(kunci)
    draft = await ready(backend, "rina", "2026-12-07", "2026-12-09")
    number = (await submit(backend, "rina", draft))["request"]["number"]

    to_dedi = await relay_all(backend, bot)
    assert any(number in call["message"]["text"] for call in to_dedi)
    await press_first_button(backend, "kabid_kominfo", to_dedi)
    await press_first_button(backend, "kadis_kominfo", await relay_all(backend, bot))
    to_rina = [
        call["message"]
        for call in await relay_all(backend, bot)
        if call["conversation_id"] == await backend.conversation("rina")
    ]

    decision, letter = to_rina
    assert decision["document"] is None
    assert letter["document"]["name"] == f"Surat {number}.pdf"
    pdf = await backend.call("rina", "GET", f"/v1/documents/{letter['document']['id']}")
    assert pdf.content.startswith(b"%PDF-")
    link = re.search(r"http://backend(/verifikasi/\S+)", letter["text"])
    assert link is not None
    page = await backend.client.get(link[1], headers={"Authorization": ""})
    assert "Surat ini sah" in page.text
    assert "Cecep Hidayat" in page.text
    async with backend.database.read() as session:
        assert await verify(session) is None
