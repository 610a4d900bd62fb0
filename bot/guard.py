"""What a person typed, before anybody interprets it. Pure.

Rasa obeys a leading slash (`/restart`, `/intent{...}`); only our own buttons may say such things.
So typed text never begins with one: known commands become plain words, of others the slash goes.
"""

import re
import unicodedata
from dataclasses import dataclass

MAX_CHARS = 2000

COMMANDS = {
    "start": "bantuan",
    "mulai": "bantuan",
    "help": "bantuan",
    "bantuan": "bantuan",
    "batal": "batal",
    "status": "status permohonan saya",
}

_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff]"
)
_COMMAND = re.compile(r"/([A-Za-z_]{1,32})(?:@\w{1,64})?(?:\s+(\S.*))?", re.DOTALL)
_INVITATION = re.compile(r"[A-Za-z0-9_-]{16,64}")


@dataclass(frozen=True)
class Words:
    """A sentence for Rasa; never begins with a slash."""

    text: str


@dataclass(frozen=True)
class Invitation:
    """`/start <token>`: the person followed a link from the personnel office."""

    token: str


class TooLong:
    """More than `MAX_CHARS` characters."""


class NoWords:
    """Only spaces, emoji or signs nobody can read."""


def read_text(typed: str) -> Words | Invitation | TooLong | NoWords:
    if len(typed) > MAX_CHARS:
        return TooLong()
    text = strip_invisible(typed).strip()
    command = _COMMAND.fullmatch(text)
    if command:
        name, rest = command[1].lower(), (command[2] or "").strip()
        if name == "start" and _INVITATION.fullmatch(rest):
            return Invitation(rest)
        if name in COMMANDS and not rest:
            return Words(COMMANDS[name])
    text = _without_leading_slash(text)
    return Words(text) if any(map(_says_something, text)) else NoWords()


def strip_invisible(text: str) -> str:
    """Without control, bidirectional and zero-width characters; line breaks and tabs stay."""
    return _INVISIBLE.sub("", text.replace("\r\n", "\n"))


def _without_leading_slash(text: str) -> str:
    return re.sub(r"^[\s/]+", "", text)


def _says_something(char: str) -> bool:
    """Letters, digits and punctuation do; emoji, their joiners and blanks do not."""
    return unicodedata.category(char)[0] in "LNP"
