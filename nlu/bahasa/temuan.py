"""One thing a sentence states."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Temuan:
    """`entity` and `value` as the contract of the NLU names them; `start`, `end` in the text."""

    entity: str
    value: str | int | dict[str, str | bool | None]
    start: int
    end: int

    def as_dict(self) -> dict[str, object]:
        return {"entity": self.entity, "value": self.value, "start": self.start, "end": self.end}
