"""Turns through the web chat, with everything a person or a bad day may do to them."""

import threading
import time

import httpx
import pytest

from bot import texts, turns
from tests.bot.conftest import Start
from tests.bot.neighbours import PDF, Neighbours, as_payload
from tests.support.chat import Chat


def test_a_sentence_gets_its_answer_with_opaque_buttons(rina: Chat, beside: Neighbours) -> None:
    (answer,) = rina.say("saya mau cuti tahunan")
    assert answer.text == "Terbaca: *saya mau cuti tahunan*"
    assert list(answer.choices) == ["Ya", "Tidak"]
    assert all(p.startswith("v1.b.") and len(p) == 27 for p in answer.choices.values())


def test_a_button_reaches_rasa_as_what_it_stands_for(rina: Chat, beside: Neighbours) -> None:
    rina.say("halo")
    rina.press("Ya")
    assert beside.turns[-1].message == as_payload("ajukan:d1")


def test_a_decision_token_passes_as_it_is(rina: Chat, beside: Neighbours) -> None:
    token = "v1.a." + "x" * 22
    rina.send(token)
    assert beside.turns[-1].message == as_payload(token)


def test_a_static_answer_of_rasa_keeps_its_intent(rina: Chat, beside: Neighbours) -> None:
    buttons = [{"title": "Bantuan", "payload": "/bantuan"}]
    beside.extra["halo"] = [{"text": "Halo, Bapak/Ibu.", "buttons": buttons}]
    rina.say("halo")
    rina.press("Bantuan")
    assert beside.turns[-1].message == "/bantuan"


def test_somebody_elses_button_means_nothing(rina: Chat, dedi: Chat, beside: Neighbours) -> None:
    rina.say("halo")
    (answer,) = dedi.send(rina.payload("Ya"))
    assert answer.text == texts.UNKNOWN_BUTTON
    assert len(beside.turns) == 1


@pytest.mark.parametrize(
    "forged", ["", "x" * 64, "v9.a.x", "'; DROP TABLE--", "🎉", "\x00", "/restart"]
)
def test_a_forged_button_means_nothing(rina: Chat, beside: Neighbours, forged: str) -> None:
    (answer,) = rina.send(forged)
    assert answer.text == texts.UNKNOWN_BUTTON
    assert beside.turns == []


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("/restart", "restart"),
        ("/approve{'id':7}", "approve{'id':7}"),
        (" \u200b//SLOT{}", "SLOT{}"),
        ("/batal", "batal"),
        ("/start", "bantuan"),
        ("/status", "status permohonan saya"),
    ],
)
def test_typed_text_is_never_a_command_for_rasa(
    rina: Chat, beside: Neighbours, typed: str, heard: str
) -> None:
    rina.say(typed)
    assert beside.heard() == [heard]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("x" * 20_000, texts.TOO_LONG), ("🎉👍🏽", texts.NO_WORDS), ("  \n ", texts.NO_WORDS)],
)
def test_what_nobody_can_read_is_answered_by_the_bot(
    rina: Chat, beside: Neighbours, typed: str, answer: str
) -> None:
    (shown,) = rina.say(typed)
    assert shown.text == answer
    assert beside.turns == []


def test_half_characters_and_nul_do_no_harm(rina: Chat, beside: Neighbours, bot_url: str) -> None:
    answer = httpx.post(
        f"{bot_url}/web/messages",
        content='{"text": "cuti\\u0000 \\ud83d besok"}',
        headers={**dict(rina._http.headers), "content-type": "application/json"},
    )
    assert answer.status_code == 200
    assert beside.heard() == ["cuti \ufffd besok"]


def test_a_reply_carries_what_it_quotes(
    rina: Chat, dedi: Chat, beside: Neighbours, service: dict[str, str], http: httpx.Client
) -> None:
    note = {"text": "Permohonan Rina menunggu.", "quote": "tugas:9"}
    _deliver(http, service, 1, beside.accounts["web:197904252005011001"], note)
    notice = dedi.wait_for("menunggu")
    dedi.say("setuju", reply_to=notice)
    assert beside.turns[-1].quote == "tugas:9"
    rina.say("setuju", reply_to=notice)
    assert beside.turns[-1].quote is None, "a bubble of somebody else says nothing"


def test_a_delivery_is_shown_once(
    rina: Chat, beside: Neighbours, service: dict[str, str], http: httpx.Client
) -> None:
    chat = beside.accounts["web:199302182019032001"]
    first = _deliver(http, service, 7, chat, {"text": "Disetujui."})
    again = _deliver(http, service, 7, chat, {"text": "Disetujui."})
    assert first == again
    assert first["state"] == "sent"
    assert [m.text for m in rina.look()] == ["Disetujui."]


def test_deliveries_need_the_service_token(http: httpx.Client) -> None:
    answer = http.post("/internal/deliveries", json={})
    assert answer.status_code in (401, 422)
    answer = http.post(
        "/internal/deliveries",
        headers={"Authorization": "Bearer salah"},
        json={
            "outbox_id": 1,
            "channel": "web",
            "account_id": "1",
            "conversation_id": "c",
            "message": {"text": "x"},
        },
    )
    assert answer.status_code == 401


