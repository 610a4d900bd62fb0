"""Makes JSON from outside storable everywhere: no NUL (PostgreSQL refuses it), no half characters
(lone surrogates cannot be encoded). Pure."""

from typing import Any


def clean_text(text: str) -> str:
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\u0000", "")


def clean_json(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return {clean_text(str(key)): clean_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [clean_json(item) for item in value]
    return value
