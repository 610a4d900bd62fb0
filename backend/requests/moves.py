"""Moving a request along its table, with everything that happens in the same transaction."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from sqlalchemy import update

from backend.approvals.models import Task
from backend.approvals.opening import open_stage
from backend.audit.service import record
from backend.documents.letters import issue
from backend.layanan.definition import LedgerEvent
from backend.requests.case import Case
from backend.requests.lifecycle import (
    CLOSED,
    Action,
    Effect,
    NotAllowed,
    status_at,
    transition,
)
from backend.requests.models import RequestEvent


async def move(
    case: Case,
    action: Action,
    *,
    actor: str,
    text: str,
    reason: str | None = None,
    to_stage: int = 0,
    data: Mapping[str, Any] | None = None,
) -> None:
    """Does `action` in the name of `actor` (an NIP); `text` is its line in the timeline.

    `to_stage` is the stage it goes to, where the table leaves that open; `data` goes to timeline
    and audit and holds no personal text. Raises NotAllowed, and Unroutable when the next stage has
    nobody; then nothing may be committed.
    """
    step = transition(case.status, action)
    if step.reason and not reason:
        raise NotAllowed(f"{action} without a reason")
    request = case.request
    if step.next is None:
        request.stage_index = to_stage
    request.status = step.next or status_at(case.stages, to_stage)
    request.version += 1
    request.closed_at = case.now if request.status in CLOSED else None
    for effect in step.effects:
        await EFFECTS[effect](case)
    await _note(case, action, actor, text, {**(data or {}), "status": request.status})


async def _note(case: Case, action: Action, actor: str, text: str, data: Mapping[str, Any]) -> None:
    """One line of the timeline and one of the audit trail."""
    case.session.add(
        RequestEvent(
            request_id=case.request.id,
            at=case.now,
            kind=action,
            actor_nip=actor,
            text=text[:1000],
            data=dict(data),
        )
    )
    await record(
        case.session,
        now=case.now,
        actor=actor,
        action=f"permohonan.{action}",
        subject=f"permohonan:{case.request.number}",
        data=dict(data),
    )
    await case.session.flush()


async def void_tasks(case: Case) -> None:
    await case.session.execute(
        update(Task)
        .where(Task.request_id == case.request.id, Task.state.in_(("open", "waiting")))
        .values(state="void")
    )


async def _issue_letter(case: Case) -> None:
    if case.kind.letter is None:
        return
    letter = await issue(
        case.session,
        request=case.request,
        service=case.service,
        kind=case.kind,
        employee=case.applicant,
        facts=case.facts,
        now=case.now,
    )
    await record(
        case.session,
        now=case.now,
        actor="sistem",
        action="surat.terbit",
        subject=f"permohonan:{case.request.number}",
        data={"nomor": letter.number},
    )


EFFECTS: Mapping[Effect, Callable[[Case], Awaitable[object]]] = {
    Effect.RESERVE: lambda case: case.book(LedgerEvent.DIAJUKAN),
    Effect.CHARGE: lambda case: case.book(LedgerEvent.DISETUJUI),
    Effect.RELEASE: lambda case: case.book(LedgerEvent.DILEPAS),
    Effect.POSTPONE: lambda case: case.book(LedgerEvent.DITANGGUHKAN),
    Effect.VOID_TASKS: void_tasks,
    Effect.OPEN_TASK: open_stage,
    Effect.ISSUE_LETTER: _issue_letter,
}
