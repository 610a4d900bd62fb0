"""Conversations on Telegram, polled: words, buttons, quotes, files, contacts, and bad days."""

import time

import httpx
import pytest

from bot import texts
from bot.telegram import reading
from tests.bot.conftest import Start
from tests.bot.neighbours import PDF, Neighbours, as_payload
from tests.support.telegram_server import BOT, Person, TelegramServer


def test_a_sentence_gets_its_answer_and_the_offset_moves(
    rina: Person, beside: Neighbours, telegram: TelegramServer
) -> None:
    rina.say("saya mau cuti <b>besok</b> & lusa")
    answer = rina.wait_for("Terbaca")
    assert answer.text == "Terbaca: saya mau cuti <b>besok</b> & lusa"
    sent = telegram.calls_of("sendMessage")[0]
    assert sent["text"] == "Terbaca: <b>saya mau cuti &lt;b&gt;besok&lt;/b&gt; &amp; lusa</b>"
    assert sent["link_preview_options"] == {"is_disabled": True}
    _until(lambda: telegram.waiting == 0)


def test_a_press_is_acknowledged_worked_and_its_keyboard_removed(
    rina: Person, beside: Neighbours, telegram: TelegramServer
) -> None:
    rina.say("halo")
    answer = rina.wait_for("Terbaca")
    rina.press("Ya", of=answer)
    rina.wait_for("tombol")
    assert beside.heard()[-1] == as_payload("ajukan:d1")
    assert len(telegram.wait_calls("answerCallbackQuery")) == 1
    assert answer.choices == {}


def test_a_second_press_of_the_same_button_is_another_turn_and_no_error(
    rina: Person, beside: Neighbours
) -> None:
    rina.say("halo")
    answer = rina.wait_for("Terbaca")
    data = answer.choices["Ya"]
    rina.press_data(data, answer)
    rina.press_data(data, answer)
    beside.wait_turns(3)
    assert beside.heard()[1:] == [as_payload("ajukan:d1")] * 2


def test_somebody_elses_button_means_nothing(
    rina: Person, dedi: Person, beside: Neighbours
) -> None:
    rina.say("halo")
    data = rina.wait_for("Terbaca").choices["Ya"]
    dedi.press_data(data)
    dedi.wait_for(texts.UNKNOWN_BUTTON)
    assert len(beside.turns) == 1


@pytest.mark.parametrize("forged", ["", "x" * 64, "v9.a.x", "/restart", "🎉"])
def test_a_forged_press_means_nothing(rina: Person, beside: Neighbours, forged: str) -> None:
    rina.press_data(forged)
    rina.wait_for(texts.UNKNOWN_BUTTON)
    assert beside.turns == []


def test_a_quoted_notification_tells_what_the_reply_is_about(
    rina: Person, beside: Neighbours, polling: str, service: dict[str, str]
) -> None:
    said = _deliver(polling, service, 1, "1001", {"text": "Ada tugas.", "quote": "tugas:4"})
    assert said == {"state": "sent", "provider_id": str(rina.shown[0].id)}
    rina.say("setuju", reply_to=rina.shown[0])
    rina.wait_for("Terbaca")
    assert beside.turns[0].quote == "tugas:4"


def test_a_delivery_repeated_is_not_shown_again(
    rina: Person, polling: str, service: dict[str, str]
) -> None:
    first = _deliver(polling, service, 5, "1001", {"text": "Disetujui."})
    assert _deliver(polling, service, 5, "1001", {"text": "Disetujui."}) == first
    assert len(rina.shown) == 1


def test_a_letter_arrives_as_a_document(
    rina: Person, beside: Neighbours, polling: str, service: dict[str, str]
) -> None:
    rina.say("halo")
    rina.wait_for("Terbaca")
    chat = beside.accounts["telegram:1001"]
    letter = {"text": "*Surat* terbit.", "document": {"id": f"surat-{chat}", "name": "Surat.pdf"}}
    said = _deliver(polling, service, 6, "1001", letter, chat)
    assert said["state"] == "sent"
    assert rina.shown[-1].document == ("Surat.pdf", PDF)
    assert rina.shown[-1].text == "Surat terbit."


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        ({"status": 403, "description": "Forbidden: bot was blocked by the user"}, "unreachable"),
        ({"status": 400, "description": "Bad Request: chat not found"}, "unreachable"),
        ({"status": 400, "description": "Bad Request: something else"}, "dead"),
        ({"status": 502, "description": "Bad Gateway"}, "uncertain"),
        ({"kind": "lost"}, "uncertain"),
        (
            {
                "status": 429,
                "description": "Too Many Requests: retry after 7",
                "parameters": {"retry_after": 7},
            },
            "retry",
        ),
    ],
)
def test_each_way_to_fail_has_its_state(
    rina: Person,
    telegram: TelegramServer,
    polling: str,
    service: dict[str, str],
    fault: dict[str, object],
    state: str,
) -> None:
    telegram.fail("sendMessage", **fault)
    said = _deliver(polling, service, 8, "1001", {"text": "Disetujui."})
    assert said["state"] == state
    if state == "retry":
        assert said["after_seconds"] == 7
        held = _deliver(polling, service, 9, "1001", {"text": "Lagi."})
        assert held["state"] == "retry", "the chat is held"


