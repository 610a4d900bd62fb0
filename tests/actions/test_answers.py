"""What becomes of the backend's answer: words, slots, what comes next, every kind of failure."""

import logging
import time
from typing import Any

import pytest

from actions.catalogue import PLANS
from tests.actions.conftest import ActionServer
from tests.actions.standin import StandIn, reply
from tests.actions.trackers import action, bot, follower, said, slots, tracker, user

FORM = {"draft_id": "d-1", "isian": "tanggal", "layanan": "cuti"}
DECISION = {"draft_id": "d-1", "isian": "keputusan", "layanan": "cuti"}
ANSWERS = "POST /v1/drafts/d-1/answers"
CURRENT = "GET /v1/drafts/current"


async def test_messages_of_the_backend_pass_through_whole(
    server: ActionServer, backend: StandIn
) -> None:
    message = {
        "text": "*Ringkasan*",
        "choices": [{"label": "Ya", "payload": "ajukan:d-1"}],
        "document": {"id": "f-1", "name": "surat.pdf"},
        "quote": "tugas:t-1",
    }
    backend.answers[ANSWERS] = {"messages": [message, {"text": "Lanjut?"}], "awaiting": None}
    result = await server.run("action_jawab", tracker(user("besok"), **FORM))
    assert [one["custom"] for one in result["responses"]] == [message, {"text": "Lanjut?"}]


async def test_slots_follow_what_the_backend_awaits(server: ActionServer, backend: StandIn) -> None:
    backend.answers["POST /v1/drafts"] = reply(
        "Tanggal?", isian="tanggal", draft_id="d-9", layanan="cuti"
    )
    result = await server.run("action_mulai", tracker(user("mau cuti", "ajukan_cuti")))
    assert slots(result) == {"isian": "tanggal", "draft_id": "d-9", "layanan": "cuti"}
    assert follower(result) == "action_listen"


async def test_only_slots_that_changed_are_set(server: ActionServer, backend: StandIn) -> None:
    backend.answers[ANSWERS] = reply("Alasan?", isian="teks", draft_id="d-1", layanan="cuti")
    result = await server.run("action_jawab", tracker(user("besok"), **FORM))
    assert slots(result) == {"isian": "teks"}


async def test_a_form_that_is_over_is_forgotten(server: ActionServer, backend: StandIn) -> None:
    backend.answers["POST /v1/drafts/d-1/submit"] = reply("Terkirim.")
    result = await server.run("action_ajukan", tracker(user("ya", "ya"), **FORM))
    assert slots(result) == {"isian": None, "draft_id": None, "layanan": None}
    assert follower(result) == "action_listen"


async def test_after_a_question_in_passing_the_form_is_asked_again(
    server: ActionServer, backend: StandIn
) -> None:
    result = await server.run("action_catatan", tracker(user("sisa?", "saldo_cuti"), **FORM))
    assert slots(result) == {}
    assert follower(result) == "action_lanjutkan"


async def test_outside_a_form_nothing_is_asked_after_an_answer(server: ActionServer) -> None:
    result = await server.run("action_catatan", tracker(user("sisa?", "saldo_cuti")))
    assert follower(result) == "action_listen"


async def test_a_decision_in_the_making_keeps_the_form_it_came_between(
    server: ActionServer, backend: StandIn
) -> None:
    backend.answers["POST /v1/buttons"] = reply("Apa alasannya?", isian="keputusan")
    pressed = user("/tombol", "tombol", 1.0, {"tombol": "v1.a.x"})
    result = await server.run("action_tombol", tracker(pressed, **FORM))
    assert slots(result) == {"isian": "keputusan"}


async def test_after_a_decision_the_form_goes_on(server: ActionServer, backend: StandIn) -> None:
    backend.answers["POST /v1/decisions/answers"] = reply("Sudah diputus.")
    result = await server.run("action_jawab", tracker(user("audit"), **DECISION))
    assert slots(result) == {"isian": None}
    assert follower(result) == "action_lanjutkan"


