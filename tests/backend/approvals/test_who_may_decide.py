"""Wrong people, old buttons, forged buttons, and many presses at once."""

import asyncio
import secrets

import pytest
from sqlalchemy import update

from backend.approvals.models import Task
from backend.audit.service import verify
from backend.documents.models import Letter
from backend.employees.models import Employee
from tests.backend.approvals.orang import (
    CECEP,
    DEDI,
    HARUN,
    RINA,
    audited,
    choices_of,
    days_left,
    file,
    inbox,
    notified,
    press,
    press_label,
    say,
    stored,
    tasks,
    text_of,
)
from tests.backend.conftest import Backend
from tests.support.system import nip_of


async def test_ten_presses_at_once_make_one_decision(backend: Backend) -> None:
    number = await file(backend)
    payload = choices_of({"messages": [await notified(backend, DEDI)]})["Setujui"]
    await backend.conversation(DEDI)
    replies = await asyncio.gather(*(press(backend, DEDI, payload) for _ in range(10)))
    texts = [text_of(reply) for reply in replies]
    assert sum("sudah dicatat" in text for text in texts) == 1
    assert sum("sudah diputus oleh Dedi Supriadi" in text for text in texts) == 9
    assert len(await inbox(backend, CECEP, "task")) == 1
    assert len(await audited(backend, "permohonan.pertimbangkan")) == 1
    assert [task.outcome for task in await tasks(backend, number)] == ["disetujui", None]


async def test_a_yes_and_a_no_at_once_leave_one_winner(backend: Backend) -> None:
    number = await file(backend)
    await say(backend, DEDI, "disetujui", number=number)
    await backend.conversation(CECEP)
    refuse = {"number": number, "entities": [{"entity": "alasan", "value": "sedang audit"}]}
    await asyncio.gather(
        say(backend, CECEP, "disetujui", number=number),
        say(backend, CECEP, "tidak_disetujui", **refuse),
    )
    request = await stored(backend, number)
    assert request.status in ("disetujui", "tidak_disetujui")
    assert (await tasks(backend, number))[1].outcome == request.status
    assert len(await inbox(backend, RINA, "decision")) == 2
    async with backend.database.read() as session:
        letter = await session.get(Letter, request.id)
        assert (letter is not None) == (request.status == "disetujui")
        assert await verify(session) is None


async def test_a_repeated_call_under_its_key_gets_the_first_answer(backend: Backend) -> None:
    await file(backend)
    payload = choices_of({"messages": [await notified(backend, DEDI)]})["Setujui"]
    first = await press(backend, DEDI, payload, key="e1")
    assert await press(backend, DEDI, payload, key="e1") == first
    assert "sudah diputus" in text_of(await press(backend, DEDI, payload, key="e2"))


@pytest.mark.parametrize("who", [RINA, "asep", CECEP])
async def test_a_copied_button_gives_nobody_else_a_right(backend: Backend, who: str) -> None:
    """Cecep is Dedi's superior and may decide later, but not in Dedi's place."""
    number = await file(backend)
    for label, payload in choices_of({"messages": [await notified(backend, DEDI)]}).items():
        reply = await press(backend, who, payload)
        assert "tidak ada yang berubah" in text_of(reply) or "Permohonan sendiri" in text_of(reply)
        assert "Rina" not in text_of(reply), label
        assert reply["awaiting"] is None
    assert [task.state for task in await tasks(backend, number)] == ["open"]
    assert {entry.actor for entry in await audited(backend, "tugas.ditolak")} == {nip_of(who)}


@pytest.mark.parametrize("who", [RINA, "asep", CECEP])
async def test_quoting_or_naming_what_is_not_yours_decides_nothing(
    backend: Backend, who: str
) -> None:
    number = await file(backend)
    quote = (await notified(backend, DEDI))["quote"]
    by_quote = await say(backend, who, "disetujui", quote=quote, text="setuju")
    by_number = await say(backend, who, "disetujui", number=number, text="setuju")
    assert [task.state for task in await tasks(backend, number)] == ["open"]
    assert "Rina" not in text_of(by_quote) + text_of(by_number)
    if who != RINA:
        unknown = await say(backend, who, "disetujui", number="CUTI-2026-999999")
        assert text_of(by_number) == text_of(unknown)


async def test_a_head_never_decides_his_own_request(backend: Backend) -> None:
    number = await file(backend, CECEP)
    assert {task.assignee_nip for task in await tasks(backend, number)} == {nip_of(HARUN)}
    assert await inbox(backend, CECEP, "task") == []
    reply = await say(backend, CECEP, "disetujui", number=number)
    assert "tidak dapat diputus sendiri" in text_of(reply)
    assert (await stored(backend, number)).status == "menunggu_keputusan"


async def test_even_a_task_that_points_at_the_applicant_is_refused(backend: Backend) -> None:
    number = await file(backend)
    async with backend.database.write() as session:
        await session.execute(update(Task).values(assignee_nip=nip_of(RINA)))
    reply = await say(backend, RINA, "disetujui", number=number)
    assert "tidak dapat diputus sendiri" in text_of(reply)
    assert [task.state for task in await tasks(backend, number)] == ["open"]


