"""Filing: once, and never more than there is."""

import asyncio
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from backend.core.clock import Clock
from backend.core.ids import new_id
from backend.drafts.models import Draft
from backend.ledger.repository import balances, entries_of
from backend.requests.models import Request
from tests.backend.conftest import Backend
from tests.backend.drafts.talk import DATES, SENTENCE, SICK, start, stored, text_of
from tests.support.system import nip_of


async def submit(backend: Backend, kunci: str, draft_id: str, **request: Any) -> dict[str, Any]:
    return await backend.post(kunci, f"/v1/drafts/{draft_id}/submit", **request)


async def ready(backend: Backend, kunci: str, mulai: str, selesai: str) -> str:
    """A complete form, put beside any other that is open."""
    draft_id = new_id()
    async with backend.database.write() as session:
        session.add(
            Draft(
                id=draft_id,
                nip=nip_of(kunci),
                layanan="cuti",
                answers={
                    "jenis_cuti": "tahunan",
                    "periode": {"mulai": mulai, "selesai": selesai},
                    "alasan": "acara keluarga",
                    "alamat": "Jl. Melati 5 Garut",
                    "telepon": "08121234567",
                },
                asked="ringkasan",
                created_at=backend.now,
                updated_at=backend.now,
            )
        )
    return draft_id


async def count(backend: Backend) -> int:
    async with backend.database.read() as session:
        return await session.scalar(select(func.count()).select_from(Request)) or 0


async def test_a_confirmed_form_becomes_a_request_with_a_number(backend: Backend) -> None:
    reply = await start(backend, "rina", SENTENCE)
    done = await submit(backend, "rina", reply["awaiting"]["draft_id"])
    assert done["request"] == {"number": "CUTI-2026-000001", "status": "diajukan"}
    assert "CUTI-2026-000001" in text_of(done)
    assert done["awaiting"] is None
    assert (await backend.get("rina", "/v1/drafts/current"))["awaiting"] is None
    async with backend.database.read() as session:
        sums = balances(await entries_of(session, nip_of("rina")))
    assert sum(sums.values()) == 10


async def test_submitting_again_gives_the_same_number(backend: Backend) -> None:
    reply = await start(backend, "rina", SENTENCE)
    draft = reply["awaiting"]["draft_id"]
    first = await submit(backend, "rina", draft, key="a")
    assert await submit(backend, "rina", draft, key="a") == first
    second = await submit(backend, "rina", draft, key="b")
    assert second["request"] == first["request"]
    assert await count(backend) == 1


async def test_ten_confirmations_at_once_make_one_request(backend: Backend) -> None:
    draft = await ready(backend, "rina", DATES["mulai"], DATES["selesai"])
    await backend.conversation("rina")
    answers = await asyncio.gather(*(submit(backend, "rina", draft) for _ in range(10)))
    assert {answer["request"]["number"] for answer in answers} == {"CUTI-2026-000001"}
    assert await count(backend) == 1


async def test_two_requests_at_once_cannot_overspend_the_last_days(backend: Backend) -> None:
    """Bayu has 13 days; 10 and 8 working days do not both fit."""
    drafts = [
        await ready(backend, "bayu", "2026-11-30", "2026-12-11"),
        await ready(backend, "bayu", "2026-12-14", "2026-12-23"),
    ]
    await backend.conversation("bayu")
    answers = await asyncio.gather(*(submit(backend, "bayu", draft) for draft in drafts))
    accepted = [answer for answer in answers if answer["request"]]
    refused = [answer for answer in answers if not answer["request"]]
    assert (len(accepted), len(refused)) == (1, 1)
    assert refused[0]["awaiting"]["field"] == "periode"
    assert "Dasar: " in text_of(refused[0])
    async with backend.database.read() as session:
        sums = balances(await entries_of(session, nip_of("bayu")))
    assert min(sums.values()) >= 0
    assert await count(backend) == 1


async def test_the_same_days_cannot_be_filed_twice_at_once(backend: Backend) -> None:
    drafts = [await ready(backend, "rina", "2026-12-07", "2026-12-09") for _ in range(3)]
    await backend.conversation("rina")
    answers = await asyncio.gather(*(submit(backend, "rina", draft) for draft in drafts))
    assert sum(bool(answer["request"]) for answer in answers) == 1


async def test_an_old_form_is_judged_by_the_rules_of_today(backend: Backend) -> None:
    reply = await start(backend, "rina", SENTENCE)
    clock = backend.app.state.clock
    backend.app.state.clock = Clock(clock.offset + timedelta(days=20))
    late = await submit(backend, "rina", reply["awaiting"]["draft_id"])
    assert late["request"] is None
    assert "sudah lewat" in text_of(late)
    assert late["awaiting"]["field"] == "periode"


async def test_an_incomplete_form_is_not_filed_but_goes_on(backend: Backend) -> None:
    said = {"text": "cuti tahunan", "entities": [{"entity": "jenis_cuti", "value": "tahunan"}]}
    reply = await start(backend, "rina", said)
    early = await submit(backend, "rina", reply["awaiting"]["draft_id"])
    assert early["request"] is None
    assert early["awaiting"]["field"] == "periode"
    assert await count(backend) == 0


async def test_one_day_of_sickness_is_a_notice_and_is_done_at_once(backend: Backend) -> None:
    one_day = {"mulai": SICK["mulai"], "selesai": SICK["mulai"]}
    said = {
        "text": "saya sakit kemarin, demam",
        "entities": [
            {"entity": "jenis_cuti", "value": "sakit"},
            {"entity": "periode", "value": one_day},
            {"entity": "alasan", "value": "demam"},
        ],
    }
    reply = await start(backend, "asep", said)
    assert reply["awaiting"]["field"] == "surat_dokter"
    document = await stored(backend, "asep")
    path = f"/v1/drafts/{reply['awaiting']['draft_id']}/answers"
    reply = await backend.post("asep", path, {"document": document})
    assert "Surat dokter: 1 berkas" in text_of(reply)
    assert "atasan langsung" in text_of(reply)
    done = await submit(backend, "asep", reply["awaiting"]["draft_id"])
    assert done["request"]["status"] == "selesai"
