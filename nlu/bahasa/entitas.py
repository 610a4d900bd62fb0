"""Everything a sentence states, as entities."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Entitas:
    entity: str
    value: object
    start: int
    end: int

    def as_dict(self) -> dict[str, object]:
        return {"entity": self.entity, "value": self.value, "start": self.start, "end": self.end}


def temukan(teks: str, hari_ini: date) -> list[Entitas]:
    return []
