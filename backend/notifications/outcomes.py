"""What became of one delivery, and what follows from it. Pure: a table and its arithmetic."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MAX_ATTEMPTS = 12
BACKOFF_CAP = timedelta(hours=1)
RESEND_AFTER = timedelta(seconds=60)
CLOSED_PAUSE = timedelta(seconds=2)
TOLD_ONCE = frozenset({"info"})
"""Kinds whose doubling would annoy more than their loss would hurt: never sent on suspicion."""


class Fate(StrEnum):
    SENT = "sent"
    RETRY = "retry"
    """The channel asks to wait; the message itself is fine."""
    FAILED = "failed"
    """Not sent for a reason that may pass."""
    CLOSED = "closed"
    """The bot's door did not open at all: says nothing about this message."""
    UNREACHABLE = "unreachable"
    """This account can receive nothing (blocked, deleted); the person may have another."""
    UNCERTAIN = "uncertain"
    """The connection broke after sending: it may or may not have arrived."""
    DEAD = "dead"
    """The channel will never accept this message."""


@dataclass(frozen=True, slots=True)
class Outcome:
    fate: Fate
    provider_id: str | None = None
    after_seconds: float = 0
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Sequel:
    """How the outbox row goes on: its next state, attempts so far, and when to look again."""

    state: str
    attempts: int
    next_at: datetime
    sent_at: datetime | None = None


def sequel(outcome: Outcome, *, kind: str, attempts: int, now: datetime, jitter: float) -> Sequel:
    """`attempts` includes this one; `jitter` is a random number from 0 up to 1.

    Waiting because a channel says so, or because the bot is away, does not use up attempts.
    """
    fate = outcome.fate
    if fate is Fate.SENT:
        return Sequel("sent", attempts, now, sent_at=now)
    uncounted = _uncounted_wait(outcome, jitter)
    if uncounted is not None:
        return Sequel("pending", attempts - 1, now + uncounted)
    if fate is Fate.UNCERTAIN and kind in TOLD_ONCE:
        return Sequel("uncertain", attempts, now)
    if fate is Fate.DEAD or attempts >= MAX_ATTEMPTS:
        return Sequel("dead", attempts, now)
    if fate is Fate.UNCERTAIN:
        return Sequel("uncertain", attempts, now + RESEND_AFTER)
    return Sequel("pending", attempts, now + backoff(attempts, jitter))


def _uncounted_wait(outcome: Outcome, jitter: float) -> timedelta | None:
    if outcome.fate is Fate.RETRY:
        return timedelta(seconds=max(outcome.after_seconds, 1) + jitter)
    if outcome.fate is Fate.CLOSED:
        return CLOSED_PAUSE * (0.5 + jitter)
    return None


def backoff(attempts: int, jitter: float) -> timedelta:
    """min(1 h, 2^n s) times 0.5 to 1.5, so that many failed messages do not return together."""
    return min(BACKOFF_CAP, timedelta(seconds=2 ** min(attempts, 12))) * (0.5 + jitter)
