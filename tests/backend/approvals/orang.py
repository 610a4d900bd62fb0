"""What people of the demonstration do in tests: file, read what was sent to them, press, say."""

from typing import Any

from sqlalchemy import select

from backend.approvals.models import PendingDecision, Task
from backend.audit.models import AuditEntry
from backend.core.ids import new_id
from backend.drafts.models import Draft
from backend.ledger.repository import balances, entries_of
from backend.notifications.models import OutboxItem
from backend.requests.models import Request, RequestEvent
from tests.backend.conftest import Backend
from tests.support.system import nip_of

RINA, DEDI, CECEP, HARUN = "rina", "kabid_kominfo", "kadis_kominfo", "sekda"
Reply = dict[str, Any]


async def file(
    backend: Backend,
    kunci: str = RINA,
    mulai: str = "2026-12-07",
    selesai: str = "2026-12-09",
    jenis: str = "tahunan",
    **answers: Any,
) -> str:
    """Puts a complete form before the person and confirms it; the request's number."""
    return (await file_saying(backend, kunci, mulai, selesai, jenis, **answers))[0]


async def file_saying(
    backend: Backend,
    kunci: str = RINA,
    mulai: str = "2026-12-07",
    selesai: str = "2026-12-09",
    jenis: str = "tahunan",
    **answers: Any,
) -> tuple[str, str]:
    """As above; also what the person is told."""
    draft_id = new_id()
    async with backend.database.write() as session:
        session.add(
            Draft(
                id=draft_id,
                nip=nip_of(kunci),
                layanan="cuti",
                answers={
                    "jenis_cuti": jenis,
                    "periode": {"mulai": mulai, "selesai": selesai},
                    "alasan": "acara keluarga di Garut",
                    "alamat": "Jl. Melati 5 Garut",
                    "telepon": "08121234567",
                    **answers,
                },
                asked="ringkasan",
                created_at=backend.now,
                updated_at=backend.now,
            )
        )
    reply = await backend.post(kunci, f"/v1/drafts/{draft_id}/submit")
    assert reply["request"], text_of(reply)
    return str(reply["request"]["number"]), text_of(reply)


def text_of(reply: Reply) -> str:
    return "\n".join(message["text"] for message in reply["messages"])


def choices_of(reply: Reply) -> dict[str, str]:
    """Payloads by label."""
    return {c["label"]: c["payload"] for m in reply["messages"] for c in m["choices"]}


async def inbox(backend: Backend, kunci: str, kind: str | None = None) -> list[dict[str, Any]]:
    """The messages queued for a person, oldest first."""
    async with backend.database.read() as session:
        rows = await session.scalars(
            select(OutboxItem).where(OutboxItem.to_nip == nip_of(kunci)).order_by(OutboxItem.id)
        )
        return [
            row.payload["message"]
            for row in rows
            if "message" in row.payload and kind in (None, row.kind)
        ]


async def notified(backend: Backend, kunci: str) -> dict[str, Any]:
    """The newest task a person was told of."""
    return (await inbox(backend, kunci, "task"))[-1]


async def press(backend: Backend, kunci: str, payload: str, **request: Any) -> Reply:
    return await backend.post(kunci, "/v1/buttons", {"payload": payload}, **request)


async def press_label(backend: Backend, kunci: str, label: str) -> Reply:
    """Presses a button under the newest task notification."""
    choices = choices_of({"messages": [await notified(backend, kunci)]})
    return await press(backend, kunci, choices[label])


async def say(backend: Backend, kunci: str, outcome: str | None, **body: Any) -> Reply:
    language = {"text": body.pop("text", ""), "entities": body.pop("entities", [])}
    body = {"explicit": True, "language": language, "outcome": outcome, **body}
    return await backend.post(kunci, "/v1/decisions", body)


async def answer(
    backend: Backend, kunci: str, text: str, intent: str | None = None, **entities: Any
) -> Reply:
    found = [{"entity": name, "value": value} for name, value in entities.items()]
    language = {"text": text, "intent": intent, "confidence": 0.9, "entities": found}
    return await backend.post(kunci, "/v1/decisions/answers", {"language": language})


async def stored(backend: Backend, number: str) -> Request:
    async with backend.database.read() as session:
        return (await session.scalars(select(Request).where(Request.number == number))).one()


async def tasks(backend: Backend, number: str) -> list[Task]:
    async with backend.database.read() as session:
        rows = await session.scalars(
            select(Task)
            .join(Request, Request.id == Task.request_id)
            .where(Request.number == number)
            .order_by(Task.round, Task.stage_index)
        )
        return list(rows)


async def pending(backend: Backend) -> list[PendingDecision]:
    async with backend.database.read() as session:
        return list(await session.scalars(select(PendingDecision)))


async def timeline(backend: Backend, number: str) -> list[RequestEvent]:
    request = await stored(backend, number)
    async with backend.database.read() as session:
        rows = await session.scalars(
            select(RequestEvent)
            .where(RequestEvent.request_id == request.id)
            .order_by(RequestEvent.id)
        )
        return list(rows)


async def audited(backend: Backend, action: str) -> list[AuditEntry]:
    async with backend.database.read() as session:
        rows = await session.scalars(select(AuditEntry).where(AuditEntry.action == action))
        return list(rows)


async def days_left(backend: Backend, kunci: str) -> int:
    async with backend.database.read() as session:
        return sum(balances(await entries_of(session, nip_of(kunci))).values())
