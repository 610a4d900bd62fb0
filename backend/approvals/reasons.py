"""Reasons as people write them."""

from backend.approvals import wording

MAX_LENGTH = 500


class Unreadable(Exception):
    """The text cannot be kept as a reason; `text` says why and what to do."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


def read_reason(text: str) -> str:
    """White space tidied, without our markup sign. Raises Unreadable."""
    tidy = " ".join(text.replace("*", " ").split())
    if sum(char.isalnum() for char in tidy) < 2:
        raise Unreadable(wording.REASON_UNREADABLE)
    if len(tidy) > MAX_LENGTH:
        raise Unreadable(wording.reason_too_long(MAX_LENGTH, len(tidy)))
    return tidy
