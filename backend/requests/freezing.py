"""Summary and stages as they are kept with a request, and back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from backend.layanan.definition import Line, Outcome, Role, Stage, Summary


def freeze_summary(summary: Summary) -> dict[str, Any]:
    """What the applicant confirmed, as JSON."""
    return {
        "title": summary.title,
        "lines": [
            {"label": line.label, "value": line.value, "field": line.field}
            for line in summary.lines
        ],
        "numbers": dict(summary.numbers),
    }


def lines_of(summary: Mapping[str, Any]) -> tuple[Line, ...]:
    return tuple(Line(line["label"], line["value"], line.get("field")) for line in summary["lines"])


def freeze_stages(stages: Sequence[Stage]) -> list[dict[str, Any]]:
    """The approval way, as JSON; outcomes in the order of aturan 2.12."""
    return [
        {
            "key": stage.key,
            "role": stage.role.value,
            "title": stage.title,
            "outcomes": [outcome.value for outcome in Outcome if outcome in stage.outcomes],
            "working_days": stage.working_days,
            "decides": stage.decides,
        }
        for stage in stages
    ]


def thaw_stages(frozen: Sequence[Mapping[str, Any]]) -> tuple[Stage, ...]:
    return tuple(
        Stage(
            key=stage["key"],
            role=Role(stage["role"]),
            title=stage["title"],
            outcomes=frozenset(Outcome(outcome) for outcome in stage["outcomes"]),
            working_days=stage["working_days"],
            decides=stage["decides"],
        )
        for stage in frozen
    )


def period_of(terms: Mapping[str, Any], field: str) -> tuple[date, date] | None:
    """The two ends of a period among answers; None when it is not one."""
    value = terms.get(field)
    if not isinstance(value, Mapping):
        return None
    return date.fromisoformat(value["mulai"]), date.fromisoformat(value["selesai"])
