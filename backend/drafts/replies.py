"""Outcomes of the form as replies: texts, choices, and what is awaited."""

from collections.abc import Sequence
from datetime import date

from backend.core.messages import Awaiting, Choice, Message
from backend.drafts import engine, wording
from backend.drafts.engine import WHICH, Outcome
from backend.drafts.models import Draft
from backend.drafts.periods import Period, choice_value
from backend.drafts.schemas import (
    DraftReply,
    LineView,
    Question,
    RefusalView,
    SummaryView,
    Understood,
)
from backend.drafts.values import is_complete
from backend.layanan.definition import Field, FieldType, Line, Service, Summary
from backend.layanan.facts import Facts

HELPFUL_AFTER = 1
OFFER_HELP_AFTER = 3
"""Answers not understood in a row: the field's help is shown at once, other ways at the third."""

AWAITS_YES = "konfirmasi"


def said(text: str, *choices: Choice) -> DraftReply:
    """A reply after which nothing is being filled in."""
    return DraftReply(messages=[Message(text=text, choices=list(choices))])


def start_choices(service: Service, *, without: str | None = None) -> list[Choice]:
    """One button for each kind, to start with it."""
    return [
        Choice(label=kind.name, payload=f"mulai:{service.code}:{kind.code}")
        for kind in service.kinds
        if kind.code != without
    ]


def ended(service: Service, outcome: Outcome) -> DraftReply:
    """A refusal that no answer can mend, or a kind that cannot be filed: what to do instead."""
    others = start_choices(service, without=outcome.kind)
    text = outcome.unavailable or wording.refusals(outcome.dead)
    if outcome.dead and others:
        text = f"{text}\n\n{wording.other_kinds()}"
    return DraftReply(
        messages=[Message(text=text, choices=others)],
        violations=_refusals(outcome),
    )


def asking(
    draft: Draft, service: Service, outcome: Outcome, facts: Facts, *, before: str = ""
) -> DraftReply:
    """Says what happened and asks the next question. The summary is `confirming`'s."""
    parts: list[str | None] = [
        before,
        _noted(service, outcome, facts),
        wording.refusals(outcome.violations),
    ]
    reply = DraftReply(
        understood=understood(service, outcome, facts), violations=_refusals(outcome)
    )
    if outcome.asked == WHICH:
        message = Message(
            text=_joined([*parts, wording.WHICH_TO_CHANGE]), choices=_change_choices(draft, service)
        )
        return reply.model_copy(
            update={"messages": [message], "awaiting": _awaiting(draft, "pilihan", None)}
        )
    question = _question(draft, service, outcome, facts)
    field = _field(service, outcome, question.field)
    problem = (outcome.problems or {}).get(field.key)
    helpful = problem or outcome.violations or draft.misunderstood >= HELPFUL_AFTER
    parts += [one.problem for one in (outcome.problems or {}).values()]
    if draft.misunderstood >= OFFER_HELP_AFTER:
        parts = [*parts, wording.NOT_UNDERSTOOD_OFTEN]
    parts += [question.text, question.help if helpful else None]
    return reply.model_copy(
        update={
            "messages": [Message(text=_joined(parts), choices=question.choices)],
            "question": question,
            "awaiting": _awaiting(draft, field.type.value, field.key),
        }
    )


def confirming(
    draft: Draft,
    service: Service,
    outcome: Outcome,
    facts: Facts,
    *,
    summary: Summary,
    before: str = "",
) -> DraftReply:
    """The whole request in words, to be confirmed."""
    whole = wording.summary(summary.title, summary.lines)
    # Who was just shown everything and was not understood needs only the question again.
    text = _joined([before, wording.summary_again(summary.title) if draft.misunderstood else whole])
    choices = [
        Choice(label=wording.YES, payload=f"ajukan:{draft.id}"),
        Choice(label=wording.CHANGE, payload=f"ubah:{draft.id}"),
        Choice(label=wording.CANCEL, payload=f"batal:{draft.id}"),
    ]
    view = SummaryView(
        title=summary.title,
        lines=[LineView(label=line.label, value=line.value) for line in summary.lines],
        numbers=dict(summary.numbers),
    )
    return DraftReply(
        messages=[Message(text=text, choices=choices)],
        understood=understood(service, outcome, facts),
        summary=view,
        awaiting=_awaiting(draft, AWAITS_YES, None),
    )


