"""The neutral message as the backend and Rasa hand it over, before a channel renders it."""

from pydantic import BaseModel, Field


class Choice(BaseModel):
    """One button. `payload` leaves the bot only as a handle (`bot.handles`)."""

    label: str
    payload: str


class DocumentRef(BaseModel):
    id: str
    name: str


class Message(BaseModel):
    """`*tebal*` is the only markup of `text`. `quote` says what a quoted reply is about."""

    text: str
    choices: list[Choice] = Field(default_factory=list)
    document: DocumentRef | None = None
    quote: str | None = None


def plain(text: str) -> Message:
    return Message(text=text)
