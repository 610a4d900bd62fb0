"""Trackers as Rasa sends them to the action server."""

from typing import Any


def user(
    text: str = "",
    intent: str = "nlu_fallback",
    confidence: float = 0.9,
    entities: dict[str, Any] | None = None,
    *,
    event_id: str = "evt-1",
    quote: str | None = None,
    ranking: tuple[tuple[str, float], ...] = (),
) -> dict[str, Any]:
    """A user event; `parse_data` is also the tracker's latest message."""
    return {
        "event": "user",
        "text": text,
        "metadata": {"event_id": event_id, "quote": quote},
        "parse_data": {
            "text": text,
            "intent": {"name": intent, "confidence": confidence},
            "intent_ranking": [{"name": n, "confidence": c} for n, c in ranking],
            "entities": [{"entity": k, "value": v} for k, v in (entities or {}).items()],
            "metadata": {"event_id": event_id, "quote": quote},
            "message_id": "m-1",
        },
    }


def bot(text: str | None = None, custom: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"event": "bot", "text": text, "data": {"custom": custom, "buttons": None}}


def action(name: str) -> dict[str, Any]:
    return {"event": "action", "name": name}


def tracker(*events: dict[str, Any], **slots: str | None) -> dict[str, Any]:
    """A tracker whose last user event is the present turn."""
    latest = [event for event in events if event["event"] == "user"][-1]
    return {
        "sender_id": "obrolan-1",
        "slots": {"isian": None, "draft_id": None, "layanan": None, **slots},
        "latest_message": latest["parse_data"],
        "events": list(events),
        "paused": False,
        "followup_action": None,
        "active_loop": {},
        "latest_action_name": "action_listen",
    }


def said(result: dict[str, Any]) -> list[str]:
    """What an action utters: texts of the backend, names of responses, or "gangguan"."""
    return [
        one["text"]
        or one["response"]
        or ("gangguan" if one["custom"].get("gangguan") else one["custom"]["text"])
        for one in result["responses"]
    ]


def slots(result: dict[str, Any]) -> dict[str, Any]:
    return {e["name"]: e["value"] for e in result["events"] if e["event"] == "slot"}


def follower(result: dict[str, Any]) -> str:
    (name,) = [e["name"] for e in result["events"] if e["event"] == "followup"]
    return str(name)
