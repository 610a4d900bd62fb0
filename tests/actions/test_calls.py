"""Which call to the backend an action makes: exactly one, with the agreed headers and body."""

import json
from typing import Any

import pytest

from actions.catalogue import PLANS
from tests.actions.conftest import ActionServer
from tests.actions.standin import StandIn, reply
from tests.actions.trackers import tracker, user

PERIODE = {"mulai": "2026-12-07", "selesai": "2026-12-09"}
FORM = {"draft_id": "d-1", "isian": "tanggal", "layanan": "cuti"}
NUMBER = {"nomor_permohonan": "CUTI-2026-000001"}

TABLE: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("action_mulai", user("mau cuti", "ajukan_cuti"), {}, "POST /v1/drafts"),
    ("action_syarat", user("syarat?", "syarat_kgb"), {}, "GET /v1/services/kgb/requirements"),
    ("action_catatan", user("sisa?", "saldo_cuti"), {}, "GET /v1/services/cuti/record"),
    ("action_catatan", user("ak", "angka_kredit"), {}, "GET /v1/services/fungsional/record"),
    ("action_daftar_permohonan", user("daftar"), {}, "GET /v1/requests"),
    ("action_status", user("status"), {}, "GET /v1/requests/status"),
    ("action_surat", user("surat"), {}, "GET /v1/requests/letter"),
    ("action_tarik", user("tarik"), {}, "POST /v1/requests/withdrawals"),
    ("action_daftar_tugas", user("tugas"), {}, "GET /v1/tasks"),
    ("action_putuskan", user("setuju", "setujui"), {}, "POST /v1/decisions"),
    ("action_profil", user("data saya"), {}, "GET /v1/me"),
    ("action_jawab", user("besok"), FORM, "POST /v1/drafts/d-1/answers"),
    ("action_jawab", user("audit"), {"isian": "keputusan"}, "POST /v1/decisions/answers"),
    ("action_kembali", user("kembali"), FORM, "POST /v1/drafts/d-1/back"),
    ("action_koreksi", user("salah"), FORM, "POST /v1/drafts/d-1/corrections"),
    ("action_koreksi", user("salah"), {}, "GET /v1/drafts/current"),
    ("action_lewati", user("lewati"), FORM, "POST /v1/drafts/d-1/skip"),
    ("action_batal", user("batal"), FORM, "POST /v1/drafts/d-1/cancel"),
    ("action_batal", user("batal"), {"isian": "keputusan"}, "POST /v1/decisions/cancel"),
    ("action_ajukan", user("ya"), FORM, "POST /v1/drafts/d-1/submit"),
    ("action_ulangi", user("ulangi"), FORM, "GET /v1/drafts/current"),
    ("action_lanjutkan", user("sisa?"), FORM, "GET /v1/drafts/current"),
    ("action_tidak_paham", user("xyz"), {}, "GET /v1/drafts/current"),
    ("action_dokumen", user("/kirim_dokumen"), FORM, "POST /v1/drafts/d-1/answers"),
    ("action_dokumen", user("/kirim_dokumen"), {}, "GET /v1/drafts/current"),
    ("action_tombol", user("/tombol"), {}, "POST /v1/buttons"),
    (
        "action_isian",
        user("7-9 des", entities={"periode": PERIODE}),
        FORM,
        "POST /v1/drafts/d-1/answers",
    ),
]


@pytest.mark.parametrize(
    ("action", "said", "slots", "expected"), TABLE, ids=[f"{row[0]}: {row[3]}" for row in TABLE]
)
async def test_an_action_asks_the_backend_once(
    server: ActionServer,
    backend: StandIn,
    *,
    action: str,
    said: dict[str, Any],
    slots: dict[str, str],
    expected: str,
) -> None:
    await server.run(action, tracker(said, **slots))
    assert [f"{one.method} {one.path}" for one in backend.asked] == [expected]


def test_every_action_is_in_the_table_of_calls() -> None:
    assert {row[0] for row in TABLE} == set(PLANS)


async def test_a_call_names_the_conversation_the_turn_and_the_service_that_asks(
    server: ActionServer, backend: StandIn
) -> None:
    await server.run("action_batal", tracker(user("batal", event_id="evt-7"), **FORM))
    headers = backend.asked[0].headers
    assert headers["authorization"] == "Bearer kunci-uji"
    assert headers["x-sapa-conversation"] == "obrolan-1"
    assert headers["idempotency-key"] == "evt-7:action_batal"


