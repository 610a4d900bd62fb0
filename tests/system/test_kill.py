"""`kill -9` of each process in the middle of every turn: the way is finished, once."""

import itertools
import threading
import time
from typing import Any

import pytest

from tests.support.chat import Chat, Shown
from tests.support.system import System, nip_of
from tests.system.way import Case, Way

# Rina has 13 days; every victim takes one, and no two are the same.
DAYS = {"rasa": 1, "actions": 2, "backend": 3, "worker": 4, "bot": 7}
# After the message left: before it is stored, while it is understood, while it is answered.
MOMENTS = (0.005, 0.03, 0.06, 0.12)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("victim", DAYS)
def test_the_way_is_finished_once_whoever_is_killed_in_every_turn(
    killable: System, victim: str
) -> None:
    moments = itertools.cycle(MOMENTS)

    def turn_with_kill(chat: Chat, body: dict[str, Any]) -> list[Shown]:
        sender = threading.Thread(target=chat.post_through, args=(body,))
        sender.start()
        time.sleep(next(moments))
        killable.kill(victim)
        killable.revive(victim)
        sender.join(90)
        assert not sender.is_alive()
        return chat.look()

    day = DAYS[victim]
    way = Way(killable, Case(f"tanggal {day} desember 2026 selama 1 hari", 1), turn_with_kill)
    number = way.walk()
    settle(killable, number)

    with killable.admin() as admin:
        request = admin.get(f"/requests/{number}").json()
        audit = admin.get("/audit/verify").json()
        mine = admin.get("/requests", params={"nip": request["nip"], "limit": 100}).json()["items"]
        pdf = admin.get(f"/requests/{number}/letter")
    assert request["status"] == "disetujui"
    decided = [(task["state"], task["outcome"]) for task in request["tasks"]]
    assert decided == [("done", "disetujui"), ("done", "disetujui")]
    assert [entry["kind"] for entry in request["timeline"]] == [
        "ajukan",
        "pertimbangkan",
        "setujui",
    ]
    assert len(request["documents"]) == 1
    assert [r["number"] for r in mine if r["mulai"] == f"2026-12-{day:02}"] == [number]
    assert pdf.content.startswith(b"%PDF")
    assert audit["sound"] is True
    letters = [m for m in way.rina.seen if m.document and number in m.document["name"]]
    assert len(letters) == 1


def settle(system: System, number: str) -> None:
    """Waits until nothing is on its way to these three any more, so that doubles would show."""
    people = {nip_of(kunci) for kunci in ("rina", "kabid_kominfo", "kadis_kominfo")}
    until = time.monotonic() + 30
    with system.admin() as admin:
        while time.monotonic() < until:
            outbox = admin.get("/outbox", params={"state": "pending"}).json()
            waiting = [row for row in outbox if row["to_nip"] in people]
            if not waiting:
                return
            time.sleep(0.3)
    raise AssertionError(f"the outbox still holds messages after {number} was decided: {waiting}")
