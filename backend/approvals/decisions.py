"""The one door through which every decision goes, however it was said."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals import announcements, repository, wording
from backend.approvals.dossier import allowed_outcomes
from backend.approvals.errors import DecidedMeanwhile
from backend.approvals.judgement import (
    FOREIGN,
    NOT_ACTING,
    OWN,
    REASON,
    TERMS,
    UNKNOWN,
    Refusal,
    judge,
)
from backend.approvals.models import Task
from backend.approvals.opening import hand_over, part_stages, role_for
from backend.approvals.routing import still_acts
from backend.approvals.terms import Terms, change_field, changed_to, problem_with
from backend.audit.service import record
from backend.employees.models import Employee
from backend.layanan.definition import Outcome
from backend.requests.case import Case, open_case
from backend.requests.lifecycle import Action, action_of
from backend.requests.moves import move


@dataclass(frozen=True, slots=True)
class Decided:
    """`next_name` is who has it now, when it moved on to another stage."""

    case: Case
    task: Task
    outcome: Outcome
    action: Action
    next_name: str | None = None

    @property
    def text(self) -> str:
        number = self.case.request.number
        if self.next_name is not None:
            return wording.opinion_recorded(number, self.outcome, self.next_name)
        nama = self.case.applicant.nama
        return wording.decision_recorded(
            number, nama, self.outcome, letter=self.case.ends_in_letter
        )


async def decide(
    session: AsyncSession,
    *,
    actor: Employee,
    task_id: str,
    outcome: Outcome,
    reason: str | None = None,
    terms: Terms | None = None,
    expected_version: int | None = None,
    now: datetime,
) -> Decided | Refusal:
    """Takes a decision, exactly once. A Refusal changed nothing of the request, and says why.

    Raises Unroutable when the next stage has nobody: then nothing may be committed.
    """
    found = await _examine(session, actor, task_id, outcome, expected_version, now)
    if isinstance(found, Refusal):
        return found
    case, task = found
    if outcome is not Outcome.DISETUJUI and not reason:
        return Refusal(REASON, wording.REASON_NEEDED)
    if outcome is Outcome.PERUBAHAN and (problem := problem_with(case, terms or {})):
        return Refusal(TERMS, problem)
    if outcome is not Outcome.PERUBAHAN:
        terms = None
    if not await _still_his(case, task, actor):
        await hand_over(case, task)
        return Refusal(NOT_ACTING, wording.NO_LONGER_ACTING)
    tasks = [task]
    if outcome is not Outcome.PERBAIKAN:
        tasks += await _decided_with(case, task, actor)
    await _settle(session, tasks, actor, outcome, reason, terms, now)
    return await _carry_out(case, tasks, actor, outcome)


async def examine(
    session: AsyncSession, *, actor: Employee, task_id: str, outcome: Outcome, now: datetime
) -> tuple[Case, Task] | Refusal:
    """What `decide` would say before it looks at reason and terms; for decisions in the making."""
    return await _examine(session, actor, task_id, outcome, None, now)


async def _examine(
    session: AsyncSession,
    actor: Employee,
    task_id: str,
    outcome: Outcome,
    expected_version: int | None,
    now: datetime,
) -> tuple[Case, Task] | Refusal:
    task = await session.get(Task, task_id)
    case = None if task is None else await open_case(session, task.request_id, now)
    if task is None or case is None:
        return Refusal(UNKNOWN, wording.NOT_FOUND)
    await session.refresh(task)
    field = change_field(case.kind)
    refusal = judge(
        actor_nip=actor.nip,
        task=task,
        request=case.request,
        outcome=outcome,
        allowed=allowed_outcomes(case.stages[task.stage_index], case.kind),
        changes=field.label if field else None,
        expected_version=expected_version,
    )
    if refusal is None:
        return case, task
    if refusal.code in (FOREIGN, OWN):
        await note_foreign(session, actor.nip, task.id, refusal.code, now)
    return refusal


async def note_foreign(
    session: AsyncSession, nip: str, task_id: str, why: str, now: datetime
) -> None:
    """Somebody tried to decide what is not his: kept in the audit trail."""
    await record(
        session,
        now=now,
        actor=nip,
        action="tugas.ditolak",
        subject=f"tugas:{task_id}",
        data={"sebab": why},
    )


async def _still_his(case: Case, task: Task, actor: Employee) -> bool:
    role = role_for(case, case.stages[task.stage_index])
    return await still_acts(case.session, actor.nip, role, case.applicant, case.now.date())


async def _decided_with(case: Case, task: Task, actor: Employee) -> list[Task]:
    """The stages that wait with this one, as far as they are still his: whoever has lost one role
    and kept the other decides only for the one he has."""
    his: list[Task] = []
    for joined in await repository.joined_tasks(case.session, task):
        if not await _still_his(case, joined, actor):
            await part_stages(case, his[-1] if his else task)
            break
        his.append(joined)
    return his


async def _settle(
    session: AsyncSession,
    tasks: list[Task],
    actor: Employee,
    outcome: Outcome,
    reason: str | None,
    terms: Terms | None,
    now: datetime,
) -> None:
    """Compare and set. Raises DecidedMeanwhile unless this call is the one that decides them all,
    which the locks of the case have made certain."""
    result = await session.execute(
        update(Task)
        .where(Task.id.in_([task.id for task in tasks]), Task.state.in_(("open", "waiting")))
        .values(
            state="done",
            outcome=outcome,
            reason=reason,
            terms=None if terms is None else dict(terms),
            decided_at=now,
            decider={
                "nip": actor.nip,
                "nama": actor.nama,
                "jabatan": actor.jabatan,
                "unit": actor.unit,
            },
        )
        .returning(Task.id)
        .execution_options(synchronize_session=False)
    )
    if len(result.all()) != len(tasks):
        raise DecidedMeanwhile
    for task in tasks:
        await session.refresh(task)


async def _carry_out(case: Case, tasks: list[Task], actor: Employee, outcome: Outcome) -> Decided:
    first, last = tasks[0], tasks[-1]
    action = action_of(outcome, case.stages, last.stage_index)
    if action is Action.UBAH:
        case.request.proposed = dict(first.terms or {})
    stages = [case.stages[task.stage_index] for task in tasks]
    await move(
        case,
        action,
        actor=actor.nip,
        text=wording.opinion(
            wording.stage_title(stages),
            wording.decider_name(first.decider or {}, first.on_behalf),
            outcome,
            first.reason,
            changed_to(case.kind, first.terms or {}),
        ),
        reason=first.reason,
        to_stage=last.stage_index + 1,
        data={
            "tahap": [stage.key for stage in stages],
            "hasil": outcome,
            "atas_nama": first.on_behalf,
        },
    )
    next_task = None
    if action is Action.PERTIMBANGKAN:
        next_task = await repository.open_task_of_request(case.session, case.request.id)
    next_name = await announcements.told(case, first, stages, action, next_task)
    return Decided(case, first, outcome, action, next_name)
