"""Bodies of the decision endpoints."""

from pydantic import BaseModel, Field

from backend.core.language import Language
from backend.layanan.definition import Outcome


class Decide(BaseModel):
    """A decision in words. `quote` is the handle of the message replied to (`tugas:<id>`);
    `explicit` says that the sentence holds a word of decision, not mere consent."""

    outcome: Outcome | None = None
    number: str | None = Field(default=None, max_length=40)
    quote: str | None = Field(default=None, max_length=80)
    explicit: bool = False
    language: Language = Field(default_factory=Language)


class AnswerDecision(BaseModel):
    language: Language = Field(default_factory=Language)
