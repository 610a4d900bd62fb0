"""What is told about an update before anybody parses it strictly. Pure; trusts nothing."""

import hashlib
from typing import Any

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
SOURCE = "telegram"


def update_id(update: Any) -> int | None:
    """None when this is no update: not an object, or without an integer id."""
    if not isinstance(update, dict):
        return None
    given = update.get("update_id")
    return given if type(given) is int and 0 <= given < 2**53 else None


def lane_of(update: dict[str, Any]) -> str:
    """`telegram:<chat>`; a press belongs to the chat of the one who pressed. Updates of unknown
    shape share lanes nobody talks in."""
    chat = _dig(update, "callback_query", "from", "id")
    for kind in ("message", "edited_message", "my_chat_member"):
        chat = chat if chat is not None else _dig(update, kind, "chat", "id")
    if type(chat) is int and abs(chat) < 2**53:
        return f"{SOURCE}:{chat}"
    return f"{SOURCE}:?{hashlib.sha256(repr(sorted(update)).encode()).hexdigest()[:8]}"


def press_id(update: dict[str, Any]) -> str | None:
    """Id to acknowledge a button press with."""
    given = _dig(update, "callback_query", "id")
    return given if isinstance(given, str) else None


def _dig(value: Any, *path: str) -> Any:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