@pytest.mark.parametrize(
    "payload",
    [
        "",
        ":",
        "v1.a.",
        "v1.a." + "x" * 22,
        "v9.a." + "x" * 22,
        "v1.b." + "x" * 22,
        "v1.a.' OR 1=1 --aaaaaaaaaaa",
        "🙏🙏🙏",
        "v1.a.\u0000" + "x" * 21,
        "tugas:\u0000",
        "tugas:" + "0" * 32,
        "tugas",
        "putuskan:yes",
        "putuskan:yes:x:disetujui",
        "tarik:" + "0" * 32,
        "terima:" + "0" * 32 + ":1",
        "terima:x:-1",
        "ajukan:" + "0" * 32,
        "jawab:a:b:c:d:e",
        "hapus:semua",
    ],
)
async def test_a_forged_button_gets_one_sentence(backend: Backend, payload: str) -> None:
    number = await file(backend)
    reply = await press(backend, DEDI, payload)
    assert "sudah tidak berlaku" in text_of(reply)
    assert [task.state for task in await tasks(backend, number)] == ["open"]


async def test_random_handles_never_hit(backend: Backend) -> None:
    await file(backend)
    for _ in range(5):
        reply = await press(backend, DEDI, f"v1.a.{secrets.token_urlsafe(16)}")
        assert "sudah tidak berlaku" in text_of(reply)


async def test_an_overlong_payload_is_refused_by_size(backend: Backend) -> None:
    answer = await backend.call(DEDI, "POST", "/v1/buttons", json={"payload": "x" * 301})
    assert answer.status_code == 422


async def test_a_button_of_an_earlier_stage_is_told_who_decided(backend: Backend) -> None:
    await file(backend)
    old = await notified(backend, DEDI)
    await press_label(backend, DEDI, "Setujui")
    for label in ("Setujui", "Tolak", "Lihat rincian"):
        reply = await press(backend, DEDI, choices_of({"messages": [old]})[label])
        assert "sudah diputus oleh Dedi Supriadi pada 25 November 2026 pukul 08." in text_of(reply)


async def test_a_button_after_the_withdrawal_changes_nothing(backend: Backend) -> None:
    number = await file(backend)
    request = await stored(backend, number)
    await press(backend, RINA, f"tarik:{request.id}:{request.version}")
    reply = await press_label(backend, DEDI, "Setujui")
    assert "tidak menunggu putusan" in text_of(reply)
    assert "dibatalkan" in text_of(reply)
    assert (await stored(backend, number)).status == "dibatalkan"


async def test_approving_and_withdrawing_at_once_leave_one_truth(backend: Backend) -> None:
    number = await file(backend)
    before = await days_left(backend, RINA)
    await say(backend, DEDI, "disetujui", number=number)
    payload = choices_of({"messages": [await notified(backend, CECEP)]})["Setujui"]
    request = await stored(backend, number)
    for person in (RINA, CECEP):
        await backend.conversation(person)
    await asyncio.gather(
        press(backend, CECEP, payload),
        press(backend, RINA, f"tarik:{request.id}:{request.version}"),
    )
    request = await stored(backend, number)
    async with backend.database.read() as session:
        letter = await session.get(Letter, request.id)
    if request.status == "disetujui":
        assert letter is not None
        assert await days_left(backend, RINA) == before
    else:
        assert request.status == "dibatalkan"
        assert letter is None
        assert await days_left(backend, RINA) == before + 3


async def test_who_has_lost_the_post_cannot_decide_and_the_task_goes_on(
    backend: Backend,
) -> None:
    number = await file(backend)
    async with backend.database.write() as session:
        await session.execute(
            update(Employee)
            .where(Employee.nip == nip_of(RINA))
            .values(atasan_nip=nip_of("pengelola_kominfo"))
        )
    reply = await press_label(backend, DEDI, "Setujui")
    assert "wewenang pejabat lain" in text_of(reply)
    (task,) = await tasks(backend, number)
    assert (task.state, task.assignee_nip) == ("open", nip_of("pengelola_kominfo"))
    assert len(await audited(backend, "tugas.dialihkan")) == 1
    await press_label(backend, "pengelola_kominfo", "Setujui")
    assert [t.outcome for t in await tasks(backend, number)] == ["disetujui", None]


async def test_an_unlinked_account_decides_nothing(backend: Backend) -> None:
    number = await file(backend)
    payload = choices_of({"messages": [await notified(backend, DEDI)]})["Setujui"]
    body = {"channel": "telegram", "account_id": "4711"}
    account = (await backend.client.post("/v1/accounts/resolve", json=body)).json()
    headers = {"X-SAPA-Conversation": account["conversation_id"]}
    reply = await backend.client.post("/v1/buttons", json={"payload": payload}, headers=headers)
    assert "belum ditautkan" in text_of(reply.json())
    assert [task.state for task in await tasks(backend, number)] == ["open"]
