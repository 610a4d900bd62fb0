"""The relay against a real HTTP server in the bot's place, on both databases."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from backend.core.database import Database
from backend.employees.models import Account
from backend.notifications.claims import claim
from backend.notifications.door import Door
from backend.notifications.models import OutboxItem
from backend.notifications.relay import Relay
from backend.notifications.retention import forget_sent
from tests.backend.notifications.conftest import BotDoor
from tests.backend.notifications.people import DEDI, RINA, account, item, tell, two_people


@dataclass
class ClockByHand:
    """A clock that tests move; the relay only ever asks it `now()`."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def clock(now: datetime) -> ClockByHand:
    return ClockByHand(now)


@pytest.fixture
async def make_relay(database: Database, bot: BotDoor, clock: ClockByHand, now: datetime):
    await two_people(database, now)
    doors: list[Door] = []

    def make(owner: str = "w1") -> Relay:
        doors.append(Door(bot.url, "rahasia"))
        return Relay(database, doors[-1], clock, owner=owner, composers={})

    yield make
    for door in doors:
        await door.close()


MakeRelay = Callable[..., Relay]


async def _drain(relay: Relay) -> None:
    while await relay.run_once():
        pass


async def test_the_messages_of_one_person_arrive_in_order(
    database: Database, bot: BotDoor, make_relay: MakeRelay, now: datetime
) -> None:
    for text in ("satu", "dua", "tiga"):
        await tell(database, now, DEDI, text)
    await _drain(make_relay())

    assert bot.texts == ["satu", "dua", "tiga"]
    assert bot.tokens[0] == "Bearer rahasia"
    assert (await item(database, 1)).state == "sent"
    assert bot.calls[0] | {"message": None} == {
        "outbox_id": 1,
        "channel": "web",
        "account_id": "dedi",
        "conversation_id": "c-dedi",
        "message": None,
    }


async def test_the_same_key_is_told_once(
    database: Database, bot: BotDoor, make_relay: MakeRelay, now: datetime
) -> None:
    await tell(database, now, DEDI, "satu")
    await tell(database, now, DEDI, "satu")
    await _drain(make_relay())
    assert bot.texts == ["satu"]


async def test_one_waiting_chat_does_not_hold_the_others(
    database: Database, bot: BotDoor, make_relay: MakeRelay, clock: ClockByHand, now: datetime
) -> None:
    bot.answers = [{"state": "retry", "after_seconds": 30, "error": "429"}]
    await tell(database, now, DEDI, "pertama")
    relay = make_relay()
    await _drain(relay)
    await tell(database, now, DEDI, "kedua")
    await tell(database, now, RINA, "untuk Rina")
    await _drain(relay)
    assert bot.texts == ["pertama", "untuk Rina"]
    assert (await item(database, 1)).attempts == 0

    clock.moment += timedelta(seconds=32)
    await _drain(relay)
    assert bot.texts == ["pertama", "untuk Rina", "pertama", "kedua"]


async def test_an_unreachable_account_gives_way_to_the_persons_next_one(
    database: Database, bot: BotDoor, make_relay: MakeRelay, now: datetime
) -> None:
    async with database.write() as session:
        session.add(account(DEDI, "hp", now, last_seen_at=now + timedelta(minutes=1)))
    bot.answers = [{"state": "unreachable", "error": "blocked"}]
    await tell(database, now, DEDI, "halo")
    await _drain(make_relay())
    assert [call["account_id"] for call in bot.calls] == ["hp", "dedi"]
    assert (await item(database, 1)).state == "sent"


async def test_without_an_account_a_message_waits_and_goes_out_when_one_is_linked(
    database: Database, bot: BotDoor, make_relay: MakeRelay, clock: ClockByHand, now: datetime
) -> None:
    async with database.write() as session:
        await session.execute(update(Account).where(Account.nip == DEDI).values(state="suspended"))
    await tell(database, now, DEDI, "halo")
    relay = make_relay()
    clock.moment += timedelta(days=3)
    await _drain(relay)
    assert (await item(database, 1)).state == "pending"
    assert bot.calls == []

    async with database.write() as session:
        await session.execute(update(Account).where(Account.nip == DEDI).values(state="active"))
    await _drain(relay)
    assert bot.texts == ["halo"]


async def test_a_message_refused_for_good_is_dead_and_frees_its_lane(
    database: Database, bot: BotDoor, make_relay: MakeRelay, now: datetime
) -> None:
    bot.answers = [{"state": "dead", "error": "message is too long"}]
    await tell(database, now, DEDI, "racun")
    await tell(database, now, DEDI, "berikutnya")
    await _drain(make_relay())
    assert (await item(database, 1)).state == "dead"
    assert (await item(database, 1)).last_error == "message is too long"
    assert bot.texts == ["racun", "berikutnya"]


