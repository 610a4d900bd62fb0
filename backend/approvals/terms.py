"""The new terms of a PERUBAHAN: what may be changed, and whether the rules allow it."""

from collections.abc import Mapping
from typing import Any

from backend.approvals import wording
from backend.layanan.definition import Field, FieldType, Kind
from backend.layanan.kepegawaian.tanggal_teks import rentang
from backend.requests.case import Case
from backend.requests.freezing import period_of

Terms = Mapping[str, Any]
"""Answers by field key, only those that change."""


def change_field(kind: Kind) -> Field | None:
    """The field an approver may change in words: a period of this kind, or nothing."""
    field = next((field for field in kind.fields if field.key == kind.change_field), None)
    return field if field is not None and field.type is FieldType.PERIODE else None


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
    others = case.facts.without(case.request.id)
    violations = case.kind.check({**answers, **terms}, others)
    return wording.refusals(violations) if violations else None