def resuming(draft: Draft, service: Service, title: str | None, layanan: str) -> DraftReply:
    """Asks whether to go on with the open form or to begin `layanan` anew."""
    choices = [
        Choice(label=wording.CONTINUE, payload=f"lanjut:{draft.id}"),
        Choice(label=wording.START_NEW, payload=f"mulai_baru:{layanan}"),
    ]
    return DraftReply(
        messages=[Message(text=wording.resume(service, title), choices=choices)],
        awaiting=_awaiting(draft, "pilihan", None),
    )


def understood(service: Service, outcome: Outcome, facts: Facts) -> list[Understood]:
    """In the order of the form."""
    form = engine.form_of(service, outcome.answers, None, facts)
    return [
        Understood(
            field=one.key,
            label=one.label,
            value=wording.value_text(one, outcome.answers[one.key], form.options(one)),
        )
        for one in form.fields
        if one.key in outcome.understood and one.key in outcome.answers
    ]


def file_lines(service: Service, outcome: Outcome) -> tuple[Line, ...]:
    """How many files were sent for each field that takes files."""
    return tuple(
        Line(
            _capitalised(one.label), wording.value_text(one, outcome.answers[one.key], ()), one.key
        )
        for one in engine.fields_of(service, outcome.answers)
        if one.type is FieldType.DOKUMEN and is_complete(one, outcome.answers)
    )


def _noted(service: Service, outcome: Outcome, facts: Facts) -> str:
    parts = [(one.label, one.value) for one in understood(service, outcome, facts)]
    return wording.noted(parts) if parts else ""


def _refusals(outcome: Outcome) -> list[RefusalView]:
    return [
        RefusalView(code=one.code, message=one.message, basis=one.basis, field=one.field)
        for one in (*outcome.dead, *outcome.violations)
    ]


def _question(draft: Draft, service: Service, outcome: Outcome, facts: Facts) -> Question:
    field = _field(service, outcome, outcome.asked)
    known = outcome.answers.get(field.key)
    return Question(
        field=field.key,
        type=field.type.value,
        text=wording.question(field, known),
        help=field.help,
        choices=_choices(draft, service, field, outcome, facts),
    )


def _field(service: Service, outcome: Outcome, key: str) -> Field:
    return next(one for one in engine.fields_of(service, outcome.answers) if one.key == key)


def _choices(
    draft: Draft, service: Service, field: Field, outcome: Outcome, facts: Facts
) -> list[Choice]:
    form = engine.form_of(service, outcome.answers, field.key, facts)
    problem = (outcome.problems or {}).get(field.key)
    options = list(problem.options if problem and problem.options else ())
    if not options and field.type is FieldType.PILIHAN:
        options = list(form.options(field))
    choices = [
        Choice(label=one.label, payload=f"jawab:{draft.id}:{field.key}:{one.value}")
        for one in options
    ]
    day = _lone_start(field, outcome)
    if not choices and day is not None:
        payload = f"jawab:{draft.id}:{field.key}:{choice_value(day, day)}"
        choices.append(Choice(label=wording.only_one_day(day), payload=payload))
    return choices


def _lone_start(field: Field, outcome: Outcome) -> date | None:
    if field.type is not FieldType.PERIODE:
        return None
    period = Period.of(outcome.answers.get(field.key))
    return period.start if period.end is None else None


def _change_choices(draft: Draft, service: Service) -> list[Choice]:
    """The answered fields, each as a button to change it."""
    fields = engine.fields_of(service, draft.answers)
    return [
        Choice(label=_capitalised(one.label), payload=f"ubah:{draft.id}:{one.key}")
        for one in fields
        if is_complete(one, draft.answers)
    ]


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _awaiting(draft: Draft, isian: str, field: str | None) -> Awaiting:
    return Awaiting(isian=isian, draft_id=draft.id, layanan=draft.layanan, field=field)


def _joined(parts: Sequence[str | None]) -> str:
    return "\n\n".join(part for part in parts if part)
