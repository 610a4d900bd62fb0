"""Rasa's memory: the three slots after a turn, and the answers of a turn that came before."""

from collections.abc import Iterator, Sequence
from typing import Any

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions.backend import Awaiting
from actions.steps import Concern
from actions.turn import Turn

LISTEN = "action_listen"
GO_ON = "action_lanjutkan"


def after(turn: Turn, concern: Concern, awaiting: Awaiting | None) -> list[EventType]:
    """Events that set what changed and say what comes next.

    Every action names its follower itself: the rules match on slots, which it may just have set.
    """
    if concern is Concern.PASSING:
        asked_in_form = turn.draft_id is not None and turn.isian != "keputusan"
        return [FollowupAction(GO_ON if asked_in_form else LISTEN)]
    if awaiting is not None:
        return [*_slots(turn, _kept(turn, awaiting)), FollowupAction(LISTEN)]
    if concern is Concern.ASIDE and turn.draft_id:
        state = {"isian": None, "draft_id": turn.draft_id, "layanan": turn.layanan}
        return [*_slots(turn, state), FollowupAction(GO_ON)]
    return [*_slots(turn, dict.fromkeys(("isian", "draft_id", "layanan"))), FollowupAction(LISTEN)]


def _kept(turn: Turn, awaiting: Awaiting) -> dict[str, str | None]:
    """A decision in the making does not forget the form it came between."""
    if awaiting.isian == "keputusan" and awaiting.draft_id is None:
        return {"isian": "keputusan", "draft_id": turn.draft_id, "layanan": turn.layanan}
    return {
        "isian": awaiting.isian,
        "draft_id": awaiting.draft_id,
        "layanan": awaiting.layanan or turn.layanan,
    }


def _slots(turn: Turn, state: dict[str, str | None]) -> list[EventType]:
    return [SlotSet(name, value) for name, value in state.items() if getattr(turn, name) != value]


def earlier_answers(events: Sequence[dict[str, Any]], event_id: str) -> list[dict[str, Any]]:
    """What was answered when this very turn ran before; empty when it did not, or had to wait.

    The gateway repeats a turn whose end it did not see. By then the slots have moved on, and the
    same words could mean something else: they are answered as the first time, without effect.
    """
    turns = [i for i, event in enumerate(events) if event.get("event") == "user"]
    for position in turns[:-1]:
        metadata = events[position].get("metadata") or {}
        if event_id and metadata.get("event_id") == event_id:
            said = list(_said_after(events, position))
            if said and not any((one["data"].get("custom") or {}).get("gangguan") for one in said):
                return said
    return []


def _said_after(events: Sequence[dict[str, Any]], position: int) -> Iterator[dict[str, Any]]:
    for event in events[position + 1 :]:
        if event.get("event") == "user":
            return
        if event.get("event") == "bot":
            yield {"text": event.get("text"), "data": event.get("data") or {}}
