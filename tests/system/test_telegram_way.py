"""The whole way through Telegram, by the real client library: link, ask, decide, get the letter."""

import re

import httpx
import pytest

from tests.support.leave_by_telegram import REST, confirmed, number_in
from tests.support.telegram_system import TelegramOffice

SECONDS = 30
PAGE = re.compile(r"http://\S+/verifikasi/[\w-]+")


@pytest.mark.timeout(300)
def test_from_the_first_sentence_to_the_signed_letter(office: TelegramOffice) -> None:
    rina = office.linked_by_contact("rina")
    dedi, cecep = office.linked("kabid_kominfo"), office.linked("kadis_kominfo")

    rina.say(f"saya mau cuti tahunan 7-9 desember, {REST}")
    summary = rina.wait_for("Mohon diperiksa: Cuti tahunan", seconds=SECONDS)
    for part in ("3 hari kerja", "7–9 Desember 2026", "Jl. Melati 5", "Dedi Supriadi"):
        assert part in summary.text
    assert [label.split(",")[0] for label in summary.choices] == ["Ya", "Ubah", "Batal"]
    number = confirmed(rina)

    notice = dedi.wait_for(number, seconds=SECONDS)
    assert "Rina Marlina" in notice.text
    start = dedi.newest
    dedi.say("setuju", reply_to=notice)
    assert number in dedi.wait_for("sudah dicatat", since=start, seconds=SECONDS).text

    notice = cecep.wait_for(number, seconds=SECONDS)
    start = cecep.newest
    cecep.press("Setujui", of=notice)
    assert number in cecep.wait_for("sudah dicatat", since=start, seconds=SECONDS).text
    assert notice.choices == {}, "a keyboard that has done its work is taken away"

    letter = rina.wait_for_document(number, seconds=60)
    assert letter.document is not None
    assert letter.document[0].endswith(".pdf")
    assert letter.document[1].startswith(b"%PDF")
    page = httpx.get(PAGE.findall(letter.text)[0], timeout=10, trust_env=False)
    assert page.status_code == 200
    assert "Rina Marlina" in page.text
    assert office.request(number)["status"] == "disetujui"


@pytest.mark.timeout(300)
def test_an_update_that_comes_five_times_files_one_request(office: TelegramOffice) -> None:
    asep = office.linked("asep")
    asep.say(f"saya mau cuti tahunan 14-15 desember, {REST}")
    asep.wait_for("Mohon diperiksa", seconds=SECONDS)
    update = asep.say("ya")
    for _ in range(4):
        office.telegram.push_again(update)
    filed = asep.wait_for("sudah diajukan dengan nomor", seconds=SECONDS)
    start = asep.newest
    asep.say("status")
    asep.wait_for(number_in(filed.text), since=start, seconds=SECONDS)
    assert office.telegram.waiting == 0
    assert len(office.requests_of("asep")) == 1
    assert [shown.id for shown in asep.shown if shown.id > filed.id] == [asep.newest]
