"""Bodies and answers of the draft endpoints."""

from pydantic import BaseModel, Field, JsonValue

from backend.core.language import Language
from backend.core.messages import Choice, Reply


class StartDraft(BaseModel):
    layanan: str = Field(max_length=20)
    language: Language = Field(default_factory=Language)


class AnswerDraft(BaseModel):
    """`document` is the id of a file the person has just sent."""

    language: Language = Field(default_factory=Language)
    document: str | None = Field(default=None, max_length=32)


class SayToDraft(BaseModel):
    language: Language = Field(default_factory=Language)


class Understood(BaseModel):
    field: str
    label: str
    value: str


class RefusalView(BaseModel):
    code: str
    message: str
    basis: str
    field: str | None


class Question(BaseModel):
    field: str
    type: str
    text: str
    help: str
    choices: list[Choice] = Field(default_factory=list)


class LineView(BaseModel):
    label: str
    value: str


class SummaryView(BaseModel):
    title: str
    lines: list[LineView]
    numbers: dict[str, JsonValue]


class RequestRef(BaseModel):
    number: str
    status: str


class DraftReply(Reply):
    """A Reply that also says what happened to the form. `request` is there once it is submitted."""

    understood: list[Understood] = Field(default_factory=list)
    violations: list[RefusalView] = Field(default_factory=list)
    question: Question | None = None
    summary: SummaryView | None = None
    request: RequestRef | None = None
