"""Plan for what was not understood outside a form: go on, offer the likeliest, or a person."""

from actions.approvals import decide, is_decision, points_at_task, tasks
from actions.forms import CURRENT
from actions.steps import Call, Concern, Say, Step
from actions.turn import Turn

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
    return Call("GET", CURRENT, Concern.FORM, when_nothing_open=_otherwise(turn))


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
