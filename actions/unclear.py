"""Plans for what means nothing by itself outside a form: an answer to the question just asked, a
form that Rasa has forgotten, else an offer of the likeliest, or a person."""

from actions.approvals import decide, is_decision, points_at_task, tasks
from actions.forms import CURRENT, ask_again
from actions.routing import SHORT, YES
from actions.steps import Call, Concern, Say, Step
from actions.turn import Turn

ANSWERS = {"ya": "ya", "tidak": "tidak", "batal": "tidak"}
"""What these intents say to a question that is answered with yes or no."""
OFFER_FROM = 0.12
OFFERS = 3
# Intents that mean nothing without something before them are never offered.
NEVER_OFFERED = frozenset(
    {"ya", "tidak", "batal", "koreksi", "ulangi", "lewati", "sapa", "pamit", "terima_kasih"}
    | {"keluhan", "bantuan", "bot_apa", "di_luar_cakupan", "tombol", "kirim_dokumen"}
    | {"setujui", "tolak", "tangguhkan", "delegasikan"}
)


def unclear(turn: Turn) -> Step:
    """A reply that quotes a task shows what waits; else the backend may know of an open form."""
    if points_at_task(turn):
        return decide(turn) if is_decision(turn) else tasks(turn)
    return _answers_buttons(turn) or Call(
        "GET", CURRENT, Concern.FORM, when_nothing_open=_otherwise(turn)
    )


def command(turn: Turn) -> Step:
    """ "Batal" and the like: to the question just asked, else about an open form."""
    return _answers_buttons(turn) or ask_again(turn)


def _answers_buttons(turn: Turn) -> Call | None:
    """A plain yes or no to two buttons that say so presses the one it means."""
    word = ANSWERS.get(turn.intent or "")
    brief = len(turn.text.split()) <= SHORT and turn.confidence >= YES
    labels = {label.split(",")[0].split()[0].lower(): load for label, load in turn.offered if label}
    if word is None or not brief or labels.keys() != {"ya", "tidak"}:
        return None
    return Call("POST", "/v1/buttons", Concern.ASIDE, {"payload": labels[word]})


def _otherwise(turn: Turn) -> Say:
    if turn.intent in ("ya", "tidak"):
        return Say("utter_tidak_ada_pertanyaan")
    if turn.unclear_before:
        return Say("utter_masih_belum_paham")
    offers = likeliest(turn)
    return Say("utter_tawaran", offers) if offers else Say("utter_belum_paham")


def likeliest(turn: Turn) -> tuple[str, ...]:
    """At most three intents worth asking about, the likeliest first."""
    worth = (
        intent
        for intent, confidence in turn.ranking
        if confidence >= OFFER_FROM and intent not in NEVER_OFFERED
    )
    return tuple(worth)[:OFFERS]
