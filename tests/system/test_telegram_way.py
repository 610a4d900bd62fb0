"""The whole way through Telegram, by the real client library: link, ask, decide, get the letter."""

import re
from collections.abc import Iterator

import pytest

from tests.support.system import nip_of
from tests.support.telegram_person import Person
from tests.support.telegram_system import TelegramOffice, running_telegram_office

NUMBER = re.compile(r"CUTI-2026-\d{6}")
SENTENCE = (
    "saya mau cuti tahunan 7-9 desember, acara keluarga di Garut,"
    " alamat Jl. Melati 5 Garut, hp 08121234567"
)
PHONE = "6281200000008"  # Rina's, as Telegram writes it: without "+"


@pytest.fixture(scope="module", params=["polling", "webhook"])
def office(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TelegramOffice]:
    folder = tmp_path_factory.mktemp(f"telegram-{request.param}")
    with running_telegram_office(folder, request.param) as running:
        yield running


@pytest.mark.timeout(240)
def test_from_the_first_sentence_to_the_signed_letter(office: TelegramOffice) -> None:
    rina = office.stranger("Rina Marlina")
    _link_by_own_contact(rina)
    dedi = office.linked("kabid_kominfo", "Dedi Supriadi")
    cecep = office.linked("kadis_kominfo", "Cecep Hidayat")

    rina.say(SENTENCE)
    summary = rina.wait_for("Mohon diperiksa", seconds=30)
    for part in ("3 hari kerja", "7–9 Desember 2026", "Jl. Melati 5", "Dedi Supriadi"):
        assert part in summary.text
    assert any(label.startswith("Ya") for label in summary.choices)

    start = rina.newest
    rina.say("ya")
    number = _number_in(rina.wait_for("CUTI-2026-", since=start, seconds=30).text)

    notice = dedi.wait_for(number, seconds=30)
    assert "Rina Marlina" in notice.text
    dedi.say("setuju", reply_to=notice)
    assert number in dedi.wait_for("sudah dicatat", seconds=30).text

    notice = cecep.wait_for(number, seconds=30)
    cecep.press("Setujui", of=notice)
    assert number in cecep.wait_for("sudah dicatat", seconds=30).text
    assert notice.choices == {}, "a keyboard that has done its work is taken away"

    name, content = rina.wait_for_document(number, seconds=60).document or ("", b"")
    assert name.endswith(".pdf")
    assert content.startswith(b"%PDF")
    assert _status(office, number) == "disetujui"


def _link_by_own_contact(rina: Person) -> None:
    """A stranger is told how to link; the number Telegram vouches for links in the demonstration,
    somebody else's number does not."""
    rina.say("berapa sisa cuti saya?")
    rina.wait_for("belum ditautkan", seconds=30)
    rina.share_contact(PHONE, owner=rina.id + 500)
    rina.wait_for("bukan nomor Bapak/Ibu sendiri")
    rina.share_contact(PHONE)
    rina.wait_for("sudah ditautkan atas nama Rina Marlina")


def _number_in(text: str) -> str:
    found = NUMBER.search(text)
    assert found, text
    return found.group()


def _status(office: TelegramOffice, number: str) -> str:
    with office.system.admin() as admin:
        request = admin.get(f"/requests/{number}").json()
    assert request["nip"] == nip_of("rina")
    status: str = request["status"]
    return status
