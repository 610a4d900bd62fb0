"""What the actions need to know of one turn of a conversation."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

FALLBACK = "nlu_fallback"
UNCLEAR = frozenset({"action_tidak_paham", "utter_di_luar_cakupan"})
TEXT_LIMIT = 2_000  # the bot sends no longer ones
ENTITY_LIMIT = 40
RANKED = 5
CARRIERS = frozenset({"tombol", "dokumen"})  # entities that carry a payload, not language


@dataclass(frozen=True, slots=True)
class Entity:
    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Turn:
    """One message as Rasa understood it, and the three slots.

    `pressed` tells a payload (a button, a file) from a typed sentence; the former has no `text`.
    `ranking` holds the likeliest intents with their confidence, the fallback left out;
    `unclear_before` tells that the message before this one led nowhere either. `offered` are
    the backend's buttons under the answer just before, as (label, payload).
    """

    conversation: str
    event_id: str
    text: str = ""
    pressed: bool = False
    intent: str | None = None
    confidence: float = 0.0
    ranking: tuple[tuple[str, float], ...] = ()
    entities: tuple[Entity, ...] = ()
    quote: str | None = None
    layanan: str | None = None
    draft_id: str | None = None
    isian: str | None = None
    unclear_before: bool = False
    offered: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, tracker: Any) -> Self:
        """From a `rasa_sdk.Tracker`."""
        message = tracker.latest_message
        metadata = message.get("metadata") or {}
        typed = str(message.get("text") or "")
        pressed = typed.startswith("/")
        intent = message.get("intent") or {}
        return cls(
            conversation=tracker.sender_id,
            event_id=str(metadata.get("event_id") or message.get("message_id") or ""),
            text="" if pressed else typed[:TEXT_LIMIT],
            pressed=pressed,
            intent=intent.get("name"),
            confidence=float(intent.get("confidence") or 0.0),
            ranking=tuple(_ranking(message.get("intent_ranking") or ())),
            entities=tuple(_entities(message.get("entities") or ())),
            quote=metadata.get("quote"),
            layanan=tracker.get_slot("layanan"),
            draft_id=tracker.get_slot("draft_id"),
            isian=tracker.get_slot("isian"),
            unclear_before=not UNCLEAR.isdisjoint(_actions_of_previous_turn(tracker.events)),
            offered=tuple(_offered(_previous_turn(tracker.events))),
        )

    def has(self, *names: str) -> bool:
        return any(entity.name in names for entity in self.entities)

    def states(self, *beginnings: str) -> bool:
        """Whether an entity is stated whose name begins so (`jenis_` of any service)."""
        return any(entity.name.startswith(beginnings) for entity in self.entities)

    def first(self, name: str) -> Any:
        """The first value of the entity `name`; None when the sentence has none."""
        return next((entity.value for entity in self.entities if entity.name == name), None)

    @property
    def service(self) -> str:
        """The code of the service in the intent's name: the last word of `ajukan_<s>` and such."""
        return (self.intent or "").rpartition("_")[2]

    def language(self) -> dict[str, Any]:
        """The `Language` of the backend's contract."""
        return {
            "text": self.text,
            "intent": None if self.intent == FALLBACK else self.intent,
            "confidence": self.confidence,
            "entities": [
                {"entity": entity.name, "value": entity.value}
                for entity in self.entities[:ENTITY_LIMIT]
                if entity.name not in CARRIERS
            ],
        }


def _entities(raw: Iterable[dict[str, Any]]) -> Iterable[Entity]:
    return (Entity(str(one["entity"]), one.get("value")) for one in raw)


def _ranking(raw: Iterable[dict[str, Any]]) -> list[tuple[str, float]]:
    ranked = [(str(one["name"]), float(one.get("confidence") or 0.0)) for one in raw]
    return [one for one in ranked if one[0] != FALLBACK][:RANKED]


def _previous_turn(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    said = [i for i, event in enumerate(events) if event.get("event") == "user"]
    return events[said[-2] : said[-1]] if len(said) > 1 else []


def _actions_of_previous_turn(events: list[dict[str, Any]]) -> set[str]:
    between = _previous_turn(events)
    return {str(event.get("name")) for event in between if event.get("event") == "action"}


def _offered(events: Iterable[dict[str, Any]]) -> list[tuple[str, str]]:
    """Of the last thing that was said; what was asked before it is no longer the question."""
    said = [event for event in events if event.get("event") == "bot"]
    message = ((said[-1].get("data") or {}).get("custom") or {}) if said else {}
    return [(str(one["label"]), str(one["payload"])) for one in message.get("choices") or ()]
