"""The new terms of a PERUBAHAN: what may be changed, and whether the rules allow it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from backend.approvals import wording
from backend.approvals.routing import duty
from backend.core.language import Language
from backend.drafts.engine import next_missing
from backend.drafts.periods import LENGTH_ENTITY
from backend.layanan.definition import Answers, Field, FieldType, Kind, Role, Stage
from backend.layanan.facts import Facts
from backend.layanan.kepegawaian.tanggal_teks import rentang
from backend.requests.case import Case
from backend.requests.freezing import period_of

Terms = Mapping[str, Any]
"""Answers by field key, only those that change."""


def change_field(kind: Kind) -> Field | None:
    """The field an approver may change in words: a period of this kind, or nothing."""
    field = next((field for field in kind.fields if field.key == kind.change_field), None)
    return field if field is not None and field.type is FieldType.PERIODE else None


def speaks_of_terms(kind: Kind, language: Language) -> bool:
    """Whether a sentence states a period or a length: "setuju, tapi dua hari saja" must not become
    a plain yes."""
    field = change_field(kind)
    names = [LENGTH_ENTITY] if field is None else [LENGTH_ENTITY, field.entity or field.key]
    return any(language.values(name) for name in names)


def changing(kind: Kind) -> Field:
    """As above, where a PERUBAHAN is under way. Raises LookupError when there can be none."""
    field = change_field(kind)
    if field is None:
        raise LookupError(f"{kind.code} changes nothing")
    return field


def changed_to(kind: Kind, terms: Terms) -> str | None:
    """The new terms in words: "8–9 Desember 2026"."""
    field = change_field(kind)
    span = period_of(terms, field.key) if field else None
    return rentang(*span) if span else None


def problem_with(case: Case, terms: Terms) -> str | None:
    """Why these terms cannot replace the present ones, in words; None when they can."""
    field = change_field(case.kind)
    answers = case.request.answers
    if field is None or field.key not in terms:
        return wording.TERMS_NEEDED
    if period_of(terms, field.key) == period_of(answers, field.key):
        return wording.SAME_TERMS
    changed = {**answers, **terms}
    others = facts_of_request(case)
    if violations := case.kind.check(changed, others):
        return wording.refusals(violations)
    more = next_missing(case.kind, changed, others) != next_missing(case.kind, answers, others)
    if more or _way(case, changed, others) != _way(case, answers, others):
        return wording.terms_go_another_way(field.label)
    return None


def facts_of_request(case: Case) -> Facts:
    """What the rules may know when new terms of a request are checked: without what it holds
    itself, and as of the day on which it was filed."""
    others = case.facts.without(case.request.id)
    return replace(others, filed_on=case.request.submitted_at.date())


def _way(case: Case, answers: Answers, facts: Facts) -> list[tuple[Stage, Role]]:
    """The stages these answers go through, and the official of each."""
    return [
        (stage, duty(stage.role, case.service, case.kind.code, answers, facts))
        for stage in case.kind.stages(answers, facts)
    ]
