"""Plans about requests that were submitted."""

from actions.steps import Call, Concern, Step
from actions.turn import Turn


def listing(turn: Turn) -> Step:
    return Call("GET", "/v1/requests")


def status(turn: Turn) -> Step:
    return Call("GET", "/v1/requests/status", params=_number(turn))


def letter(turn: Turn) -> Step:
    return Call("GET", "/v1/requests/letter", params=_number(turn))


def withdraw(turn: Turn) -> Step:
    """Asks for the confirmation; the button that comes back withdraws, pressed or said at once."""
    body = {"number": turn.first("nomor_permohonan"), "language": turn.language()}
    return Call("POST", "/v1/requests/withdrawals", Concern.PASSING, body)


def _number(turn: Turn) -> dict[str, str] | None:
    number = turn.first("nomor_permohonan")
    return None if number is None else {"number": str(number)}
