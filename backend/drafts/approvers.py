"""Who will decide, and how long it may take, as lines of a summary."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals.routing import plan
from backend.drafts import wording
from backend.drafts.engine import Answers
from backend.employees.models import Employee
from backend.layanan.definition import Kind, Line, Service
from backend.layanan.facts import Facts


async def approval_lines(
    session: AsyncSession,
    employee: Employee,
    *,
    service: Service,
    kind: Kind,
    answers: Answers,
    facts: Facts,
) -> tuple[Line, ...]:
    """Empty for a notice, which nobody decides."""
    stages = kind.stages(answers, facts)
    if not stages:
        return ()
    assignees = await plan(session, employee, service, kind, answers, facts)
    names = [f"{one.employee_name} ({one.jabatan})" for one in assignees]
    days = sum(stage.working_days for stage in stages)
    return (Line("Diputuskan oleh", wording.deciders(names)), Line("Waktu", wording.duration(days)))
