"""What one message says about one field: a value that fits its type, or why it does not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from backend.drafts import wording
from backend.employees.phones import to_dialled
from backend.layanan.definition import Field, Option

MAX_DOCUMENTS = 5


@dataclass(frozen=True, slots=True)
class Read:
    """Either a `value`, or a `problem` in words for the person, with options to choose from."""

    value: JsonValue = None
    problem: str | None = None
    options: tuple[Option, ...] = ()


def plain(text: str) -> str:
    """Lower case, single spaces, no punctuation around: how labels are compared."""
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s/-]", " ", text.casefold())).strip()


def read_text(field: Field, text: str) -> Read:
    """Free text with white space tidied, without control signs and our own markup sign."""
    signs = (sign if sign.isprintable() and sign != "*" else " " for sign in text)
    tidy = " ".join("".join(signs).split())
    if sum(char.isalnum() for char in tidy) < 2:
        return Read(problem=wording.text_without_words(field))
    if len(tidy) > field.max_length:
        return Read(problem=wording.text_too_long(field, len(tidy)))
    return Read(tidy)


def read_phone(text: str) -> Read:
    number = to_dialled(text)
    return Read(number) if number else Read(problem=wording.PHONE_UNREADABLE)


def read_option(options: tuple[Option, ...], said: str) -> Read | None:
    """An option by its value or its label; None when it is neither."""
    wanted = plain(said)
    for option in options:
        if wanted in (plain(option.value), plain(option.label)):
            return Read(option.value)
    return None


def add_document(field: Field, known: JsonValue, document: str) -> Read:
    """One more file for a field that may hold several."""
    ids = [*known] if isinstance(known, list) else []
    if document in ids:
        return Read(ids)
    if len(ids) >= MAX_DOCUMENTS:
        return Read(problem=wording.too_many_documents(field, MAX_DOCUMENTS))
    return Read([*ids, document])


def is_complete(field: Field, answers: Mapping[str, JsonValue]) -> bool:
    """Whether nothing more has to be asked about the field. A period needs both its ends."""
    value = answers.get(field.key)
    if isinstance(value, dict):
        return isinstance(value.get("mulai"), str) and isinstance(value.get("selesai"), str)
    return value is not None and value != []