async def test_an_interrupted_decision_waits_for_its_answer_and_nothing_else(
    server: ActionServer,
) -> None:
    result = await server.run("action_isian", tracker(user("bantuan", "bantuan"), **DECISION))
    assert said(result) == ["utter_bantuan"]
    assert follower(result) == "action_listen"


async def test_going_on_is_silent_when_nothing_is_open_any_more(
    server: ActionServer, backend: StandIn
) -> None:
    backend.answers[CURRENT] = reply("Tidak ada isian.")
    result = await server.run("action_lanjutkan", tracker(user("sisa?"), **FORM))
    assert said(result) == []
    assert slots(result) == {"isian": None, "draft_id": None, "layanan": None}


async def test_a_forgotten_form_is_offered_when_something_is_not_understood(
    server: ActionServer, backend: StandIn
) -> None:
    backend.answers[CURRENT] = reply("Lanjutkan?", isian="pilihan", draft_id="d-1", layanan="cuti")
    result = await server.run("action_tidak_paham", tracker(user("xyz")))
    assert said(result) == ["Lanjutkan?"]
    assert slots(result)["draft_id"] == "d-1"


DOMAIN = {
    "responses": {
        "utter_sebutan_saldo_cuti": [{"text": "Sisa cuti saya"}],
        "utter_sebutan_cek_status": [{"text": "Status permohonan"}],
    }
}
RANKING = (("saldo_cuti", 0.35), ("nlu_fallback", 0.3), ("ya", 0.2), ("cek_status", 0.15))


async def test_an_unclear_sentence_is_answered_with_the_likeliest_meanings_as_buttons(
    server: ActionServer, backend: StandIn
) -> None:
    backend.answers[CURRENT] = reply("Tidak ada isian.")
    unclear = tracker(user("cuti status", ranking=RANKING))
    result = await server.run("action_tidak_paham", unclear, domain=DOMAIN)
    assert said(result) == ["utter_tawaran"]
    assert result["responses"][0]["buttons"] == [
        {"title": "Sisa cuti saya", "payload": "/saldo_cuti"},
        {"title": "Status permohonan", "payload": "/cek_status"},
    ]


async def test_the_second_failure_in_a_row_offers_the_menu_and_a_person(
    server: ActionServer, backend: StandIn
) -> None:
    backend.answers[CURRENT] = reply("Tidak ada isian.")
    before = (user("xyz", event_id="evt-0"), action("action_tidak_paham"), bot("Maaf."))
    first = await server.run("action_tidak_paham", tracker(user("xyz")))
    second = await server.run("action_tidak_paham", tracker(*before, user("xyz")))
    assert said(first) == ["utter_belum_paham"]
    assert said(second) == ["utter_masih_belum_paham"]


async def test_a_failure_after_something_out_of_scope_is_the_second_in_a_row(
    server: ActionServer, backend: StandIn
) -> None:
    backend.answers[CURRENT] = reply("Tidak ada isian.")
    before = (user("ktp", event_id="evt-0"), action("utter_di_luar_cakupan"), bot("Maaf."))
    result = await server.run("action_tidak_paham", tracker(*before, user("xyz")))
    assert said(result) == ["utter_masih_belum_paham"]


@pytest.mark.parametrize("status", [500, 502, 503, 401, 408, 429])
async def test_a_failing_backend_is_an_outage_and_changes_nothing(
    server: ActionServer, backend: StandIn, status: int
) -> None:
    backend.answers[ANSWERS] = (status, {"message": "rincian"})
    result = await server.run("action_jawab", tracker(user("besok"), **FORM))
    assert said(result) == ["gangguan"]
    assert slots(result) == {}
    assert follower(result) == "action_listen"


@pytest.mark.parametrize(("status", "salah"), [(500, True), (503, False)])
async def test_a_stumbling_backend_is_told_from_one_that_is_away(
    server: ActionServer, backend: StandIn, status: int, salah: bool
) -> None:
    backend.answers[ANSWERS] = (status, {"message": "rincian"})
    result = await server.run("action_jawab", tracker(user("besok"), **FORM))
    assert [one["custom"] for one in result["responses"]] == [{"gangguan": True, "salah": salah}]


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"messages": 1}'])
async def test_an_answer_that_is_no_reply_is_an_outage(
    server: ActionServer, backend: StandIn, body: bytes
) -> None:
    backend.answers[ANSWERS] = (200, body)
    assert said(await server.run("action_jawab", tracker(user("besok"), **FORM))) == ["gangguan"]


