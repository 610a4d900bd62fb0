"""The web chat's HTTP contract: tokens, limits, files, live events, headers."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from bot import texts
from bot.app import create_app
from bot.settings import Settings
from bot.webchat import endpoints
from bot.webchat.tokens import Session, sign_session
from tests.bot.conftest import RINA, Start
from tests.bot.neighbours import Neighbours
from tests.support.chat import Chat
from tests.support.serving import serving

DOORS = [
    ("POST", "/web/messages"),
    ("POST", "/web/files"),
    ("GET", "/web/messages"),
    ("GET", "/web/events"),
]


@pytest.mark.parametrize(("method", "path"), DOORS)
@pytest.mark.parametrize("token", ["", "Bearer", "Bearer x.y.z", "Basic abc", "forged"])
def test_without_a_token_every_door_is_shut(
    http: httpx.Client, method: str, path: str, token: str, now: object
) -> None:
    if token == "forged":
        assert hasattr(now, "year")
        forged = sign_session(Session("c" * 32, RINA, "Rina"), "kunci lain" * 5, now)  # type: ignore[arg-type]  # a datetime
        token = f"Bearer {forged}"
    answer = http.request(method, path, headers={"Authorization": token})
    assert answer.status_code in (401, 422)
    if answer.status_code == 401:
        assert answer.json()["message"] == texts.SIGN_IN_AGAIN


def test_a_file_link_is_no_session(rina: Chat, http: httpx.Client, settings: object) -> None:
    token = rina._http.headers["Authorization"].split()[1]
    answer = http.get("/web/files/x", params={"kunci": token})
    assert answer.status_code == 403


def test_production_has_no_sign_in_without_proof(start: Start) -> None:
    with start(env="production") as url:
        for path in ("/web/session", "/web/people"):
            method = "POST" if path.endswith("session") else "GET"
            answer = httpx.request(method, f"{url}{path}", json={"nip": RINA}, trust_env=False)
            assert answer.status_code == 403
            assert answer.json()["message"] == texts.DEMO_ONLY


def test_an_unknown_nip_is_told_so(http: httpx.Client) -> None:
    answer = http.post("/web/session", json={"nip": "1"})
    assert answer.status_code == 404
    assert answer.json()["message"] == "NIP tidak ditemukan."


def test_the_people_of_the_demonstration_are_listed(http: httpx.Client, rina: Chat) -> None:
    people = http.get("/web/people").json()
    assert {"nip": RINA, "nama": "Rina Marlina", "tiba": 0}.items() <= people[0].items()


def test_an_unreachable_backend_is_said_politely(http: httpx.Client, beside: Neighbours) -> None:
    beside.backend_down = True
    answer = http.post("/web/session", json={"nip": RINA})
    assert answer.status_code == 503
    assert answer.json()["message"] == texts.TRY_LATER


@pytest.mark.parametrize(
    "body",
    [{}, {"text": "a", "payload": "b"}, {"text": 5}, {"text": "a", "reply_to": -1}, [], "x"],
)
def test_a_body_of_the_wrong_shape_is_refused(rina: Chat, body: object) -> None:
    answer = rina._http.post("/web/messages", json=body)
    assert answer.status_code == 422
    assert answer.json()["message"] == texts.BODY_UNREADABLE


def test_bodies_have_limits(rina: Chat, http: httpx.Client) -> None:
    answer = rina._http.post("/web/messages", json={"text": "x" * 300_000})
    assert answer.status_code == 413
    assert answer.json()["message"] == texts.BODY_TOO_BIG


@pytest.mark.parametrize(
    ("name", "content", "answer"),
    [
        ("foto.jpg", b"x" * 12_000_000, texts.file_too_big(10_000_000)),
        ("surat.pdf", b"MZ\x90 program", "Jenis berkas ini tidak diterima."),
        ("kosong.pdf", b"", texts.EMPTY_FILE),
    ],
)
def test_a_refused_file_is_answered_in_the_chat(
    rina: Chat, beside: Neighbours, name: str, content: bytes, answer: str
) -> None:
    (said,) = rina.attach(name, content, "application/pdf")
    assert said.text == answer
    assert beside.turns == []


def test_a_file_is_stored_and_rasa_hears_its_id(rina: Chat, beside: Neighbours) -> None:
    rina.attach("../../etc/surat dokter.pdf", b"%PDF isi", "application/pdf")
    assert list(beside.files.values()) == [("surat dokter.pdf", b"%PDF isi")]
    assert beside.heard() == ['/kirim_dokumen{"dokumen": "dok1"}']


def test_a_file_during_an_outage_is_said_to_be_lost(rina: Chat, beside: Neighbours) -> None:
    beside.backend_down = True
    (said,) = rina.attach("surat.pdf", b"%PDF isi", "application/pdf")
    assert said.text == texts.FILE_NOT_STORED


def test_history_holds_own_messages_only_when_asked(rina: Chat) -> None:
    rina.say("halo")
    mine = rina._http.get("/web/messages", params={"semua": 1}).json()["messages"]
    plain = rina._http.get("/web/messages").json()["messages"]
    assert [m["from"] for m in mine] == ["saya", "sapa"]
    assert [m["from"] for m in plain] == ["sapa"]
    assert set(plain[0]) >= {"id", "text", "choices", "document"}
    after = {"after": plain[0]["id"]}
    assert rina._http.get("/web/messages", params=after).json() == {"messages": []}


def test_unasked_messages_arrive_live(
    rina: Chat, beside: Neighbours, service: dict[str, str], http: httpx.Client
) -> None:
    with _listening(rina) as heard:
        body = {
            "outbox_id": 3,
            "channel": "web",
            "account_id": RINA,
            "conversation_id": beside.accounts[f"web:{RINA}"],
            "message": {"text": "Permohonan disetujui."},
        }
        http.post("/internal/deliveries", json=body, headers=service).raise_for_status()
        event = next(heard)
    assert event["text"] == "Permohonan disetujui."
    assert event["unasked"] is True


def test_somebody_elses_messages_do_not_arrive(rina: Chat, dedi: Chat) -> None:
    with _listening(rina) as heard:
        dedi.say("rahasia dedi")
        rina.say("punya rina")
        assert next(heard)["text"] == "Terbaca: *punya rina*"


def test_pages_carry_their_shields(http: httpx.Client) -> None:
    for path in ("/chat", "/web/static/chat.js", "/healthz", "/tidak-ada"):
        headers = http.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    page = http.get("/chat").text
    assert "<script>" not in page
    assert "style=" not in page
    assert "http://" not in page.replace("http://www.w3.org", "")


def test_readiness_names_each_dependency(http: httpx.Client, beside: Neighbours) -> None:
    assert http.get("/readyz").json() == {"database": "ok", "rasa": "ok", "backend": "ok"}
    beside.rasa_down = True
    answer = http.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["rasa"] == "gangguan"


@contextmanager
def _listening(chat: Chat) -> Iterator[Iterator[dict[str, object]]]:
    """Events as they arrive; the stream is open when the block begins."""
    with chat._http.stream("GET", "/web/events") as stream:
        lines = stream.iter_lines()
        assert next(lines).startswith("retry")
        threading.Event().wait(0.3)
        yield (json.loads(line[6:]) for line in lines if line.startswith("data: "))


@pytest.mark.parametrize("client_id", ["kiriman-é", "a\nb", " ", "x" * 65])
def test_a_name_of_a_message_that_cannot_travel_on_is_refused(
    rina: Chat, beside: Neighbours, client_id: str
) -> None:
    said = rina._http.post("/web/messages", json={"text": "halo", "client_id": client_id})
    file = {"file": ("surat.pdf", b"%PDF isi", "application/pdf")}
    sent = rina._http.post("/web/files", files=file, data={"client_id": client_id})
    assert [said.status_code, sent.status_code] == [422, 422]
    assert beside.turns == []


@pytest.mark.parametrize("last", ["x", "-1", str(2**70)])
def test_a_stream_cannot_begin_at_an_impossible_place(rina: Chat, last: str) -> None:
    answer = rina._http.get("/web/events", headers={"Last-Event-ID": last})
    assert answer.status_code == 422


def test_one_person_cannot_open_streams_without_end(
    rina: Chat, dedi: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endpoints, "MAX_EARS", 2)
    with _listening(rina), _listening(rina):
        answer = rina._http.get("/web/events")
        assert answer.status_code == 429
        assert answer.json()["message"] == texts.TOO_MANY_WINDOWS
        with _listening(dedi):
            pass
    rina.say("masih bisa")


def test_a_fault_of_ours_is_answered_politely(settings: Settings) -> None:
    async def fail() -> None:
        raise RuntimeError("rincian")

    app = create_app(settings)
    app.add_api_route("/rusak", fail)
    with serving(app) as url:
        answer = httpx.get(f"{url}/rusak", trust_env=False)
    assert answer.status_code == 500
    assert answer.json()["message"] == texts.TRY_LATER
