"""Issuing a letter: draw its number, freeze everything it says, queue its delivery."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals.models import Task
from backend.core.counters import draw
from backend.core.ids import new_handle
from backend.documents.letters.content import LetterNumber, freeze
from backend.documents.models import Letter
from backend.employees.models import Employee
from backend.layanan.definition import Kind, Service
from backend.layanan.facts import Facts
from backend.notifications.service import enqueue_last
from backend.requests.models import Request


async def issue(
    session: AsyncSession,
    *,
    request: Request,
    service: Service,
    kind: Kind,
    employee: Employee,
    facts: Facts,
    now: datetime,
    decisions: Sequence[Task] | None = None,
) -> Letter:
    """Makes the letter of a decided request, in the transaction of the decision.

    `decisions` are the decided tasks in the order of the stages; left out, they are read from the
    request. The number is drawn here and nowhere earlier (aturan 2.13). Raises ValueError when the
    kind ends in no letter.
    """
    if kind.letter is None:
        raise ValueError(f"{service.code}/{kind.code} ends in no letter")
    if decisions is None:
        decisions = await _decided_tasks(session, request.id)
    settings = LetterNumber.from_config({**service.config, **facts.config})
    running = await draw(session, settings.sequence(employee.opd, now.year))
    number = settings.text(running, employee.opd, now.year)
    letter = Letter(
        request_id=request.id,
        number=number,
        verify_token=new_handle(),
        template=kind.letter,
        data=freeze(
            number=number,
            request=request,
            service=service,
            kind=kind,
            employee=employee,
            facts=facts,
            decisions=decisions,
            now=now,
        ),
        issued_at=now,
    )
    session.add(letter)
    await session.flush()
    # The words of the decision come first, then the paper.
    enqueue_last(
        session,
        to_nip=employee.nip,
        kind="letter",
        dedupe_key=f"letter:{request.id}",
        now=now,
        payload={"request_id": request.id},
    )
    return letter


async def _decided_tasks(session: AsyncSession, request_id: str) -> list[Task]:
    """The last decision of every stage, in the order of the stages."""
    rows = await session.scalars(
        select(Task)
        .where(Task.request_id == request_id, Task.state == "done")
        .order_by(Task.stage_index, Task.round)
    )
    return list({task.stage_key: task for task in rows}.values())
