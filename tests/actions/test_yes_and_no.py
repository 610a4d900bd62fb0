"""A typed yes or no to a question that was asked with two buttons presses the one it means."""

import pytest

from tests.actions.conftest import ActionServer
from tests.actions.standin import StandIn
from tests.actions.trackers import action, bot, tracker, user

CHOICES = [
    {"label": "Ya, batalkan", "payload": "tarik:r-1:1"},
    {"label": "Tidak jadi", "payload": "biarkan:r-1"},
]
ASKED = (
    user("tarik permohonan", "batalkan_permohonan", event_id="evt-0"),
    action("action_tarik"),
    bot(custom={"text": "Batalkan permohonan?", "choices": CHOICES}),
)


@pytest.mark.parametrize(
    ("name", "text", "intent", "payload"),
    [
        ("action_tidak_paham", "ya", "ya", "tarik:r-1:1"),
        ("action_tidak_paham", "tidak", "tidak", "biarkan:r-1"),
        ("action_ulangi", "tidak jadi", "batal", "biarkan:r-1"),
    ],
)
async def test_a_word_answers_the_question_that_was_just_asked(
    server: ActionServer, backend: StandIn, name: str, text: str, intent: str, payload: str
) -> None:
    await server.run(name, tracker(*ASKED, user(text, intent)))
    assert (backend.asked[0].path, backend.asked[0].body["payload"]) == ("/v1/buttons", payload)


@pytest.mark.parametrize(
    "between",
    [
        (user("halo", "sapa", event_id="evt-9"), bot("Selamat datang")),
        (bot("Sama-sama"),),
        (bot(custom={"text": "Yang mana?", "choices": [CHOICES[0]]}),),
    ],
)
async def test_a_yes_to_something_else_presses_nothing(
    server: ActionServer, backend: StandIn, between: tuple[dict[str, object], ...]
) -> None:
    await server.run("action_tidak_paham", tracker(*ASKED, *between, user("ya", "ya")))
    assert backend.asked[0].path == "/v1/drafts/current"


@pytest.mark.parametrize(("text", "confidence"), [("ya", 0.5), ("ya nanti saya pikir dulu", 0.9)])
async def test_an_unsure_yes_presses_nothing(
    server: ActionServer, backend: StandIn, text: str, confidence: float
) -> None:
    await server.run("action_tidak_paham", tracker(*ASKED, user(text, "ya", confidence)))
    assert backend.asked[0].path == "/v1/drafts/current"