def test_markup_that_telegram_refuses_is_sent_plain(
    rina: Person, telegram: TelegramServer, polling: str, service: dict[str, str]
) -> None:
    telegram.fail("sendMessage", status=400, description="Bad Request: can't parse entities: x")
    said = _deliver(polling, service, 8, "1001", {"text": "*Disetujui*."})
    assert said["state"] == "sent"
    assert rina.shown[0].text == "Disetujui."


def test_a_held_chat_gets_its_answer_later_and_once(
    rina: Person, beside: Neighbours, telegram: TelegramServer
) -> None:
    telegram.fail("sendMessage", status=429, parameters={"retry_after": 1})
    rina.say("halo")
    rina.wait_for("Terbaca")
    assert len(rina.shown) == 1
    assert len(beside.turns) == 1, "the turn is not repeated, only its answer"


def test_a_file_is_stored_before_rasa_hears_of_it(rina: Person, beside: Neighbours) -> None:
    rina.send_document("surat dokter.pdf", b"%PDF-1.7 isi", "application/pdf")
    rina.wait_for("kirim_dokumen")
    assert list(beside.files.values()) == [("surat dokter.pdf", b"%PDF-1.7 isi")]
    rina.send_photo(b"\xff\xd8\xff isi")
    beside.wait_turns(2)
    assert beside.heard() == [f'/kirim_dokumen{{"dokumen": "dok{n}"}}' for n in (1, 2)]


def test_files_are_refused_with_a_reason(
    rina: Person, beside: Neighbours, telegram: TelegramServer
) -> None:
    rina.send_photo(b"x" * 12_000_000)
    rina.wait_for("terlalu besar")
    assert telegram.calls_of("getFile") == [], "refused by the size it says it has"
    rina.send_document("foto.pdf", b"MZ program", "application/pdf")
    rina.wait_for("Jenis berkas ini tidak diterima")
    rina.send_document("kosong.pdf", b"", "application/pdf")
    rina.wait_for(texts.EMPTY_FILE)
    assert beside.turns == []


def test_only_ones_own_contact_counts(rina: Person, beside: Neighbours) -> None:
    rina.share_contact("+62 812-0000-0099", owner=5)
    rina.wait_for(texts.FOREIGN_CONTACT)
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "X"}
    rina.share_contact("+6281200000008", forward_origin=origin)
    rina.share_contact("+6281200000008")
    rina.wait_for("Nomor sudah dikenali.")
    assert beside.contacts == [("1001", "+6281200000008")]


def test_an_invitation_is_redeemed_and_not_said_to_rasa(rina: Person, beside: Neighbours) -> None:
    token = "AbCdEfGhIjKlMnOpQrStUv"
    rina.say(f"/start {token}")
    rina.wait_for("Akun sudah terhubung.")
    assert beside.redeemed == [("1001", token)]
    assert beside.turns == []


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        ({"text": "x" * 4096}, texts.TOO_LONG),
        ({"text": "👍"}, texts.NO_WORDS),
        ({"location": {"latitude": 1.0, "longitude": 2.0}}, texts.UNSUPPORTED),
        (
            {
                "voice": {"file_id": "v", "file_unique_id": "v", "duration": 2},
            },
            texts.UNSUPPORTED,
        ),
    ],
)
def test_what_cannot_be_read_gets_one_helpful_sentence(
    rina: Person, beside: Neighbours, content: dict[str, object], answer: str
) -> None:
    rina.send(**content)
    rina.wait_for(answer.replace("*", ""))
    assert len(rina.shown) == 1
    assert beside.turns == []


def test_a_typed_restart_is_just_a_word(rina: Person, beside: Neighbours) -> None:
    rina.say("/restart")
    rina.wait_for("Terbaca: restart")


def test_an_edit_is_not_a_new_answer(
    rina: Person, beside: Neighbours, telegram: TelegramServer
) -> None:
    telegram.push(edited_message={**rina.message(text="4 Desember"), "edit_date": 5})
    rina.wait_for(texts.EDITED)
    assert beside.turns == []


