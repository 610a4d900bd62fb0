"""What waits for a person, shown to him."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals import repository, wording
from backend.approvals.decisions import note_foreign
from backend.approvals.dossier import Dossier, details, gather_dossier, notification
from backend.approvals.judgement import FOREIGN, OWN, Refusal, judge
from backend.approvals.models import Task
from backend.core.messages import Choice, Message, Reply
from backend.employees.models import Employee
from backend.layanan.definition import Outcome

SHOWN = 5
CHOICES = 10


async def listing(session: AsyncSession, nip: str) -> Reply:
    """The most urgent tasks, each with its buttons."""
    waiting = await repository.open_tasks_of(session, nip)
    if not waiting:
        return Reply(messages=[Message(text=wording.NOTHING_WAITS)])
    dossiers = [await gather_dossier(session, task) for task in waiting[:SHOWN]]
    messages = [Message(text=wording.waiting(len(waiting))), *map(notification, dossiers)]
    if len(waiting) > SHOWN:
        messages.append(Message(text=wording.more_tasks(len(waiting) - SHOWN)))
    return Reply(messages=messages)


async def choosing(session: AsyncSession, waiting: Sequence[Task]) -> Reply:
    """Several wait and a bare word was said: they are listed, nothing is decided."""
    shown = [await gather_dossier(session, task) for task in waiting[:CHOICES]]
    head = wording.several_wait(len(waiting), shown[0].request.number)
    text = "\n".join([head, "", *(_line(one) for one in shown)])
    choices = [Choice(label=one.request.number, payload=f"tugas:{one.task.id}") for one in shown]
    return Reply(messages=[Message(text=text, choices=choices)])


async def show(session: AsyncSession, actor: Employee, task_id: str, now: datetime) -> Reply | None:
    """Everything about one task, files included; None when there is no such task."""
    task = await session.get(Task, task_id)
    if task is None:
        return None
    dossier = await gather_dossier(session, task)
    refusal = _refusal(actor, dossier)
    if refusal is None:
        return Reply(messages=details(dossier))
    if refusal.code in (FOREIGN, OWN):
        await note_foreign(session, actor.nip, task_id, refusal.code, now)
    return Reply(messages=[Message(text=refusal.text)])


def _refusal(actor: Employee, dossier: Dossier) -> Refusal | None:
    return judge(
        actor_nip=actor.nip,
        task=dossier.task,
        request=dossier.request,
        outcome=Outcome.DISETUJUI,
        allowed=(Outcome.DISETUJUI,),
        changes=None,
    )


def _line(dossier: Dossier) -> str:
    return wording.task_line(
        dossier.request.number, dossier.title, dossier.applicant.nama, dossier.task.due
    )
