"""What an error of Telegram means for the message that was being sent. A table, nothing else.

`sent` is the only state in which it certainly arrived; `uncertain` may have.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

State = Literal["sent", "retry", "unreachable", "uncertain", "dead"]
RETRY_SECONDS = 5.0
UNCERTAIN_SECONDS = 60.0

_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_GONE = ("chat not found", "user not found", "chat_id is empty", "peer_id_invalid")


@dataclass(frozen=True)
class Outcome:
    """`alert`: an operator should look, because it is our bug or our configuration."""

    state: State
    error: str = ""
    after_seconds: float = 0.0
    alert: bool = False


def classify(error: TelegramError) -> Outcome:  # noqa: PLR0911  # one line per row of the table
    if isinstance(error, RetryAfter):
        return Outcome("retry", "too many requests", _seconds(error.retry_after))
    if isinstance(error, Forbidden):
        return Outcome("unreachable", _short(error))
    if isinstance(error, InvalidToken | EndPointNotFound):
        return Outcome("retry", "token refused", 300, alert=True)
    if isinstance(error, Conflict | ChatMigrated):
        return Outcome("dead", _short(error), alert=True)
    if isinstance(error, BadRequest):
        if any(reason in _short(error).lower() for reason in _GONE):
            return Outcome("unreachable", _short(error))
        return Outcome("dead", _short(error), alert=True)
    if isinstance(error, TimedOut | NetworkError):
        if isinstance(error.__cause__, _NEVER_LEFT):
            return Outcome("retry", type(error.__cause__).__name__, RETRY_SECONDS)
        return Outcome("uncertain", _short(error), UNCERTAIN_SECONDS)
    return Outcome("dead", _short(error), alert=True)


def bad_markup(error: BadRequest) -> bool:
    return "can't parse entities" in str(error).lower()


def already_so(error: BadRequest) -> bool:
    """The keyboard is gone already, or its message is: both are what we wanted."""
    text = str(error).lower()
    return any(
        said in text
        for said in ("not modified", "message to edit not found", "message can't be edited")
    )


def _seconds(retry_after: int | timedelta) -> float:
    """The library is on its way from int to timedelta."""
    if isinstance(retry_after, timedelta):
        return retry_after.total_seconds()
    return float(retry_after)


def _short(error: TelegramError) -> str:
    return str(error)[:200]