@pytest.mark.parametrize("name", PLANS)
async def test_a_backend_that_does_not_listen_is_an_outage(
    server_alone: ActionServer, name: str
) -> None:
    result = await server_alone.run(name, tracker(user("besok"), **FORM))
    assert said(result) == ["gangguan"]
    assert slots(result) == {}


async def test_a_backend_that_does_not_answer_in_time_is_an_outage(
    server: ActionServer, backend: StandIn
) -> None:
    backend.delay = 9
    began = time.monotonic()
    result = await server.run("action_jawab", tracker(user("besok"), **FORM))
    assert said(result) == ["gangguan"]
    assert time.monotonic() - began < 10  # the gateway gives a turn twenty seconds


async def test_a_refusal_says_what_the_backend_says_and_looks_at_the_form_again(
    server: ActionServer, backend: StandIn
) -> None:
    backend.answers[ANSWERS] = (404, {"code": "x", "message": "Isian itu sudah selesai."})
    result = await server.run("action_jawab", tracker(user("besok"), **FORM))
    assert said(result) == ["Isian itu sudah selesai."]
    assert follower(result) == "action_lanjutkan"


async def test_a_refusal_without_words_is_answered_politely(
    server: ActionServer, backend: StandIn
) -> None:
    backend.answers["GET /v1/requests"] = (422, b"oops")
    result = await server.run("action_daftar_permohonan", tracker(user("daftar")))
    assert said(result) == ["utter_kesalahan"]


async def test_a_bug_never_shows_the_tracker_and_is_loud(
    server: ActionServer, backend: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    backend.answers[ANSWERS] = {"messages": [], "awaiting": None}
    with caplog.at_level(logging.ERROR):
        result = await server.run("action_jawab", tracker(user("alasan rahasia"), **FORM))
    assert said(result) == ["utter_kesalahan"]
    assert "action_jawab failed: ValueError" in caplog.text
    assert "rahasia" not in caplog.text + str(result)


async def test_a_repeated_turn_is_answered_as_before_and_does_nothing(
    server: ActionServer, backend: StandIn
) -> None:
    custom = {"text": "Permohonan CUTI-2026-000001 terkirim."}
    repeated = tracker(
        user("ya", "ya"), action("action_isian"), bot(None, custom), user("ya", "ya")
    )
    result = await server.run("action_tidak_paham", repeated)
    assert [one["custom"] for one in result["responses"]] == [custom]
    assert backend.asked == []


async def test_a_turn_that_met_an_outage_is_tried_anew(
    server: ActionServer, backend: StandIn
) -> None:
    failed = (user("besok"), action("action_isian"), bot(None, {"gangguan": True}))
    result = await server.run("action_isian", tracker(*failed, user("besok"), **FORM))
    assert said(result) == ["Dari backend."]
    assert len(backend.asked) == 1


PROTOCOL: list[tuple[Any, int]] = [
    ({"next_action": "action_tidak_dikenal", "tracker": {}}, 404),
    ({"next_action": "action_jawab"}, 400),
    (
        {"next_action": "action_jawab", "tracker": {"slots": {"alasan": "rahasia"}}},
        400,
    ),
    ({}, 400),
    ([], 400),
]


@pytest.mark.parametrize(("call", "status"), PROTOCOL)
async def test_a_malformed_call_is_refused_without_repeating_it(
    server: ActionServer, call: Any, status: int
) -> None:
    answer = await server.http.post("/webhook", json=call)
    assert answer.status_code == status
    assert "rahasia" not in answer.text


async def test_health_is_where_the_sdk_has_it(server: ActionServer) -> None:
    assert (await server.http.get("/health")).json() == {"status": "ok"}
