"""Many messages at the same moment, on SQLite and on PostgreSQL with Redis."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.support.chat import Chat, Shown
from tests.support.system import System, nip_of
from tests.system.test_kill import settle
from tests.system.way import Case, Way


@pytest.fixture(params=["killable", "grown_system"], ids=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest) -> System:
    running: System = request.getfixturevalue(request.param)
    return running


def at_once(times: int) -> Callable[[Chat, dict[str, Any]], list[Shown]]:
    """A turn that is sent so often at the same time, as different messages."""

    def turn(chat: Chat, body: dict[str, Any]) -> list[Shown]:
        bodies = [{**body, "client_id": f"{body['client_id']}-{n}"} for n in range(times)]
        with ThreadPoolExecutor(times) as pool:
            return [shown for answer in pool.map(chat.post_through, bodies) for shown in answer]

    return turn


def filed(system: System, day: str) -> list[str]:
    with system.admin() as admin:
        query = {"nip": nip_of("rina"), "limit": 100}
        items = admin.get("/requests", params=query).json()["items"]
    return [item["number"] for item in items if item["mulai"] == day]


@pytest.mark.timeout(300)
def test_the_whole_way_works_on_either_engine(either: System) -> None:
    number = Way(either, Case("tanggal 8 desember 2026 selama 1 hari", 1)).walk()
    settle(either, number)
    assert filed(either, "2026-12-08") == [number]


@pytest.mark.timeout(300)
def test_a_doubled_yes_files_one_request(either: System) -> None:
    way = Way(either, Case("tanggal 9 desember 2026 selama 1 hari", 1))
    way.ask()
    way.turn = at_once(2)
    way.confirm()
    settle(either, way.number)
    assert filed(either, "2026-12-09") == [way.number]


@pytest.mark.timeout(300)
def test_ten_presses_at_once_are_one_decision(either: System) -> None:
    way = Way(either, Case("tanggal 10 desember 2026 selama 1 hari", 1))
    way.ask()
    way.confirm()
    way.support()
    way.turn = at_once(10)
    way.decide()
    settle(either, way.number)
    with either.admin() as admin:
        request = admin.get(f"/requests/{way.number}").json()
        audit = admin.get("/audit/verify").json()
    assert request["status"] == "disetujui"
    assert [entry["kind"] for entry in request["timeline"]].count("setujui") == 1
    assert len(request["documents"]) == 1
    assert audit["sound"] is True
    said = [m.text for m in way.cecep.seen if way.number in m.text]
    assert len([text for text in said if "sudah dicatat" in text]) == 1
