"""`kill -9` in the middle of a turn: nothing is lost, no effect happens twice."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from tests.bot.conftest import RINA
from tests.bot.neighbours import Neighbours
from tests.bot.program import Program
from tests.support.chat import Chat
from tests.support.postgres import PostgresServer
from tests.support.telegram_server import TelegramServer, running_telegram


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Settings of the bot's database, which is empty."""
    if request.param == "sqlite":
        yield {}
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    server.create("sapa_bot")
    yield {"SAPA_DATABASE_URL": server.dsn("sapa_bot")}
    server.drop("sapa_bot")


@pytest.fixture
def telegram() -> Iterator[TelegramServer]:
    with running_telegram() as server:
        yield server


def test_a_web_message_survives_the_death_of_the_bot(
    beside: Neighbours, tmp_path: Path, database: dict[str, str]
) -> None:
    program = Program(beside, tmp_path, **database)
    program.start()
    rina = Chat(program.url, RINA)
    beside.seconds = 1.0
    threads = [
        threading.Thread(target=_send, args=(rina, f"pesan {number}")) for number in range(3)
    ]
    for thread in threads:
        thread.start()
        time.sleep(0.1)
    time.sleep(0.3)
    program.kill()
    beside.seconds = 0
    program.start()
    rina.wait_for("pesan 2", seconds=60)
    for thread in threads:
        thread.join()
    rina.close()
    program.stop()
    assert [m.text for m in rina.seen] == [f"Terbaca: *pesan {n}*" for n in range(3)]
    assert set(beside.effects.values()) == {1}
    assert len(beside.effects) == 3


def test_telegram_messages_survive_the_death_of_the_bot(
    beside: Neighbours, tmp_path: Path, telegram: TelegramServer, database: dict[str, str]
) -> None:
    program = Program(
        beside,
        tmp_path,
        SAPA_TELEGRAM_TOKEN=telegram.token,
        SAPA_TELEGRAM_API_URL=telegram.url,
        SAPA_TELEGRAM_POLL_SECONDS="1",
        **database,
    )
    program.start()
    people = [telegram.person(1000 + n, f"Orang {n}") for n in range(4)]
    beside.seconds = 0.7
    for person in people:
        person.say("pertama")
        person.say("kedua")
    time.sleep(1.2)
    program.kill()
    beside.seconds = 0
    program.start()
    for person in people:
        person.wait_for("kedua", seconds=100)
        shown = [m.text for m in person.shown]
        assert list(dict.fromkeys(shown)) == ["Terbaca: pertama", "Terbaca: kedua"]
    program.stop()
    assert len(beside.effects) == 8
    assert set(beside.effects.values()) == {1}


def test_a_second_bot_on_the_same_folder_does_not_start(beside: Neighbours, tmp_path: Path) -> None:
    first, second = Program(beside, tmp_path), Program(beside, tmp_path)
    first.start()
    with pytest.raises(AssertionError, match="Bot lain sudah memakai"):
        second.start()
    first.stop()


def test_logs_hold_no_texts_and_no_tokens(
    beside: Neighbours, tmp_path: Path, telegram: TelegramServer
) -> None:
    program = Program(
        beside, tmp_path, SAPA_TELEGRAM_TOKEN=telegram.token, SAPA_TELEGRAM_API_URL=telegram.url
    )
    program.start()
    rina = telegram.person(1001, "Rina Marlina")
    telegram.fail("answerCallbackQuery", status=400, description="Bad Request: query is too old")
    rina.say("alasan rahasia saya")
    rina.wait_for("rahasia")
    rina.press("Ya")
    rina.wait_for("tombol")
    rina.send_photo(b"isi")
    rina.wait_for("kirim_dokumen")
    rina.share_contact("+6281200000008")
    rina.wait_for("dikenali")
    telegram.fail("sendMessage", status=400, description="Bad Request: something")
    rina.say("lagi")
    beside.wait_turns(4)
    httpx.post(f"{program.url}/web/session", json={"nip": RINA}, trust_env=False)
    time.sleep(0.5)
    program.stop()
    log = program.log_file.read_text()
    assert "ends unanswered" in log
    for secret in (
        telegram.token,
        telegram.token.partition(":")[2],
        "rahasia",
        RINA,
        "81200000008",
    ):
        assert secret not in log


def _send(chat: Chat, text: str) -> None:
    with suppress(httpx.HTTPError):  # the bot dies meanwhile; that is what the test is about
        chat._http.post("/web/messages", json={"text": text, "client_id": text})
