"""The table of outcomes, without any I/O."""

from datetime import datetime, timedelta

import pytest

from backend.notifications.outcomes import MAX_ATTEMPTS, Fate, Outcome, backoff, sequel


def _after(fate: Fate, now: datetime, *, kind: str = "task", attempts: int = 1, **more: float):
    return sequel(Outcome(fate, **more), kind=kind, attempts=attempts, now=now, jitter=0.5)


def test_a_sent_message_is_done(now: datetime) -> None:
    then = _after(Fate.SENT, now)
    assert (then.state, then.sent_at) == ("sent", now)


@pytest.mark.parametrize("fate", [Fate.RETRY, Fate.CLOSED])
def test_waiting_for_the_channel_or_the_bot_uses_up_no_attempt(now: datetime, fate: Fate) -> None:
    then = _after(fate, now, attempts=MAX_ATTEMPTS, after_seconds=30)
    assert (then.state, then.attempts) == ("pending", MAX_ATTEMPTS - 1)
    assert then.next_at > now


def test_retry_waits_at_least_as_long_as_the_channel_asks(now: datetime) -> None:
    assert _after(Fate.RETRY, now, after_seconds=30).next_at >= now + timedelta(seconds=30)


def test_an_uncertain_notice_to_an_approver_is_sent_again_after_a_minute(now: datetime) -> None:
    then = _after(Fate.UNCERTAIN, now)
    assert (then.state, then.next_at) == ("uncertain", now + timedelta(seconds=60))


@pytest.mark.parametrize("fate", [Fate.FAILED, Fate.UNREACHABLE, Fate.UNCERTAIN])
def test_the_twelfth_failure_is_the_last(now: datetime, fate: Fate) -> None:
    assert _after(fate, now, attempts=MAX_ATTEMPTS - 1).state != "dead"
    assert _after(fate, now, attempts=MAX_ATTEMPTS).state == "dead"


def test_the_backoff_grows_to_an_hour_and_is_spread() -> None:
    assert backoff(1, 0.5) == timedelta(seconds=2)
    assert backoff(5, 0.5) == timedelta(seconds=32)
    assert backoff(40, 0.5) == timedelta(hours=1)
    assert backoff(5, 0.0) == timedelta(seconds=16)
