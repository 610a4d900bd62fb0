"""The chat page as three people use it, from one sentence to a letter that anyone can verify."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Camera
from tests.support.system import System, nip_of

REASON = "acara keluarga di Garut, alamat Jl. Melati 5 Garut, hp 08121234567"
# Both sizes talk to one system, so each takes days of its own.
DATES = {
    390: ("7-9 desember", "7–9 Desember 2026"),
    1280: ("14-16 desember", "14–16 Desember 2026"),
}
SETTLED = """() => {
  const log = document.getElementById("log");
  const still = document.getAnimations().every((one) => one.playState !== "running");
  return still && (!log || log.scrollHeight - log.scrollTop - log.clientHeight < 8);
}"""


class Screen:
    """What a person does on the page."""

    def __init__(self, page: Page, base_url: str, camera: Camera) -> None:
        self.page = page
        self._base_url = base_url
        self._camera = camera

    def open(self, kunci: str) -> None:
        self.page.goto(f"{self._base_url}/chat?nip={nip_of(kunci)}")
        expect(self.page.locator("#who-name")).not_to_be_empty()

    def switch_to(self, name: str) -> None:
        """One click in the list; on a phone the list lies behind the name in the head."""
        person = self.page.locator("button.person", has_text=name)
        if not person.is_visible():
            self.page.locator("#who").click()
        person.click()
        expect(self.page.locator("#who-name")).to_have_text(name)

    def say(self, text: str) -> None:
        self.page.locator("#text").fill(text)
        self.page.locator("#text").press("Enter")

    def bubble(self, text: str | re.Pattern[str]) -> Locator:
        return self.page.locator(".row.sapa", has_text=text).last

    def file(self) -> str:
        """Confirms with "ya"; the number of the request, which is not one seen before."""
        numbers = self.page.locator(".row.sapa", has_text="Permohonan sudah diajukan")
        before = numbers.count()
        self.say("ya")
        expect(numbers).to_have_count(before + 1)
        found = re.search(r"CUTI-2026-\d{6}", numbers.last.inner_text())
        assert found
        return found.group()

    def unread(self, name: str) -> int:
        badge = self.page.locator("button.person", has_text=name).locator(".badge")
        return int(badge.text_content() or 0) if badge.count() else 0

    def picture(self, name: str) -> None:
        """Taken when the newest message is in view and nothing moves."""
        self.page.wait_for_function(SETTLED)
        self._camera.take(self.page, name)

    def fits(self) -> bool:
        script = "document.documentElement.scrollWidth <= window.innerWidth"
        return bool(self.page.evaluate(script))


@pytest.mark.timeout(300)
def test_one_sentence_becomes_a_letter_that_anyone_can_verify(
    walked: System, page: Page, camera: Camera
) -> None:
    typed, shown = DATES[page.viewport_size["width"]] if page.viewport_size else DATES[390]
    rina = Screen(page, walked.bot_url, camera)
    rina.open("rina")
    rina.say(f"saya mau cuti tahunan {typed}, {REASON}")
    summary = rina.bubble("Mohon diperiksa")
    expect(summary).to_contain_text(shown)
    expect(summary).to_contain_text("3 hari kerja")
    expect(summary).to_contain_text("Cecep Hidayat")
    rina.picture("1-ringkasan")

    other = page.context.new_page()
    dedi = Screen(other, walked.bot_url, camera)
    dedi.open("kabid_kominfo")
    rina.page.bring_to_front()
    number = rina.file()
    rina.picture("2-diajukan")

    other.bring_to_front()
    task = dedi.bubble(f"{number}: Cuti tahunan")
    expect(task).to_be_visible()  # nobody asked for it: it arrived by itself
    task.hover()
    task.get_by_role("button", name="Balas").first.click()
    expect(other.locator("#quote")).to_be_visible()
    dedi.say("setuju")
    expect(dedi.bubble("sudah dicatat")).to_contain_text(number)
    dedi.picture("3-atasan-membalas")
    other.close()

    page.bring_to_front()
    rina.switch_to("Cecep Hidayat")
    decision = rina.bubble(f"{number}: Cuti tahunan")
    expect(decision).to_contain_text("Dedi Supriadi")
    rina.picture("4-pejabat-memutuskan")
    decision.get_by_role("button", name="Setujui").click()
    expect(rina.bubble("Putusan untuk")).to_contain_text(number)

    rina.switch_to("Rina Marlina")
    card = page.locator("a.card", has_text=f"{number}.pdf")
    expect(card).to_be_visible()
    rina.picture("5-surat")
    with page.expect_download() as download:
        card.click()
    path = Path(download.value.path())
    assert path.read_bytes().startswith(b"%PDF")
    camera.develop(path, "7-formulir")
    assert rina.fits()

    letter = rina.bubble("Keasliannya dapat diperiksa").inner_text()
    address = re.search(r"http://\S+/verifikasi/[\w-]+", letter)
    assert address
    page.goto(address.group())
    expect(page.locator("body")).to_contain_text(number)
    expect(page.locator("body")).to_contain_text("Rina Marlina")
    expect(page.locator("body")).not_to_contain_text("acara keluarga")
    assert rina.fits()
    rina.picture("6-verifikasi")


@pytest.mark.timeout(120)
def test_a_message_for_somebody_else_is_announced_and_one_click_away(
    walked: System, page: Page, camera: Camera
) -> None:
    screen = Screen(page, walked.bot_url, camera)
    screen.open("asep")
    width = page.viewport_size["width"] if page.viewport_size else 390
    day = {390: "21", 1280: "22"}[width]
    screen.say(f"cuti tahunan tanggal {day} desember 2026 selama 1 hari, {REASON}")
    expect(screen.bubble("Mohon diperiksa")).to_be_visible()
    before = screen.unread("Dedi Supriadi")
    number = screen.file()
    badge = page.locator("button.person", has_text="Dedi Supriadi").locator(".badge")
    expect(badge).to_have_text(str(before + 1))
    screen.switch_to("Dedi Supriadi")
    expect(screen.bubble(f"{number}: Cuti tahunan")).to_contain_text("Asep Gunawan")


@pytest.mark.timeout(120)
def test_what_is_typed_is_shown_as_text_and_never_run(
    walked: System, page: Page, camera: Camera
) -> None:
    screen = Screen(page, walked.bot_url, camera)
    screen.open("nurul")
    attack = '<img src=x onerror="document.title=1"><b>tebal</b>'
    screen.say(attack)
    expect(page.locator(".row.saya", has_text="onerror").last).to_contain_text(attack)
    expect(page.locator(".row.sapa").last).to_be_visible()
    assert page.locator("#log img[src=x]").count() == 0
    assert page.title() != "1"
