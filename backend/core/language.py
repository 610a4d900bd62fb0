"""What the NLU understood of one message. The backend never reads the sentence itself."""

from pydantic import BaseModel, Field, JsonValue

TEXT_LIMIT = 4_000
ENTITY_LIMIT = 50


class Entity(BaseModel):
    """A value the NLU found; names and forms of values are the contract of the NLU."""

    entity: str = Field(max_length=60)
    value: JsonValue = None


class Language(BaseModel):
    """One message as understood. `text` is what the person typed, unchanged."""

    text: str = Field(default="", max_length=TEXT_LIMIT)
    intent: str | None = Field(default=None, max_length=80)
    confidence: float = 0.0
    entities: list[Entity] = Field(default_factory=list, max_length=ENTITY_LIMIT)

    def values(self, name: str) -> list[JsonValue]:
        """All values of the entity `name` that are not null, in the order of the sentence."""
        return [e.value for e in self.entities if e.entity == name and e.value is not None]

    def first(self, name: str) -> JsonValue:
        """The first value of the entity `name`; None when the sentence has none."""
        return next(iter(self.values(name)), None)
