"""Telegram's webhook: who may knock, what is stored, and that 200 means stored."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from bot.settings import Settings
from bot.telegram.updates import ALLOWED
from tests.bot.conftest import Start
from tests.bot.neighbours import Neighbours
from tests.support.postgres import free_port
from tests.support.telegram_server import Person, TelegramServer

SECRET = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def hooked(
    start: Start, telegram_settings: dict[str, object], telegram: TelegramServer
) -> Iterator[str]:
    """The webhook's address, as it was given to Telegram."""
    port = free_port()
    changes = {"telegram_mode": "webhook", "public_url": f"http://127.0.0.1:{port}"}
    with start(port, **telegram_settings, **changes):
        telegram.wait_calls("setWebhook")
        yield telegram.webhook["url"]


@pytest.fixture
def person(telegram: TelegramServer, hooked: str) -> Person:
    return telegram.person(1001, "Rina Marlina")


def test_the_webhook_is_set_with_its_secret_and_all_kinds(
    hooked: str, telegram: TelegramServer
) -> None:
    (call,) = telegram.calls_of("setWebhook")
    assert len(call["secret_token"]) >= 32
    assert call["allowed_updates"] == ALLOWED
    assert "drop_pending_updates" not in call


def test_a_webhook_that_is_right_is_left_alone(
    start: Start, telegram_settings: dict[str, object], telegram: TelegramServer
) -> None:
    port = free_port()
    changes = {"telegram_mode": "webhook", "public_url": f"http://127.0.0.1:{port}"}
    for _ in range(2):
        with start(port, **telegram_settings, **changes):
            pass
    assert len(telegram.calls_of("getWebhookInfo")) == 2
    assert len(telegram.calls_of("setWebhook")) == 1


def test_a_message_is_answered(person: Person, telegram: TelegramServer) -> None:
    person.say("halo")
    person.wait_for("Terbaca: halo")
    assert telegram.hook_answers == [200]


def test_the_same_update_five_times_is_one_turn(
    person: Person, telegram: TelegramServer, beside: Neighbours
) -> None:
    update = {"update_id": 900, "message": person.message(text="sekali saja")}
    with ThreadPoolExecutor(5) as pool:
        assert list(pool.map(telegram.hook, [update] * 5)) == [200] * 5
    person.wait_for("sekali saja")
    person.say("selesai")
    person.wait_for("selesai")
    assert beside.heard() == ["sekali saja", "selesai"]
    assert len(person.shown) == 2


@pytest.mark.parametrize("secret", [None, "", "salah", "é"])
def test_without_the_secret_nothing_is_stored(
    hooked: str, person: Person, beside: Neighbours, secret: str | None
) -> None:
    headers = {} if secret is None else {SECRET: secret.encode()}
    update = {"update_id": 1, "message": person.message(text="palsu")}
    answer = httpx.post(hooked, json=update, headers=headers, trust_env=False)
    assert answer.status_code == 403
    assert _waiting(hooked) == 0
    assert beside.turns == []


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'"x"', b"1", b'{"update_id": "7"}', b'{"update_id": true}', b"[" * 100_000],
)
def test_what_is_no_update_is_refused(hooked: str, telegram: TelegramServer, body: bytes) -> None:
    headers = {SECRET: telegram.webhook["secret_token"]}
    answer = httpx.post(hooked, content=body, headers=headers, trust_env=False)
    assert answer.status_code == 400
    assert answer.content == b""


def test_a_huge_body_is_cut(hooked: str, telegram: TelegramServer) -> None:
    headers = {SECRET: telegram.webhook["secret_token"]}

    def endless() -> Iterator[bytes]:
        for _ in range(50):
            yield b"x" * 1_000_000

    for content in (b"x" * 50_000_000, endless()):
        try:
            answer = httpx.post(hooked, content=content, headers=headers, trust_env=False)
        except (httpx.WriteError, httpx.ReadError):
            continue  # the door was shut while we were still pushing
        assert answer.status_code == 413


def test_another_slot_does_not_exist(hooked: str, telegram: TelegramServer) -> None:
    headers = {SECRET: telegram.webhook["secret_token"]}
    answer = httpx.post(f"{hooked[:-1]}~", json={"update_id": 1}, headers=headers, trust_env=False)
    assert answer.status_code == 404


def test_both_secrets_are_accepted_while_they_rotate(
    start: Start, telegram_settings: dict[str, object], telegram: TelegramServer, settings: Settings
) -> None:
    port = free_port()
    changes: dict[str, Any] = {
        "telegram_mode": "webhook",
        "public_url": f"http://127.0.0.1:{port}",
        "telegram_secrets": type(settings.token_secret)("baru, lama"),
    }
    with start(port, **telegram_settings, **changes):
        telegram.wait_calls("setWebhook")
        assert telegram.webhook["secret_token"] == "baru"
        for number, secret in enumerate(["baru", "lama", "lain"]):
            answer = httpx.post(
                telegram.webhook["url"],
                json={"update_id": number},
                headers={SECRET: secret},
                trust_env=False,
            )
            assert answer.status_code == (200 if secret != "lain" else 403)


def _waiting(hooked: str) -> float:
    base = hooked.partition("/hooks")[0]
    lines = httpx.get(f"{base}/metrics", trust_env=False).text.splitlines()
    return float(next(line for line in lines if line.startswith("sapa_bot_waiting ")).split()[1])
