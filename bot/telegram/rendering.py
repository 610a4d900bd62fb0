"""The neutral message inside Telegram's limits. Pure.

Every text is untrusted: it is escaped whole, and only then `*tebal*` becomes bold. Lengths count
UTF-16 units, as Telegram does.
"""

import html
import re

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.guard import strip_invisible
from bot.messages import Choice

MAX_PART = 3500
MAX_CAPTION = 1000
MAX_LABEL = 64
ROW_WIDTH = 26
"""Characters that fit side by side on a small phone."""

_BOLD = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def parts(text: str, longest: int = MAX_PART) -> list[str]:
    """The text cut between paragraphs, else lines, else words, into parts of at most `longest`."""
    rest = strip_invisible(text).strip()
    cut_up = []
    while utf16(rest) > longest:
        cut = _cut(rest, longest)
        cut_up.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*cut_up, rest] if rest else cut_up


def as_html(text: str) -> str:
    return _BOLD.sub(r"<b>\1</b>", html.escape(text, quote=False))


def as_plain(text: str) -> str:
    return _BOLD.sub(r"\1", text)


def keyboard(choices: list[Choice]) -> InlineKeyboardMarkup | None:
    """Short labels share a row, long ones get their own."""
    if not choices:
        return None
    rows: list[list[InlineKeyboardButton]] = []
    used = ROW_WIDTH
    for choice in choices:
        label = _label(choice.label)
        button = InlineKeyboardButton(label, callback_data=choice.payload)
        width = len(label) + 2
        if rows and used + width <= ROW_WIDTH and len(rows[-1]) < 3:
            rows[-1].append(button)
            used += width
        else:
            rows.append([button])
            used = width
    return InlineKeyboardMarkup(rows)


def _label(label: str) -> str:
    label = as_plain(strip_invisible(label)).strip() or "Pilih"
    return label if len(label) <= MAX_LABEL else label[: MAX_LABEL - 1] + "…"


def _cut(text: str, longest: int) -> int:
    """Index to cut at: the last good place, unless that would waste more than half."""
    end = _index_at(text, longest)
    for border in ("\n\n", "\n", " "):
        found = text.rfind(border, end // 2, end)
        if found > 0:
            return found
    return end


def _index_at(text: str, units: int) -> int:
    used = 0
    for index, char in enumerate(text):
        used += 2 if ord(char) > 0xFFFF else 1
        if used > units:
            return index
    return len(text)
