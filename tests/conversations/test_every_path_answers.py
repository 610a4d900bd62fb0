"""Rasa answers `200 []` for every kind of failure, so no path of ours may end without a word."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import yaml

from tests.support.system import System, nip_of

DOMAIN = Path(__file__).parents[2] / "nlu" / "domain" / "pemahaman.yml"
INTENTS = yaml.safe_load(DOMAIN.read_text(encoding="utf-8"))["intents"]
ENTITIES = {"tombol": '{"tombol": "v1.a.x"}', "kirim_dokumen": '{"dokumen": "x"}'}


@pytest.fixture
def rasa(system: System) -> Iterator[httpx.Client]:
    """Speaks to Rasa directly, as the bot does, for a person of the demonstration."""
    with httpx.Client(base_url=system.environment.url("rasa"), timeout=30) as http:
        yield http


@pytest.fixture
def conversation(system: System) -> str:
    with system.internal() as http:
        answer = http.post("/v1/accounts/demo", json={"nip": nip_of("kadisdik")})
    return str(answer.json()["conversation_id"])


def turn(rasa: httpx.Client, conversation: str, message: str) -> list[dict[str, object]]:
    body = {"sender": conversation, "message": message}
    answer = rasa.post("/webhooks/rest/webhook", json=body)
    assert answer.status_code == 200
    return list(answer.json())


@pytest.mark.parametrize("place", ["outside", "inside"])
def test_every_intent_is_answered(rasa: httpx.Client, conversation: str, place: str) -> None:
    silent = []
    for intent in INTENTS:
        if place == "inside":
            turn(rasa, conversation, "/batal")
            turn(rasa, conversation, "/ajukan_cuti")
        answers = turn(rasa, conversation, f"/{intent}{ENTITIES.get(intent, '')}")
        if not answers or {"custom": {"gangguan": True}} in answers:
            silent.append(intent)
    turn(rasa, conversation, "/batal")
    assert silent == []


@pytest.mark.parametrize(
    "text", ["", " ", "/", "/tidak_ada_niat_ini", "\u200b", "?", "{}", "ya" * 900]
)
def test_whatever_is_typed_is_answered(rasa: httpx.Client, conversation: str, text: str) -> None:
    assert turn(rasa, conversation, text)
