"""What an approver gets to see of a request: gathered once, said in three lengths."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals import repository, wording
from backend.approvals.models import Task
from backend.approvals.organisation import PPK
from backend.approvals.repository import Absence
from backend.approvals.terms import change_field, changed_to
from backend.core.messages import Choice, DocumentRef, Message
from backend.documents.models import Document
from backend.employees.models import Employee
from backend.layanan.definition import Field, Kind, Line, Outcome, Stage
from backend.requests.case import definition_of
from backend.requests.freezing import lines_of, thaw_stages
from backend.requests.models import Request

NAMED_ABSENCES = 5


@dataclass(frozen=True, slots=True)
class Dossier:
    """One open task with its request. `stages` are those that are decided together."""

    task: Task
    request: Request
    applicant: Employee
    kind: Kind
    stages: tuple[Stage, ...]
    opinions: tuple[tuple[Stage, Task], ...]
    absences: Sequence[Absence]
    documents: Sequence[Document]
    tokens: Mapping[Outcome, str]

    @property
    def title(self) -> str:
        return str(self.request.summary["title"])

    @property
    def changeable(self) -> Field | None:
        return change_field(self.kind)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What may be decided, in the order of the buttons."""
        return allowed_outcomes(self.stages[0], self.kind)


ORDER = (
    Outcome.DISETUJUI,
    Outcome.TIDAK_DISETUJUI,
    Outcome.PERUBAHAN,
    Outcome.DITANGGUHKAN,
    Outcome.PERBAIKAN,
)


def allowed_outcomes(stage: Stage, kind: Kind) -> tuple[Outcome, ...]:
    """A change is possible only where the service says what may be changed."""
    return tuple(
        outcome
        for outcome in ORDER
        if outcome in stage.outcomes
        and (outcome is not Outcome.PERUBAHAN or change_field(kind) is not None)
    )


async def gather_dossier(session: AsyncSession, task: Task) -> Dossier:
    """Raises LookupError when the request or its applicant is gone, which foreign keys forbid."""
    request = await session.get(Request, task.request_id)
    applicant = None if request is None else await session.get(Employee, request.nip)
    if request is None or applicant is None:
        raise LookupError(task.request_id)
    _, kind = definition_of(request)
    stages = thaw_stages(request.stages)
    joined = await repository.joined_tasks(session, task)
    before = await repository.opinions_before(session, task)
    absences: Sequence[Absence] = ()
    if request.mulai is not None and request.selesai is not None:
        absences = await repository.absences_in_unit(
            session, applicant, request.mulai, request.selesai, NAMED_ABSENCES + 1
        )
    return Dossier(
        task=task,
        request=request,
        applicant=applicant,
        kind=kind,
        stages=tuple(stages[one.stage_index] for one in (task, *joined)),
        opinions=tuple((stages[one.stage_index], one) for one in before),
        absences=absences,
        documents=await repository.documents_of(session, request.id),
        tokens=await repository.tokens_of(session, task),
    )


def notification(dossier: Dossier) -> Message:
    """What is pushed into a chat: without what the service calls sensitive."""
    return _message(dossier, _public_lines(dossier), _documents_line(dossier))


def details(dossier: Dossier) -> list[Message]:
    """Everything, when the approver asks for it; each file as a message of its own."""
    whole = _message(dossier, lines_of(dossier.request.summary), [], details_button=False)
    files = [
        Message(text=file.name, document=DocumentRef(id=file.id, name=file.name))
        for file in dossier.documents
    ]
    return [*files, whole]


def _message(
    dossier: Dossier,
    lines: Sequence[Line],
    extra: Sequence[str],
    *,
    details_button: bool = True,
) -> Message:
    task = dossier.task
    paragraphs = [
        [
            *wording.heading(
                dossier.stages, dossier.request.number, dossier.title, task.on_behalf == PPK
            ),
            wording.applicant_line(dossier.applicant),
        ],
        wording.notice_lines(lines),
        [*extra, *_opinions(dossier), *_absences(dossier)],
        [wording.decide_by(task.due), wording.how_to_decide(dossier.request.number)],
    ]
    text = "\n\n".join("\n".join(part) for part in paragraphs if part)
    choices = _choices(dossier)
    if details_button:
        choices.append(Choice(label=wording.DETAILS, payload=f"tugas:{task.id}"))
    return Message(text=text, choices=choices, quote=f"tugas:{task.id}")


def _choices(dossier: Dossier) -> list[Choice]:
    field = dossier.changeable
    label = field.label if field else None
    return [
        Choice(label=wording.button(outcome, label), payload=f"v1.a.{dossier.tokens[outcome]}")
        for outcome in dossier.outcomes
        if outcome in dossier.tokens
    ]


def _public_lines(dossier: Dossier) -> list[Line]:
    hidden = {field.key for field in dossier.kind.fields if field.sensitive}
    return [line for line in lines_of(dossier.request.summary) if line.field not in hidden]


def _documents_line(dossier: Dossier) -> list[str]:
    if not dossier.documents:
        return []
    labels = {field.key: field.label for field in dossier.kind.fields}
    names = {labels.get(file.field or "", file.name) for file in dossier.documents}
    return [wording.documents(sorted(names), len(dossier.documents))]


def _opinions(dossier: Dossier) -> list[str]:
    return [
        wording.opinion(
            stage.title,
            wording.decider_name(task.decider or {}, task.on_behalf),
            Outcome(task.outcome or ""),
            task.reason,
            changed_to(dossier.kind, task.terms or {}),
        )
        for stage, task in dossier.opinions
    ]


def _absences(dossier: Dossier) -> list[str]:
    if not dossier.absences:
        return []
    shown = dossier.absences[:NAMED_ABSENCES]
    names = [wording.clash(one.nama, one.mulai, one.selesai, one.granted) for one in shown]
    return [wording.clashes(names, more=len(dossier.absences) > len(shown))]
