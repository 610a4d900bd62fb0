"""Bodies of the request endpoints."""

from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, Field

from backend.core.language import Language

NUMBER_LIMIT = 40
Number = Annotated[str | None, Query(max_length=NUMBER_LIMIT)]


class Withdraw(BaseModel):
    number: str | None = Field(default=None, max_length=NUMBER_LIMIT)
    language: Language = Field(default_factory=Language)
