"""The page in a real browser, at the size of a phone and of a desk."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bot.conftest import DEDI, RINA
from tests.bot.neighbours import Neighbours
from tests.support.chat import Chat

PHONE, DESK = (360, 740), (1280, 800)


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page(browser: Browser, bot_url: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Opened on the list of people; whatever the console complains about fails the test."""
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, locale="id-ID")
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "console",
        lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None,
    )
    opened.goto(f"{bot_url}/chat")
    yield opened
    context.close()
    assert [c for c in complaints if "ERR_" not in c] == []


def test_a_person_writes_presses_and_reads(page: Page, beside: Neighbours) -> None:
    _become(page, "Rina Marlina")
    _write(page, "saya mau izin")
    expect(page.locator(".sapa .text")).to_have_text("Terbaca: saya mau izin")
    expect(page.locator(".sapa strong")).to_have_text("saya mau izin")
    page.get_by_role("button", name="Ya", exact=True).click()
    expect(page.locator(".saya .text").last).to_have_text("Ya")
    beside.wait_turns(2)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide, "nothing sticks out sideways"


def test_markup_of_others_is_only_text(page: Page) -> None:
    _become(page, "Rina Marlina")
    _write(page, '<img src=x onerror="document.title=1"><b>x</b> *tebal*')
    answer = page.locator(".sapa .text")
    expect(answer).to_contain_text('<img src=x onerror="document.title=1"><b>x</b>')
    assert page.locator(".log img[src=x]").count() == 0


def test_unasked_messages_arrive_live_and_are_counted_for_others(
    page: Page, beside: Neighbours, service: dict[str, str], http: httpx.Client
) -> None:
    _become(page, "Rina Marlina")
    expect(page.locator(".empty")).to_be_visible()
    _deliver(http, service, beside, 1, DEDI, {"text": "Ada tugas.", "quote": "tugas:4"})
    _deliver(http, service, beside, 2, RINA, {"text": "Permohonan diterima."})
    expect(page.locator(".sapa .text")).to_have_text("Permohonan diterima.")
    expect(page).to_have_title("(1) SAPA ASN")
    _switch(page)
    expect(page.get_by_role("button", name="Dedi Supriadi").locator(".badge")).to_have_text("1")
    _become(page, "Dedi Supriadi")
    expect(page).to_have_title("SAPA ASN")
    page.locator(".sapa").hover()
    page.get_by_role("button", name="Balas").click()
    _write(page, "setuju")
    expect(page.locator(".saya .quoted")).to_contain_text("Ada tugas.")
    beside.wait_turns(1)
    assert beside.turns[0].quote == "tugas:4"


def test_a_letter_is_a_card_that_opens(
    page: Page, rina: Chat, beside: Neighbours, service: dict[str, str], http: httpx.Client
) -> None:
    chat = beside.accounts[f"web:{RINA}"]
    letter = {"text": "Surat terbit.", "document": {"id": f"surat-{chat}", "name": "Surat.pdf"}}
    _deliver(http, service, beside, 1, RINA, letter)
    _become(page, "Rina Marlina")
    with page.expect_download() as download:
        page.locator("a.card").click()
    assert download.value.suggested_filename == "Surat.pdf"


def test_a_file_is_sent(page: Page, beside: Neighbours) -> None:
    _become(page, "Rina Marlina")
    page.locator("#file").set_input_files(
        {"name": "surat dokter.pdf", "mimeType": "application/pdf", "buffer": b"%PDF isi"}
    )
    expect(page.locator(".saya .card-name")).to_have_text("surat dokter.pdf")
    beside.wait_turns(1)
    assert [name for name, _ in beside.files.values()] == ["surat dokter.pdf"]


def test_what_is_written_offline_is_sent_once_when_the_line_is_back(
    page: Page, beside: Neighbours
) -> None:
    _become(page, "Rina Marlina")
    expect(page.locator(".empty")).to_be_visible()
    page.context.set_offline(True)
    _write(page, "tanpa sinyal")
    expect(page.locator("#banner")).to_be_visible()
    expect(page.locator(".failed")).to_contain_text("Belum terkirim")
    page.context.set_offline(False)
    expect(page.locator(".sapa .text")).to_have_text("Terbaca: tanpa sinyal")
    expect(page.locator(".saya")).to_have_count(1)
    assert beside.heard() == ["tanpa sinyal"]


def test_people_are_found_by_typing_and_chosen_by_keyboard(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type("supri")
    expect(page.locator(".person")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#who-name")).to_have_text("Dedi Supriadi")


def _become(page: Page, name: str) -> None:
    page.locator("#people-list").get_by_role("button", name=name).click()
    expect(page.locator("#who-name")).to_have_text(name)


def _switch(page: Page) -> None:
    if page.locator("#back").is_visible():
        page.locator("#back").click()


def _write(page: Page, text: str) -> None:
    page.locator("#text").fill(text)
    page.keyboard.press("Enter")


def _deliver(
    http: httpx.Client,
    service: dict[str, str],
    beside: Neighbours,
    outbox: int,
    nip: str,
    message: dict[str, object],
) -> None:
    body = {
        "outbox_id": outbox,
        "channel": "web",
        "account_id": nip,
        "conversation_id": beside.accounts[f"web:{nip}"],
        "message": message,
    }
    http.post("/internal/deliveries", json=body, headers=service).raise_for_status()
