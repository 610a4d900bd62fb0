"""A bubble as JSON of the web chat's contract."""

from collections.abc import Callable
from typing import Any

from bot.models import WebMessage

Link = Callable[[str, str], str]
"""(conversation id, document id) -> address under which the document opens."""


def view(row: WebMessage, link: Link) -> dict[str, Any]:
    """{"id", "text", "choices", "document": {"name", "url"} | null} and, for the page, "from"
    ("sapa" or "saya"), "at" (ISO time), "reply_to", "client_id", "unasked"."""
    body = row.body
    return {
        "id": row.id,
        "text": body["text"],
        "choices": body.get("choices", []),
        "document": _document(row, link),
        "from": "saya" if row.own else "sapa",
        "at": row.created_at.isoformat(timespec="seconds"),
        "reply_to": body.get("reply_to"),
        "client_id": body.get("client_id"),
        "unasked": row.outbox_id is not None,
    }


def _document(row: WebMessage, link: Link) -> dict[str, str | None] | None:
    document = row.body.get("document")
    if document is None:
        return None
    if row.own:  # only its name is kept here; the file itself is the backend's
        return {"name": document, "url": None}
    return {"name": document["name"], "url": link(row.conversation_id, document["id"])}
