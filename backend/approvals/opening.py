"""Opening a stage: who acts, until when, by which buttons, told by which message."""

from datetime import date, timedelta

from sqlalchemy import delete

from backend.approvals import repository
from backend.approvals.dossier import allowed_outcomes, gather_dossier, notification
from backend.approvals.models import ActionToken, Task
from backend.approvals.organisation import Person, Seat
from backend.approvals.routing import duty, resolve
from backend.audit.service import record
from backend.core.ids import new_handle, new_id
from backend.layanan.definition import Role, Stage
from backend.layanan.kepegawaian.hari_kerja import hari_kerja_ke
from backend.notifications.service import enqueue
from backend.requests.case import Case
from backend.requests.lifecycle import status_at


async def open_stage(case: Case) -> None:
    """Opens the stage at which the request stands. Raises Unroutable."""
    first = case.request.stage_index
    last_round = await repository.last_round(case.session, case.request.id)
    round_ = last_round + 1 if first == 0 else last_round
    seat = await seat_for(case, case.stages[first])
    task = _task(case, first, seat, round_, "open")
    case.session.add(task)
    await join_stages(case, task, seat)
    await tell_assignee(case, task)


async def join_stages(case: Case, task: Task, seat: Seat) -> None:
    """Stages that follow with the same person and the same outcomes wait with an open task: both
    sections of a form are filled in once (aturan 2.1). The status is that of the last of them."""
    first = task.stage_index
    case.request.status = status_at(case.stages, first)
    for index in range(first + 1, len(case.stages)):
        stage = case.stages[index]
        if stage.outcomes != case.stages[first].outcomes or await seat_for(case, stage) != seat:
            break
        case.session.add(_task(case, index, seat, task.round, "waiting"))
        case.request.status = status_at(case.stages, index)
    await case.session.flush()


async def part_stages(case: Case, last: Task) -> None:
    """Takes the stages after `last` out of the hands of its assignee; they will be opened in their
    turn, for whoever is competent then."""
    await case.session.execute(
        delete(Task).where(
            Task.request_id == last.request_id,
            Task.round == last.round,
            Task.state == "waiting",
            Task.stage_index > last.stage_index,
        )
    )
    case.request.status = status_at(case.stages, last.stage_index)


async def hand_over(case: Case, task: Task) -> None:
    """Gives an open task to who acts for its role now, with a time of his own. Raises Unroutable,
    and then nothing may be committed."""
    stage = case.stages[task.stage_index]
    seat = await seat_for(case, stage)
    await record(
        case.session,
        now=case.now,
        actor="sistem",
        action="tugas.dialihkan",
        subject=f"tugas:{task.id}",
        data={"dari": task.assignee_nip, "kepada": seat.person.nip},
    )
    await part_stages(case, task)
    task.assignee_nip, task.on_behalf = seat.person.nip, seat.on_behalf
    task.due, task.reminded_at = _due(case, stage, seat.person), None
    case.request.version += 1
    await join_stages(case, task, seat)
    await tell_assignee(case, task)


async def seat_for(case: Case, stage: Stage) -> Seat:
    role = role_for(case, stage)
    return await resolve(case.session, role, case.applicant, case.facts.today)


def role_for(case: Case, stage: Stage) -> Role:
    return duty(stage.role, case.service, case.kind.code, case.request.answers, case.facts)


async def tell_assignee(case: Case, task: Task) -> None:
    """Makes his buttons and queues his notification, once for each time the task comes to him."""
    case.session.add_all(
        ActionToken(
            id=new_handle(),
            task_id=task.id,
            outcome=outcome,
            for_nip=task.assignee_nip,
            created_at=case.now,
        )
        for outcome in allowed_outcomes(case.stages[task.stage_index], case.kind)
    )
    await case.session.flush()
    await enqueue(
        case.session,
        to_nip=task.assignee_nip,
        kind="task",
        dedupe_key=f"task:{task.id}:{task.assignee_nip}:{case.request.version}",
        message=notification(await gather_dossier(case.session, task)),
        now=case.now,
    )


def _task(case: Case, index: int, seat: Seat, round_: int, state: str) -> Task:
    stage = case.stages[index]
    person = seat.person
    return Task(
        id=new_id(),
        request_id=case.request.id,
        stage_index=index,
        stage_key=stage.key,
        round=round_,
        role=stage.role,
        assignee_nip=person.nip,
        on_behalf=seat.on_behalf,
        state=state,
        due=_due(case, stage, person),
        opened_at=case.now,
    )


def _due(case: Case, stage: Stage, person: Person) -> date:
    tomorrow = case.facts.today + timedelta(days=1)
    return hari_kerja_ke(case.facts.kalender, tomorrow, stage.working_days, person.pola)
