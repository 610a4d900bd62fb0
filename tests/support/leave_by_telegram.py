"""Filing a leave through Telegram in two messages, for tests about what comes after."""

import re

from tests.support.telegram_person import Person

NUMBER = re.compile(r"CUTI-2026-\d{6}")
REST = "acara keluarga di Garut, alamat Jl. Melati 5 Garut, hp 08121234567"
TURN_SECONDS = 30


def number_in(text: str) -> str:
    found = NUMBER.search(text)
    assert found, text
    return found.group()


def summary_for(person: Person, dates: str) -> None:
    start = person.newest
    person.say(f"saya mau cuti tahunan {dates}, {REST}")
    person.wait_for("Mohon diperiksa", since=start, seconds=TURN_SECONDS)


def confirmed(person: Person) -> str:
    """The number that the summary becomes by a "ya"."""
    start = person.newest
    person.say("ya")
    filed = person.wait_for("sudah diajukan dengan nomor", since=start, seconds=TURN_SECONDS)
    return number_in(filed.text)
