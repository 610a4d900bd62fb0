"""What a plan decides for a turn: one call to the backend, or one sentence of the domain."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Literal

from actions.turn import Turn


class Concern(Enum):
    """What the answer of a call means for the form in hand."""

    PASSING = auto()
    """A question in passing: the form stays as it is, and its pending question comes again."""
    FORM = auto()
    """The form itself: `awaiting` is its new state, none means that it is over."""
    ASIDE = auto()
    """Something of its own (a decision, a button): when it is over, the form goes on."""


@dataclass(frozen=True, slots=True)
class Say:
    """A response of the domain. `offers` are intents to choose from by button."""

    response: str
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """One request to the backend. `when_nothing_open` replaces the backend's words when nothing is
    being filled in: a sentence of the domain, or silence (used after something was said already).
    """

    method: Literal["GET", "POST"]
    path: str
    concern: Concern = Concern.PASSING
    body: Mapping[str, Any] | None = None
    params: Mapping[str, str] | None = None
    when_nothing_open: Say | Literal["silence"] | None = None


Step = Call | Say
Plan = Callable[[Turn], Step]
