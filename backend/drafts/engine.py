"""The guided form as a pure function: definition, answers and a message give the next step."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from backend.drafts.periods import recomputed
from backend.drafts.reading import Form, Input, named_fields, read
from backend.drafts.values import Read, is_complete, plain
from backend.layanan.definition import Field, FieldType, Kind, Service, Violation
from backend.layanan.facts import Facts

SUMMARY = "ringkasan"
WHICH = "ubah_apa"
"""What `asked` says when the summary waits for a yes, and when a correction is not named yet."""

Answers = Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a message did. `answers` hold nothing a rule refuses.

    `understood` are the keys that got a value; `violations` the refusals of values that were given;
    `problems` what could not be read, by field; `dead` refusals no answer can mend;
    `kind` is the one they refuse; `unavailable` says that the wanted kind cannot be filed here.
    """

    answers: Answers
    asked: str
    understood: tuple[str, ...] = ()
    violations: tuple[Violation, ...] = ()
    problems: Mapping[str, Read] | None = None
    dead: tuple[Violation, ...] = ()
    kind: str | None = None
    unavailable: str | None = None

    @property
    def nothing_understood(self) -> bool:
        return not (self.understood or self.violations or self.dead or self.unavailable)

    @property
    def is_complete(self) -> bool:
        return self.asked == SUMMARY


def kind_of(service: Service, answers: Answers) -> Kind | None:
    return service.kind(answers.get(service.kind_field.key))


def fields_of(service: Service, answers: Answers) -> tuple[Field, ...]:
    """The form's fields in order. While the kind is unknown, those of all kinds: a first sentence
    may tell everything but the kind."""
    kind = kind_of(service, answers)
    kinds = service.kinds if kind is None else (kind,)
    by_key: dict[str, Field] = {service.kind_field.key: service.kind_field}
    for one in (one for each in kinds for one in each.fields):
        by_key.setdefault(one.key, one)
    return tuple(by_key.values())


def form_of(service: Service, answers: Answers, asked: str | None, facts: Facts) -> Form:
    return Form(fields_of(service, answers), answers, asked, facts)


def apply(
    service: Service, answers: Answers, asked: str | None, given: Input, facts: Facts
) -> Outcome:
    """Takes one message into the form."""
    form = form_of(service, answers, asked, facts)
    if form.kind_is_open(given) and (message := _unavailable(service, given)) is not None:
        return Outcome(answers, asked or service.kind_field.key, unavailable=message)
    found = read(form, given)
    kind_said = found.get(service.kind_field.key)
    if kind_said is not None and kind_said.value is not None:
        # The kind decides how the rest is read, so it is settled before the rest.
        answers = _of_kind(service, answers, kind_said.value, facts)
        form = form_of(service, answers, asked, facts)
        found = {**read(form, given), service.kind_field.key: kind_said}
    given_values = {key: one.value for key, one in found.items() if one.problem is None}
    problems = {key: one for key, one in found.items() if one.problem is not None}
    return _judged(service, form, given_values, problems)


def correct(
    service: Service, answers: Answers, asked: str | None, given: Input, facts: Facts
) -> Outcome:
    """Takes a correction: the new value if it was said, else asks for the field that was named,
    else asks which."""
    form = form_of(service, answers, asked, facts)
    named = tuple(one.key for one in named_fields(form, given.language))
    outcome = apply(service, answers, None, given, facts)
    said = outcome.understood or outcome.violations or outcome.problems
    if outcome.dead or outcome.unavailable or (said and (not named or _touches(outcome, named))):
        return outcome
    return Outcome(answers, named[0] if named else WHICH)


def _touches(outcome: Outcome, keys: tuple[str, ...]) -> bool:
    touched = {*outcome.understood, *(outcome.problems or {})}
    touched |= {violation.field or "" for violation in outcome.violations}
    return bool(touched & set(keys))


def evaluate(service: Service, answers: Answers, asked: str | None, facts: Facts) -> Outcome:
    """The form as the rules see it now, without a new message."""
    return _judged(service, form_of(service, answers, asked, facts), {}, {})


def _unavailable(service: Service, given: Input) -> str | None:
    said = given.language.values(service.kind_field.entity or "")
    known = [value for value in said if service.kind(value) is not None]
    if known or given.chosen is not None:
        return None
    messages = (service.unavailable_kinds.get(value) for value in said if isinstance(value, str))
    by_label = {
        plain(code.replace("_", " ")): text for code, text in service.unavailable_kinds.items()
    }
    return next((text for text in messages if text), by_label.get(plain(given.language.text)))


def _of_kind(service: Service, answers: Answers, kind: JsonValue, facts: Facts) -> Answers:
    """Keeps the answers the kind asks for too; periods said by length are counted its way."""
    kept: dict[str, JsonValue] = {service.kind_field.key: kind}
    for one in fields_of(service, kept):
        if one.key in answers and one.key not in kept:
            value = answers[one.key]
            is_period = one.type is FieldType.PERIODE
            kept[one.key] = recomputed(one, value, facts) if is_period else value
    return kept


def _judged(service: Service, form: Form, given: Answers, problems: Mapping[str, Read]) -> Outcome:
    facts = form.facts
    wanted: Answers = {**form.answers, **given}
    kind = kind_of(service, wanted)
    if kind is None:
        asked = service.kind_field.key
        return Outcome(wanted, asked, tuple(given), problems=problems)
    violations = kind.check(wanted, facts)
    keys = {one.key for one in kind.fields}
    dead = tuple(violation for violation in violations if violation.field not in keys)
    if dead:
        return Outcome(form.answers, service.kind_field.key, dead=dead, kind=kind.code)
    refused = [one.key for one in kind.fields if any(v.field == one.key for v in violations)]
    kept = _without(wanted, refused, form.answers, kind, facts)
    understood = tuple(key for key in given if key not in refused)
    asked = _next(form, kind, kept, refused, problems)
    return Outcome(kept, asked, understood, violations, problems)


def _without(
    wanted: Answers, refused: list[str], before: Answers, kind: Kind, facts: Facts
) -> Answers:
    """Refused values are not kept; the earlier answer stands where the rules still allow it."""
    if not refused:
        return wanted
    kept = {key: value for key, value in wanted.items() if key not in refused}
    restored = {**kept, **{key: before[key] for key in refused if key in before}}
    still = {violation.field for violation in kind.check(restored, facts)}
    return {key: value for key, value in restored.items() if key not in still}


def _next(
    form: Form, kind: Kind, answers: Answers, refused: list[str], problems: Mapping[str, Read]
) -> str:
    if refused:
        return refused[0]
    if problems:
        asked = form.asked
        return asked if asked is not None and asked in problems else next(iter(problems))
    return next_missing(kind, answers, form.facts) or SUMMARY


def next_missing(kind: Kind, answers: Answers, facts: Facts) -> str | None:
    for one in kind.fields:
        if one.required(answers, facts) and not is_complete(one, answers):
            return one.key
    return None


def previous(service: Service, answers: Answers, asked: str | None) -> str | None:
    """The answered field before the asked one; None at the first question."""
    answered = [one.key for one in fields_of(service, answers) if is_complete(one, answers)]
    order = [one.key for one in fields_of(service, answers)]
    limit = order.index(asked) if asked in order else len(order)
    return next((key for key in reversed(order[:limit]) if key in answered), None)
