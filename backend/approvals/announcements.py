"""Telling the applicant what was decided about his request."""

from collections.abc import Sequence

from backend.approvals import wording as approvals
from backend.approvals.models import Task
from backend.approvals.organisation import PPK
from backend.approvals.terms import changed_to
from backend.core.messages import Choice, Message
from backend.employees.models import Employee
from backend.layanan.definition import Outcome, Stage
from backend.notifications.service import enqueue
from backend.requests import wording
from backend.requests.case import Case
from backend.requests.lifecycle import Action
from backend.requests.messages import change_choices, mend_choices


async def told(
    case: Case, task: Task, stages: Sequence[Stage], action: Action, next_task: Task | None
) -> str | None:
    """Queues the message; returns who acts next, if anybody does."""
    next_name, text, choices = None, "", list[Choice]()
    who = approvals.decider_name(task.decider or {}, task.on_behalf)
    said = approvals.opinion(
        approvals.stage_title(stages),
        who,
        Outcome(task.outcome or ""),
        task.reason,
        changed_to(case.kind, task.terms or {}),
    )
    if next_task is not None:
        next_name = await acting_name(case, next_task)
        text = wording.moved_on(case.request.number, said, next_name, next_task.due)
    else:
        title = str(case.request.summary["title"])
        text = wording.decided(case.request.number, title, said, action, letter=case.ends_in_letter)
        if action is Action.UBAH:
            choices = change_choices(case.request)
        if action is Action.KEMBALIKAN:
            choices = mend_choices(case.request)
    await enqueue(
        case.session,
        to_nip=case.applicant.nip,
        kind="decision",
        dedupe_key=f"decision:{task.id}",
        message=Message(text=text, choices=choices),
        now=case.now,
    )
    return next_name


async def acting_name(case: Case, task: Task) -> str:
    if task.on_behalf == PPK:
        return approvals.PPK_NAME
    person = await case.session.get(Employee, task.assignee_nip)
    return f"{person.nama} ({person.jabatan})" if person else ""