async def test_a_sentence_reaches_the_backend_as_it_was_understood(
    server: ActionServer, backend: StandIn
) -> None:
    said = user("cuti 7-9 desember", "ajukan_cuti", 0.87, {"periode": PERIODE, "tombol": "x"})
    await server.run("action_mulai", tracker(said))
    assert backend.asked[0].body == {
        "layanan": "cuti",
        "language": {
            "text": "cuti 7-9 desember",
            "intent": "ajukan_cuti",
            "confidence": 0.87,
            "entities": [{"entity": "periode", "value": PERIODE}],
        },
    }


async def test_what_was_not_understood_has_no_intent(
    server: ActionServer, backend: StandIn
) -> None:
    await server.run("action_jawab", tracker(user("hmm", "nlu_fallback"), **FORM))
    assert backend.asked[0].body["language"]["intent"] is None


async def test_a_file_reaches_the_form_by_its_id(server: ActionServer, backend: StandIn) -> None:
    said = user('/kirim_dokumen{"dokumen": "f-1"}', "kirim_dokumen", 1.0, {"dokumen": "f-1"})
    await server.run("action_dokumen", tracker(said, **FORM))
    assert backend.asked[0].body["document"] == "f-1"
    assert backend.asked[0].body["language"]["text"] == ""


async def test_a_number_asked_for_is_passed_on(server: ActionServer, backend: StandIn) -> None:
    await server.run("action_status", tracker(user("status", "cek_status", entities=NUMBER)))
    assert backend.asked[0].query == "number=CUTI-2026-000001"


@pytest.mark.parametrize(
    ("intent", "word", "outcome", "explicit"),
    [
        ("setujui", "setuju", "disetujui", True),
        ("tolak", "tolak", "tidak_disetujui", True),
        ("tangguhkan", "tangguhkan", "ditangguhkan", True),
        ("nlu_fallback", "setuju", "disetujui", True),
        ("setujui", None, "disetujui", False),
        ("setujui", "tolak", "tidak_disetujui", False),
        ("tolak", "setuju", "disetujui", False),
    ],
)
async def test_a_decision_is_explicit_only_when_word_and_sentence_agree(
    server: ActionServer,
    backend: StandIn,
    *,
    intent: str,
    word: str | None,
    outcome: str,
    explicit: bool,
) -> None:
    entities = {**NUMBER, **({"putusan": word} if word else {})}
    said = user("…", intent, entities=entities, quote="tugas:t-1")
    await server.run("action_putuskan", tracker(said))
    body = backend.asked[0].body
    assert (body["outcome"], body["explicit"]) == (outcome, explicit)
    assert (body["number"], body["quote"]) == ("CUTI-2026-000001", "tugas:t-1")


@pytest.mark.parametrize(
    ("text", "intent"),
    [("ya", "ya"), ("Iya, benar.", "ya"), ("oke", None), ("siap pak", None), ("baik", None)],
)
async def test_only_a_plain_yes_confirms_a_decision(
    server: ActionServer, backend: StandIn, text: str, intent: str | None
) -> None:
    await server.run("action_jawab", tracker(user(text, "ya"), isian="keputusan"))
    assert backend.asked[0].body["language"]["intent"] == intent


@pytest.mark.parametrize(
    ("said", "path"),
    [
        (user("siap pak", "ya", quote="tugas:t-1"), "/v1/tasks"),
        (user("ok", "nlu_fallback", quote="tugas:t-1"), "/v1/tasks"),
        (user("acc ya", "nlu_fallback", entities={"putusan": "setuju"}, quote="tugas:t-1"),
         "/v1/decisions"),
        (user("siap", "ya"), "/v1/drafts/current"),
    ],
)  # fmt: skip
async def test_a_polite_word_that_quotes_a_task_shows_it_and_decides_nothing(
    server: ActionServer, backend: StandIn, said: dict[str, Any], path: str
) -> None:
    await server.run("action_tidak_paham", tracker(said))
    assert backend.asked[0].path == path


async def test_no_answer_of_the_person_is_ever_written_to_a_log(
    server: ActionServer, backend: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    backend.answers["POST /v1/drafts/d-1/answers"] = (500, reply("x"))
    await server.run("action_jawab", tracker(user("rahasia saya 0812"), **FORM))
    assert "rahasia" not in caplog.text
    assert json.dumps("0812") not in caplog.text
