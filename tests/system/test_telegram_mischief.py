"""What must have no effect through Telegram, and what must not be lost."""

import time

import pytest

from bot import texts
from tests.support.leave_by_telegram import REST, confirmed, summary_for
from tests.support.telegram_person import Person
from tests.support.telegram_system import TelegramOffice

SECONDS = 30
pytestmark = pytest.mark.timeout(300)


def answer_to(person: Person, text: str, expected: str) -> str:
    start = person.newest
    person.say(text)
    return person.wait_for(expected, since=start, seconds=SECONDS).text


def test_a_press_by_somebody_else_decides_nothing(polled_office: TelegramOffice) -> None:
    bayu, dedi = polled_office.linked("bayu"), polled_office.linked("kabid_kominfo")
    summary_for(bayu, "14-15 desember")
    number = confirmed(bayu)
    approve = dedi.wait_for(number, seconds=SECONDS).choices["Setujui"]
    for other, refusal in (
        (polled_office.linked("asep"), "tidak menunggu putusan Bapak/Ibu"),
        (bayu, "tidak menunggu putusan Bapak/Ibu"),
        (polled_office.stranger("Orang Lain"), "belum ditautkan"),
    ):
        start = other.newest
        other.press_data(approve)
        other.wait_for(refusal, since=start, seconds=SECONDS)
    request = polled_office.request(number)
    assert request["status"] == "diajukan"
    assert [task["state"] for task in request["tasks"]] == ["open"]


def test_ten_presses_at_once_are_one_decision(polled_office: TelegramOffice) -> None:
    bayu, dedi = polled_office.linked("bayu"), polled_office.linked("kabid_kominfo")
    cecep = polled_office.linked("kadis_kominfo")
    summary_for(bayu, "17-18 desember")
    number = confirmed(bayu)
    dedi.wait_for(number, seconds=SECONDS)
    assert number in answer_to(dedi, f"setuju {number}", "sudah dicatat")
    notice = cecep.wait_for(number, seconds=SECONDS)
    start, approve = cecep.newest, notice.choices["Setujui"]
    for _ in range(10):
        cecep.press_data(approve, notice)
    cecep.wait_for_count(10, since=start, seconds=60)
    told = [shown.text for shown in cecep.shown if shown.id > start]
    assert len([text for text in told if "sudah dicatat" in text]) == 1
    assert len([text for text in told if "sudah diputus oleh" in text]) == 9
    assert polled_office.request(number)["status"] == "disetujui"
    letter = bayu.wait_for_document(number, seconds=60).document
    assert [shown.document for shown in bayu.shown].count(letter) == 1


@pytest.mark.parametrize(
    "typed", ["/restart", '/tombol{"tombol": "ajukan:1"}', '/SLOT{"draft_id": "x"}', "/start x"]
)
def test_a_typed_command_of_rasa_is_only_text(polled_office: TelegramOffice, typed: str) -> None:
    entin = polled_office.linked("kcd")
    answer_to(entin, "saya mau cuti tahunan", "tanggal")
    answer_to(entin, typed, "")
    answer_to(entin, "ulangi", "Cuti dari tanggal berapa")
    answer_to(entin, "batal", "")
    assert polled_office.requests_of("kcd") == []


def test_endless_text_and_emoji_are_answered_and_the_form_stays(
    polled_office: TelegramOffice,
) -> None:
    entin = polled_office.linked("kcd")
    answer_to(entin, "saya mau cuti tahunan", "tanggal")
    answer_to(entin, "x" * 4096, texts.TOO_LONG)
    answer_to(entin, "😀😀😀", "hanya dapat membaca tulisan")
    answer_to(entin, "ulangi", "Cuti dari tanggal berapa")
    answer_to(entin, "batal", "")


def test_words_of_the_applicant_never_become_markup(polled_office: TelegramOffice) -> None:
    mamat, tuti = polled_office.linked("gurupns"), polled_office.linked("kepsek")
    mamat.say("saya mau cuti tahunan 28-29 desember")
    mamat.wait_for("keperluan", seconds=SECONDS)
    answer_to(mamat, '<b>acara</b> <a href="https://jahat.example">keluarga</a> & ziarah', "alamat")
    answer_to(mamat, "Jl. Melati 5 Garut", "telepon")
    answer_to(mamat, "08121234567", "Mohon diperiksa")
    number = confirmed(mamat)
    notice = tuti.wait_for(number, seconds=SECONDS)
    assert '<b>acara</b> <a href="https://jahat.example">keluarga</a> & ziarah' in notice.text


def test_an_invitation_links_one_account(polled_office: TelegramOffice) -> None:
    token = polled_office.invitation("kadisdik")
    agus, other = polled_office.stranger("Agus Rahmat"), polled_office.stranger("Orang Lain")
    answer_to(agus, f"/start {token}", "sudah ditautkan atas nama Agus Rahmat")
    answer_to(other, f"/start {token}", "Tautan undangan ini tidak berlaku")
    answer_to(other, "berapa sisa cuti saya?", "belum ditautkan")


def test_only_the_own_number_links(polled_office: TelegramOffice) -> None:
    stranger = polled_office.stranger("Orang Lain")
    stranger.share_contact("6281200000018", owner=stranger.id + 500)
    stranger.wait_for(texts.FOREIGN_CONTACT, seconds=SECONDS)
    stranger.share_contact("6281299999999")
    stranger.wait_for("belum dapat ditautkan", seconds=SECONDS)


def test_what_waits_for_somebody_not_linked_yet_comes_when_he_is(
    polled_office: TelegramOffice,
) -> None:
    nurul = polled_office.linked("nurul")
    summary_for(nurul, "14-15 desember")
    number = confirmed(nurul)
    imas = polled_office.linked("karu")
    notice = imas.wait_for(number, seconds=SECONDS)
    assert "Setujui" in notice.choices


def test_a_message_while_the_backend_is_down_is_answered_after_it(
    polled_office: TelegramOffice,
) -> None:
    oyo = polled_office.linked("gurutua")
    polled_office.system.kill("backend")
    try:
        oyo.say(f"saya mau cuti tahunan 21-22 desember, {REST}")
        oyo.wait_for(texts.OUTAGE, seconds=60)
    finally:
        polled_office.system.revive("backend")
    summary = oyo.wait_for("Mohon diperiksa", seconds=60)
    assert "21–22 Desember 2026" in summary.text
    assert len([shown for shown in oyo.shown if shown.text == texts.OUTAGE]) == 1


def test_a_bot_killed_in_mid_turn_files_once_what_it_had_taken(
    polled_office: TelegramOffice,
) -> None:
    oyo = polled_office.linked("gurutua")
    before = len(polled_office.requests_of("gurutua"))
    answer_to(oyo, "batal", "")
    summary_for(oyo, "28-29 desember")
    oyo.say("ya")
    time.sleep(0.05)  # long enough to be in the middle, short enough not to be over
    polled_office.system.kill("bot")
    polled_office.system.revive("bot")
    oyo.wait_for("sudah diajukan dengan nomor", seconds=60)
    answer_to(oyo, "status", "Diajukan")
    assert len(polled_office.requests_of("gurutua")) == before + 1
