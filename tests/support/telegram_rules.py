"""What Telegram's server checks of a call, in our own words. Pure; knows nothing of HTTP."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

METHODS: dict[str, tuple[set[str], set[str]]] = {
    "getMe": (set(), set()),
    "getUpdates": (set(), {"offset", "limit", "timeout", "allowed_updates"}),
    "getWebhookInfo": (set(), set()),
    "setWebhook": (
        {"url"},
        {"secret_token", "allowed_updates", "max_connections", "drop_pending_updates"},
    ),
    "deleteWebhook": (set(), {"drop_pending_updates"}),
    "sendMessage": (
        {"chat_id", "text"},
        {"parse_mode", "reply_markup", "link_preview_options", "reply_parameters"},
    ),
    "sendDocument": ({"chat_id", "document"}, {"caption", "parse_mode", "reply_markup"}),
    "editMessageReplyMarkup": (set(), {"chat_id", "message_id", "reply_markup"}),
    "answerCallbackQuery": ({"callback_query_id"}, {"text", "show_alert"}),
    "getFile": ({"file_id"}, set()),
    "leaveChat": ({"chat_id"}, set()),
}
"""Method -> (required, allowed besides)."""

_TAGS = {"b", "strong", "i", "em", "u", "s", "code", "pre", "a", "tg-spoiler", "blockquote"}
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Rejected(Exception):
    """`status` and `description` of Telegram's answer."""

    def __init__(self, status: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def check_call(method: str, params: dict[str, Any]) -> None:
    required, optional = METHODS[method]
    for name in required - set(params):
        raise Rejected(400, f"Bad Request: {name} is empty")
    for name in set(params) - required - optional:
        raise Rejected(400, f"Bad Request: unknown parameter {name}")
    if "text" in params and method == "sendMessage":
        _check_text(visible(params["text"], params.get("parse_mode")), 1, 4096, "message text")
    if "caption" in params:
        _check_text(visible(params["caption"], params.get("parse_mode")), 0, 1024, "caption")
    if params.get("reply_markup"):
        _check_keyboard(params["reply_markup"])
    if method == "answerCallbackQuery" and units(params.get("text", "")) > 200:
        raise Rejected(400, "Bad Request: MESSAGE_TOO_LONG")
    if "secret_token" in params and not _SECRET.fullmatch(params["secret_token"]):
        raise Rejected(400, "Bad Request: secret token contains unallowed characters")
    if not 1 <= int(params.get("limit", 100)) <= 100:
        raise Rejected(400, "Bad Request: limit is out of range")


def visible(text: str, mode: str | None) -> str:
    """The text after its entities are parsed."""
    if mode is None:
        return text
    if mode != "HTML":
        raise Rejected(400, "Bad Request: unsupported parse_mode")
    reader = _Html()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise Rejected(400, f"Bad Request: can't parse entities: no end tag for {reader.open[-1]}")
    return "".join(reader.text)


def _check_text(text: str, least: int, most: int, name: str) -> None:
    if units(text.strip()) < least:
        raise Rejected(400, f"Bad Request: {name} is empty")
    if units(text) > most:
        raise Rejected(400, f"Bad Request: {name} is too long")


def _check_keyboard(markup: Any) -> None:
    markup = json.loads(markup) if isinstance(markup, str) else markup
    for row in markup.get("inline_keyboard", []):
        for button in row:
            if not button.get("text", "").strip():
                raise Rejected(400, "Bad Request: inline keyboard button text is empty")
            if not 1 <= len(button.get("callback_data", "").encode()) <= 64:
                raise Rejected(400, "Bad Request: BUTTON_DATA_INVALID")


class _Html(HTMLParser):
    """Telegram's small HTML: known tags, nested properly, `<`, `>`, `&` only as entities."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise Rejected(400, f'Bad Request: can\'t parse entities: unsupported tag "{tag}"')
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise Rejected(400, "Bad Request: can't parse entities: unexpected end tag")

    def handle_data(self, data: str) -> None:
        if "<" in data:
            raise Rejected(400, "Bad Request: can't parse entities: unescaped <")
        self.text.append(data)

    def handle_entityref(self, name: str) -> None:
        if name not in ("lt", "gt", "amp", "quot"):
            raise Rejected(400, "Bad Request: can't parse entities: unknown entity")
        self.text.append(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.text.append(unescape(f"&#{name};"))