def test_groups_get_one_line_and_are_left(
    rina: Person, beside: Neighbours, telegram: TelegramServer
) -> None:
    group = {"id": -77, "type": "group", "title": "Kantor"}
    telegram.push(message={**rina.message(text="halo bot"), "chat": group})
    telegram.wait_calls("leaveChat")
    assert [m.text for m in telegram.chats[-77]] == [texts.PRIVATE_ONLY]
    assert beside.turns == []


def test_bots_and_channels_are_ignored(
    rina: Person, beside: Neighbours, telegram: TelegramServer
) -> None:
    telegram.push(message={**rina.message(text="halo"), "from": BOT})
    telegram.push(message={**rina.message(text="halo"), "via_bot": BOT})
    rina.say("selesai")
    rina.wait_for("Terbaca: selesai")
    assert beside.heard() == ["selesai"]


def test_an_unreadable_update_blocks_nobody(
    rina: Person, beside: Neighbours, telegram: TelegramServer, polling: str
) -> None:
    broken = rina.message(text="x")
    del broken["date"]
    telegram.push(message={**broken, "chat": {"id": 1001}})
    rina.say("halo")
    rina.wait_for("Terbaca: halo")
    assert beside.heard() == ["halo"]
    numbers = httpx.get(f"{polling}/metrics", trust_env=False).text
    assert 'sapa_bot_alerts_total{kind="row_dead"} 1.0' in numbers


def test_a_blocked_bot_ends_the_row_and_the_lane_goes_on(
    rina: Person, beside: Neighbours, telegram: TelegramServer
) -> None:
    telegram.blocked_by.add(1001)
    rina.say("pertama")
    beside.wait_turns(1)
    time.sleep(0.3)
    telegram.blocked_by.clear()
    rina.say("kedua")
    rina.wait_for("Terbaca: kedua")
    assert len(rina.shown) == 1


def test_messages_of_a_chat_keep_their_order(rina: Person, beside: Neighbours) -> None:
    beside.seconds = 0.1
    words = [f"pesan {n}" for n in range(6)]
    for word in words:
        rina.say(word)
    rina.wait_for("pesan 5", seconds=20)
    assert beside.heard() == words
    assert beside.most_together == 1


def test_an_outage_is_told_once_and_everything_is_done_later(
    rina: Person, beside: Neighbours
) -> None:
    beside.backend_down = True
    rina.say("pertama")
    beside.wait_turns(0)
    time.sleep(1.2)
    beside.backend_down = False
    rina.say("kedua")
    rina.wait_for("Terbaca: kedua", seconds=20)
    texts_ = [m.text for m in rina.shown]
    assert texts_[-2:] == ["Terbaca: pertama", "Terbaca: kedua"]
    assert set(beside.effects.values()) == {1}


def test_twenty_messages_a_minute_are_the_limit(
    rina: Person, beside: Neighbours, telegram: TelegramServer
) -> None:
    for number in range(26):
        rina.say(f"pesan {number}")
    rina.wait_for(texts.TOO_FAST, seconds=60)
    _until(lambda: telegram.waiting == 0)
    assert len(beside.turns) == 20
    assert [m.text for m in rina.shown].count(texts.TOO_FAST) == 1


def test_a_bot_starts_while_telegram_refuses_it(
    start: Start, telegram_settings: dict[str, object], telegram: TelegramServer
) -> None:
    telegram.fail("getUpdates", status=409, description="Conflict: terminated by other", times=99)
    with start(**telegram_settings) as url:
        _until(lambda: "onflict" in httpx.get(f"{url}/readyz", trust_env=False).text)
        assert httpx.get(f"{url}/readyz", trust_env=False).status_code == 200
        polls = len(telegram.calls_of("getUpdates"))
        time.sleep(1)
        assert len(telegram.calls_of("getUpdates")) == polls, "it does not hammer"


def _deliver(
    url: str,
    service: dict[str, str],
    outbox: int,
    account: str,
    message: dict[str, object],
    chat: str = "c",
) -> dict[str, object]:
    answer = httpx.post(
        f"{url}/internal/deliveries",
        headers=service,
        timeout=40,
        trust_env=False,
        json={
            "outbox_id": outbox,
            "channel": "telegram",
            "account_id": account,
            "conversation_id": chat,
            "message": message,
        },
    )
    answer.raise_for_status()
    said: dict[str, object] = answer.json()
    return said


def _until(true: object, seconds: float = 10) -> None:
    assert callable(true)
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.03)


def test_a_file_that_telegram_never_hands_out_does_not_hold_the_chat_for_ever(
    telegram: TelegramServer, rina: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "FETCHES", 2)
    telegram.fail("getFile", status=500, times=99)
    rina.send_photo(b"isi")
    rina.say("masih di sana?")
    rina.wait_for("masih di sana?", seconds=20)
    assert [m.text for m in rina.shown] == [
        texts.FILE_NOT_FETCHED,
        "Terbaca: masih di sana?",
    ]
