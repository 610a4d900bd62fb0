"""Plans of those who decide. What a decision is worth, the backend alone judges."""

from actions.steps import Call, Concern, Step
from actions.turn import Turn

OUTCOME_OF_INTENT = {
    "setujui": "disetujui",
    "tolak": "tidak_disetujui",
    "tangguhkan": "ditangguhkan",
}
OUTCOME_OF_WORD = {
    "setuju": "disetujui",
    "tolak": "tidak_disetujui",
    "tangguhkan": "ditangguhkan",
}


def tasks(turn: Turn) -> Step:
    return Call("GET", "/v1/tasks")


def decide(turn: Turn) -> Step:
    """The word of decision counts, and is explicit only when the whole sentence says the same."""
    by_word = OUTCOME_OF_WORD.get(str(turn.first("putusan")))
    by_intent = OUTCOME_OF_INTENT.get(turn.intent or "")
    body = {
        "outcome": by_word or by_intent,
        "number": turn.first("nomor_permohonan"),
        "quote": turn.quote,
        "explicit": by_word is not None and by_intent in (None, by_word),
        "language": turn.language(),
    }
    return Call("POST", "/v1/decisions", Concern.ASIDE, body)


def points_at_task(turn: Turn) -> bool:
    """Whether the message names what it is about: it quotes a notification or has a number."""
    quoted = turn.quote is not None and turn.quote.startswith("tugas:")
    return quoted or turn.has("nomor_permohonan")


def is_decision(turn: Turn) -> bool:
    return turn.intent in OUTCOME_OF_INTENT or turn.first("putusan") in OUTCOME_OF_WORD


def button(turn: Turn) -> Step:
    """Whatever the backend's own buttons mean."""
    return Call("POST", "/v1/buttons", Concern.ASIDE, {"payload": str(turn.first("tombol") or "")})
