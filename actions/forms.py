"""Plans of the guided form, which lives in the backend as a draft."""

from typing import Any

from actions.steps import Call, Concern, Say, Step
from actions.turn import Turn

CURRENT = "/v1/drafts/current"
PLAIN_YES = frozenset(
    {"ya", "iya", "y", "yes", "yakin", "betul", "benar", "muhun", "leres", "sumuhun"}
)


def start(turn: Turn) -> Step:
    """Begins a service with all that the first sentence already says. What cannot begin leaves the
    form in hand as it is."""
    body = {"layanan": turn.service, "language": turn.language()}
    return Call("POST", "/v1/drafts", Concern.ASIDE, body)


def ask_again(turn: Turn) -> Step:
    """The pending question once more; also how a form is found again after a lost tracker."""
    return Call("GET", CURRENT, Concern.FORM)


def go_on(turn: Turn) -> Step:
    """After an interruption: the pending question, or nothing when nothing is open any more."""
    return Call("GET", CURRENT, Concern.FORM, when_nothing_open="silence")


def answer(turn: Turn) -> Step:
    if turn.isian == "keputusan":
        return Call("POST", "/v1/decisions/answers", Concern.ASIDE, {"language": _deciding(turn)})
    return _on_draft(turn, "answers")


def _deciding(turn: Turn) -> dict[str, Any]:
    """A polite "oke" sounds like a yes, and is none where something is decided."""
    language = turn.language()
    said = set(turn.text.lower().replace(",", " ").replace(".", " ").split())
    if turn.intent == "ya" and not said & PLAIN_YES:
        language["intent"] = None
    return language


def document(turn: Turn) -> Step:
    """A file; without a form in hand the person hears that none is expected."""
    if turn.draft_id is None:
        nothing = Say("utter_berkas_tidak_ditunggu")
        return Call("GET", CURRENT, Concern.FORM, when_nothing_open=nothing)
    body = {"language": turn.language(), "document": turn.first("dokumen")}
    return Call("POST", f"/v1/drafts/{turn.draft_id}/answers", Concern.FORM, body)


def correct(turn: Turn) -> Step:
    return _on_draft(turn, "corrections")


def back(turn: Turn) -> Step:
    return _on_draft(turn, "back")


def skip(turn: Turn) -> Step:
    return _on_draft(turn, "skip")


def submit(turn: Turn) -> Step:
    return _on_draft(turn, "submit")


def cancel(turn: Turn) -> Step:
    if turn.isian == "keputusan":
        return Call("POST", "/v1/decisions/cancel", Concern.ASIDE, {})
    return _on_draft(turn, "cancel")


def _on_draft(turn: Turn, verb: str) -> Step:
    if turn.draft_id is None:
        return ask_again(turn)
    body = {"language": turn.language()}
    return Call("POST", f"/v1/drafts/{turn.draft_id}/{verb}", Concern.FORM, body)
