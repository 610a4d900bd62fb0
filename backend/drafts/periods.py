"""Answers of type PERIODE: {"mulai", "selesai"} in ISO form, and "hari" when a length was said.

A half-known period is kept too, so that "mulai tanggal 7" needs only the other half.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from pydantic import JsonValue

from backend.core.language import Language
from backend.drafts import wording
from backend.drafts.values import Read
from backend.layanan.definition import Field, Option
from backend.layanan.facts import Facts

LENGTH_ENTITY = "durasi_hari"
MAX_DAYS = 366
_BETWEEN = ".."


@dataclass(frozen=True, slots=True)
class Period:
    """What is known of a period; `days` is its length as stated."""

    start: date | None = None
    end: date | None = None
    days: int | None = None

    @classmethod
    def of(cls, value: JsonValue) -> "Period":
        """From an answer or an entity; what is not a date is left out."""
        if not isinstance(value, dict):
            return cls()
        days = value.get("hari")
        return cls(_day(value.get("mulai")), _day(value.get("selesai")), _count(days))

    @property
    def is_empty(self) -> bool:
        return self == Period()

    def to_json(self) -> dict[str, JsonValue]:
        value: dict[str, JsonValue] = {
            "mulai": self.start.isoformat() if self.start else None,
            "selesai": self.end.isoformat() if self.end else None,
        }
        return value if self.days is None else {**value, "hari": self.days}


def read_period(field: Field, language: Language, known: JsonValue, facts: Facts) -> Read | None:
    """The period a message states, completed by the half that is `known`; None when it has none."""
    stated = language.values(field.entity) if field.entity else []
    lengths = {_count(value) for value in language.values(LENGTH_ENTITY)} - {None}
    if not stated and not lengths:
        return None
    if len({str(value) for value in stated}) > 1 or len(lengths) > 1:
        return Read(problem=wording.PERIOD_AMBIGUOUS)
    said = Period.of(stated[0]) if stated else Period()
    said = replace(said, days=next(iter(lengths), None))
    if said.is_empty:
        return Read(problem=wording.PERIOD_CONTRADICTS)
    return _settled(field, _joined(Period.of(known), said), facts)


def read_chosen(text: str) -> Read | None:
    """The period of a button, as `choice_value` made it."""
    first, between, last = text.partition(_BETWEEN)
    start, end = _day(first), _day(last)
    if not between or start is None or end is None:
        return None
    return Read(Period(start, end).to_json())


def choice_value(start: date, end: date) -> str:
    return f"{start.isoformat()}{_BETWEEN}{end.isoformat()}"


def recomputed(field: Field, value: JsonValue, facts: Facts) -> JsonValue:
    """The period anew for another kind, whose days may be counted otherwise."""
    period = Period.of(value)
    if period.days is None or period.start is None:
        return value
    settled = _settled(field, replace(period, end=None), facts)
    return settled.value if settled.problem is None else value


def _joined(known: Period, said: Period) -> Period:
    """A lone date completes the half that is missing."""
    if known.start and known.end:
        return said
    if known.start and said.start and said.end in (None, said.start) and said.days is None:
        return Period(known.start, said.start)
    if known.start and said.start is None:
        return replace(said, start=known.start)
    if known.end and said.start and said.end is None and said.days is None:
        return replace(said, end=known.end)
    if known.days and said.start and said.end is None and said.days is None:
        return replace(said, days=known.days)
    return said


def _settled(field: Field, period: Period, facts: Facts) -> Read:
    """Works out the last day from the number of days, by the service's own count."""
    if period.days is not None and not 1 <= period.days <= MAX_DAYS:
        return Read(problem=wording.days_out_of_range(MAX_DAYS))
    if period.days is None or period.start is None or field.end_of is None:
        return Read(period.to_json())
    end = field.end_of(period.start, period.days, facts)
    if period.end in (None, end, _weekdays_end(period.start, period.days)):
        # The NLU counts Monday to Friday; the service also knows holidays and six-day weeks.
        return Read(replace(period, end=end).to_json())
    assert period.end is not None  # noqa: S101  # None is in the tuple above
    return Read(
        problem=wording.period_disagrees(period.start, period.end, period.days),
        options=tuple(
            Option(choice_value(period.start, last), wording.period_label(period.start, last))
            for last in sorted({period.end, end})
        ),
    )


def _weekdays_end(start: date, days: int) -> date:
    day = start
    while True:
        days -= day.weekday() < 5
        if days == 0:
            return day
        day += timedelta(days=1)


def _day(value: JsonValue) -> date | None:
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _count(value: JsonValue) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