async def test_an_uncertain_task_is_sent_again_but_an_uncertain_info_is_not(
    database: Database, bot: BotDoor, make_relay: MakeRelay, clock: ClockByHand, now: datetime
) -> None:
    bot.answers = [500, {"state": "uncertain", "error": "cut"}]
    await tell(database, now, DEDI, "tugas")
    relay = make_relay()
    await _drain(relay)
    await tell(database, now, RINA, "kabar", kind="info")
    await _drain(relay)
    clock.moment += timedelta(seconds=61)
    await _drain(relay)
    assert bot.texts == ["tugas", "kabar", "tugas"]
    assert ((await item(database, 1)).state, (await item(database, 2)).state) == (
        "sent",
        "uncertain",
    )


@pytest.mark.parametrize("status", [401, 404, 503])
async def test_a_door_that_is_not_ready_costs_no_attempt(
    *,
    database: Database,
    bot: BotDoor,
    make_relay: MakeRelay,
    clock: ClockByHand,
    now: datetime,
    status: int,
) -> None:
    bot.answers = [status]
    await tell(database, now, DEDI, "halo")
    relay = make_relay()
    await _drain(relay)
    row = await item(database, 1)
    assert (row.state, row.attempts, row.last_error) == ("pending", 0, f"bot answered {status}")
    clock.moment += timedelta(seconds=4)
    await _drain(relay)
    assert (await item(database, 1)).state == "sent"


async def test_a_bot_that_is_away_costs_no_attempt(
    database: Database, make_relay: MakeRelay, bot: BotDoor, clock: ClockByHand, now: datetime
) -> None:
    relay = make_relay()
    nowhere = Door("http://127.0.0.1:9", "x")
    away = Relay(database, nowhere, clock, owner="w2", composers={})
    await tell(database, now, DEDI, "halo")
    await _drain(away)
    await nowhere.close()
    assert (await item(database, 1)).attempts == 0
    clock.moment += timedelta(seconds=4)
    await _drain(relay)
    assert bot.texts == ["halo"]


async def test_what_a_killed_worker_had_leased_is_delivered_by_another(
    database: Database, bot: BotDoor, make_relay: MakeRelay, clock: ClockByHand, now: datetime
) -> None:
    await tell(database, now, DEDI, "satu")
    await tell(database, now, DEDI, "dua")
    async with database.write() as session:
        assert len(await claim(session, owner="killed", now=now)) == 1
    relay = make_relay()
    await _drain(relay)
    assert bot.texts == [], "the lane waits for the lease, so that the order is kept"

    clock.moment += timedelta(seconds=61)
    await _drain(relay)
    assert bot.texts == ["satu", "dua"]


async def test_a_worker_whose_lease_was_taken_over_cannot_write_its_outcome(
    database: Database, bot: BotDoor, make_relay: MakeRelay, clock: ClockByHand, now: datetime
) -> None:
    await tell(database, now, DEDI, "satu")
    bot.delay = 0.4
    bot.answers = [{"state": "dead", "error": "late"}]
    slow = asyncio.create_task(make_relay("slow").run_once())
    await asyncio.sleep(0.2)
    clock.moment += timedelta(seconds=61)
    bot.delay = 0.6
    bot.answers.append({"state": "sent", "provider_id": "second"})
    await make_relay("fast").run_once()
    await slow
    row = await item(database, 1)
    assert (row.state, row.provider_id) == ("sent", "second")


async def test_several_workers_deliver_everything_once_and_in_order(
    database: Database, bot: BotDoor, make_relay: MakeRelay, now: datetime
) -> None:
    for number in range(8):
        await tell(database, now, DEDI, f"d{number}")
        await tell(database, now, RINA, f"r{number}")

    async def work(relay: Relay) -> None:
        for _ in range(30):
            await relay.run_once()

    await asyncio.gather(*(work(make_relay(f"w{i}")) for i in range(3)))
    assert [t for t in bot.texts if t[0] == "d"] == [f"d{n}" for n in range(8)]
    assert [t for t in bot.texts if t[0] == "r"] == [f"r{n}" for n in range(8)]
    async with database.read() as session:
        unsent = await session.scalar(
            select(func.count()).select_from(OutboxItem).where(OutboxItem.state != "sent")
        )
    assert unsent == 0


async def test_what_was_sent_is_forgotten_after_a_month_but_not_what_failed(
    database: Database, bot: BotDoor, make_relay: MakeRelay, now: datetime
) -> None:
    bot.answers = [{"state": "dead", "error": "too long"}]
    await tell(database, now, DEDI, "gagal")
    await tell(database, now, DEDI, "terkirim")
    await _drain(make_relay())
    left: list[list[int]] = []
    for days in (29, 31):
        async with database.write() as session:
            await forget_sent(session, now=now + timedelta(days=days))
        async with database.read() as session:
            left.append(list(await session.scalars(select(OutboxItem.id).order_by(OutboxItem.id))))
    assert left == [[1, 2], [1]]
