"""The domain, the rules and the actions fit together; every path of a conversation says something.

Read as files, because the actions and Rasa never import one another.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.catalogue import PLANS
from actions.routing import action_for, route
from actions.turn import Turn
from actions.unclear import NEVER_OFFERED
from tests.actions.conftest import ActionServer
from tests.actions.trackers import said, tracker, user

NLU = Path(__file__).parents[2] / "nlu"
PAYLOADS = {"tombol", "kirim_dokumen"}
ISIAN = ("pilihan", "tanggal", "teks", "telepon", "dokumen", "konfirmasi", "keputusan")


def load(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


CONVERSATION = load(NLU / "domain" / "percakapan.yml")
RESPONSES: dict[str, list[dict[str, Any]]] = CONVERSATION["responses"]
INTENTS = [*load(NLU / "domain" / "pemahaman.yml")["intents"], "nlu_fallback"]
ACTIONS = {next(iter(a)) if isinstance(a, dict) else a for a in CONVERSATION["actions"]}


def rules() -> Iterator[tuple[bool, str, str]]:
    """(inside a form, intent, action) for every rule of the conversation."""
    for path in sorted((NLU / "data" / "aturan").glob("*.yml")):
        for rule in load(path)["rules"]:
            trigger, action = rule["steps"]
            for one in trigger.get("or", [trigger]):
                yield "condition" in rule, one["intent"], action["action"]


RULES = list(rules())


def test_every_intent_has_one_rule_outside_a_form() -> None:
    assert sorted(intent for inside, intent, _ in RULES if not inside) == sorted(INTENTS)


def test_every_sentence_inside_a_form_goes_to_the_one_action_that_weighs_it() -> None:
    inside = {intent: action for within, intent, action in RULES if within}
    assert inside == dict.fromkeys(set(INTENTS) - PAYLOADS, "action_isian")


def test_every_rule_ends_in_an_action_or_a_response_that_exists() -> None:
    assert {action for _, _, action in RULES} <= ACTIONS | set(RESPONSES)


def test_the_domain_and_the_action_server_know_the_same_actions() -> None:
    assert set(PLANS) == ACTIONS


@pytest.mark.parametrize("intent", sorted(set(INTENTS) - PAYLOADS))
def test_an_intent_means_the_same_inside_and_outside_a_form(intent: str) -> None:
    outside = next(action for inside, name, action in RULES if name == intent and not inside)
    commands = {"batal", "koreksi", "ulangi", "lewati"}  # without a form they look for one
    assert outside == ("action_ulangi" if intent in commands else action_for(intent))


@pytest.mark.parametrize("intent", INTENTS)
@pytest.mark.parametrize("isian", ISIAN)
@pytest.mark.parametrize("pressed", [False, True])
def test_every_intent_leads_to_something_whatever_is_awaited(
    intent: str, isian: str, pressed: bool
) -> None:
    for confidence in (0.41, 0.75, 0.99):
        name = route(
            Turn("o", "e", "kata", pressed=pressed, intent=intent, confidence=confidence,
                 draft_id="d", isian=isian)
        )  # fmt: skip
        assert name in RESPONSES or name in PLANS


@pytest.mark.parametrize("isian", ISIAN)
async def test_the_weighing_action_always_answers(server: ActionServer, isian: str) -> None:
    draft = None if isian == "keputusan" else "d-1"
    for intent in INTENTS:
        sentence = user("kata", intent, 0.99)
        result = await server.run("action_isian", tracker(sentence, isian=isian, draft_id=draft))
        assert said(result), intent
        assert said(result) != ["utter_kesalahan"], intent


def test_every_response_has_words_and_every_button_a_known_intent() -> None:
    for name, variants in RESPONSES.items():
        for variant in variants:
            assert variant["text"].strip(), name
            for button in variant.get("buttons", []):
                assert button["title"]
                assert button["payload"].removeprefix("/") in INTENTS


def test_every_response_that_an_action_or_rule_uses_exists() -> None:
    code = "\n".join(path.read_text() for path in (NLU.parent / "actions").glob("*.py"))
    used = set(re.findall(r'"(utter_[a-z_]+)"', code)) - {"utter_"}
    assert used <= set(RESPONSES)


def test_every_intent_that_may_be_offered_has_a_name_for_its_button() -> None:
    offered = set(INTENTS) - NEVER_OFFERED - {"nlu_fallback"}
    assert {f"utter_sebutan_{intent}" for intent in offered} == {
        name for name in RESPONSES if name.startswith("utter_sebutan_")
    }


def test_no_slot_is_filled_from_a_sentence() -> None:
    for name, slot in CONVERSATION["slots"].items():
        assert [mapping["type"] for mapping in slot["mappings"]] == ["custom"], name