def test_a_letter_opens_for_its_owner_only(
    rina: Chat, dedi: Chat, beside: Neighbours, service: dict[str, str], http: httpx.Client
) -> None:
    chat = beside.accounts["web:199302182019032001"]
    document = {"id": f"surat-{chat}", "name": "Surat Izin Cuti.pdf"}
    _deliver(http, service, 3, chat, {"text": "Surat terbit.", "document": document})
    letter = rina.wait_for_document()
    assert rina.download(letter) == PDF
    assert letter.document is not None
    url = letter.document["url"]
    answer = http.get(url)
    assert answer.headers["content-disposition"].startswith("attachment")
    assert http.get(url[:-3]).status_code == 403
    assert http.get(url.partition("?")[0]).status_code == 403


def test_two_messages_of_one_person_never_run_together(rina: Chat, beside: Neighbours) -> None:
    beside.seconds = 0.2
    texts_ = [f"pesan {n}" for n in range(5)]
    threads = []
    for text in texts_:
        threads.append(
            threading.Thread(
                target=rina._http.post, args=("/web/messages",), kwargs={"json": {"text": text}}
            )
        )
        threads[-1].start()
        time.sleep(0.03)
    for thread in threads:
        thread.join()
    assert beside.heard() == texts_
    assert beside.most_together == 1


def test_a_repeated_call_is_one_turn(rina: Chat, beside: Neighbours) -> None:
    body = {"text": "halo", "client_id": "k1"}
    first = rina._http.post("/web/messages", json=body).json()
    again = rina._http.post("/web/messages", json=body).json()
    assert [m["id"] for m in first["messages"]] == [m["id"] for m in again["messages"]]
    assert len(beside.turns) == 1


def test_silence_of_rasa_is_retried_once_when_the_turn_did_not_happen(
    rina: Chat, beside: Neighbours
) -> None:
    beside.silent, beside.forget = 1, True
    (answer,) = rina.say("halo")
    assert answer.text == "Terbaca: *halo*"


def test_silence_of_rasa_is_not_repeated_when_the_turn_happened(
    rina: Chat, beside: Neighbours
) -> None:
    beside.silent = 1
    (answer,) = rina.say("halo")
    assert answer.text == texts.NO_ANSWER
    assert len(beside.turns) == 1


@pytest.mark.parametrize("what", ["rasa_down", "backend_down"])
def test_an_outage_is_told_once_and_the_message_is_done_later(
    rina: Chat, beside: Neighbours, what: str
) -> None:
    setattr(beside, what, True)
    (notice,) = rina.say("pertama")
    (shared,) = rina.say("kedua")
    assert notice.text == texts.OUTAGE
    assert shared.id == notice.id
    time.sleep(1.5)
    setattr(beside, what, False)
    rina.wait_for("Terbaca: *kedua*")
    told = [m.text for m in rina.seen].count(texts.OUTAGE)
    order = [m.text for m in rina.seen if m.text != texts.OUTAGE]
    assert told == 1
    assert order == ["Terbaca: *pertama*", "Terbaca: *kedua*"]
    assert set(beside.effects.values()) == {1}


def test_a_flood_gets_one_notice_and_no_more(start: Start, beside: Neighbours) -> None:
    beside.seconds = 0.05
    with start(backlog=3) as url:
        rina = Chat(url, "199302182019032001")
        answers: list[httpx.Response] = []

        def send(n: int) -> None:
            answers.append(rina._http.post("/web/messages", json={"text": f"pesan {n}"}))

        threads = [threading.Thread(target=send, args=(n,)) for n in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        rina.look()
        rina.close()
    assert [m.text for m in rina.seen].count(texts.TOO_FAST) == 1
    refused = [a for a in answers if a.status_code == 429]
    assert refused
    assert refused[0].json()["message"] == texts.TOO_FAST
    assert len(beside.turns) + len(refused) + 1 == 12


def _deliver(
    http: httpx.Client, service: dict[str, str], outbox: int, chat: str, message: dict[str, object]
) -> dict[str, object]:
    answer = http.post(
        "/internal/deliveries",
        headers=service,
        json={
            "outbox_id": outbox,
            "channel": "web",
            "account_id": "197904252005011001",
            "conversation_id": chat,
            "message": message,
        },
    )
    answer.raise_for_status()
    said: dict[str, object] = answer.json()
    return said


def test_a_message_the_backend_stumbles_over_does_not_hold_the_next_one(
    rina: Chat, beside: Neighbours, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "MAX_FAILURES", 2)
    beside.extra["rusak"] = [{"custom": {"gangguan": True, "salah": True}}]
    assert [m.text for m in rina.say("rusak")] == [texts.GIVEN_UP]
    assert [m.text for m in rina.say("halo")] == ["Terbaca: *halo*"]
