"""What a sentence means while something is being filled in: the answer, or something else.

Inside a form an intent is evidence only. What is awaited, what the sentence states, how sure the
classifier is and how the sentence is built are weighed here, by one pure table.
"""

from collections.abc import Callable
from dataclasses import dataclass

from actions.approvals import OUTCOME_OF_INTENT, is_decision, points_at_task
from actions.turn import Turn

ACTION_OF_INTENT = {
    **dict.fromkeys(OUTCOME_OF_INTENT, "action_putuskan"),
    "angka_kredit": "action_catatan",
    "bantuan": "utter_bantuan",
    "batal": "action_batal",
    "batalkan_permohonan": "action_tarik",
    "bicara_petugas": "utter_bicara_petugas",
    "bot_apa": "utter_bot_apa",
    "cek_status": "action_status",
    "daftar_permohonan": "action_daftar_permohonan",
    "daftar_tugas": "action_daftar_tugas",
    "delegasikan": "utter_delegasikan",
    "di_luar_cakupan": "utter_di_luar_cakupan",
    "keluhan": "utter_keluhan",
    "koreksi": "action_koreksi",
    "lewati": "action_lewati",
    "pamit": "utter_pamit",
    "profil_saya": "action_profil",
    "sapa": "utter_sapa",
    "tautkan_akun": "action_profil",
    "terima_kasih": "utter_terima_kasih",
    "ulangi": "action_ulangi",
    "unduh_surat": "action_surat",
}
ACTION_OF_GROUP = {
    "ajukan": "action_mulai",
    "jadwal": "action_catatan",
    "saldo": "action_catatan",
    "syarat": "action_syarat",
}

CONTROLS = frozenset({"batal", "koreksi", "ulangi", "lewati", "bantuan", "bicara_petugas"})
COURTESIES = frozenset({"sapa", "pamit", "terima_kasih", "keluhan", "bot_apa", "delegasikan"})
# Beginnings of the names of the entities that answer what is awaited.
AWAITED = {
    "pilihan": ("jenis_", "alasan_"),
    "tanggal": ("periode", "durasi_hari"),
    "telepon": ("telepon",),
}
CONTENT = ("periode", "durasi_hari", "alasan", "alamat", "telepon", "jenis_")
QUESTION_WORDS = frozenset(
    {"apa", "apakah", "berapa", "brp", "bagaimana", "bgmn", "gimana", "gmn", "kapan", "siapa"}
    | {"kenapa", "mengapa", "mana", "dimana", "bisakah", "bolehkah"}
    | {"sabaraha", "kumaha", "iraha", "naon", "saha"}
)

PAPERS = frozenset({"action_surat", "action_status"})
"""Where a document is awaited, "belum ada suratnya" speaks of that one."""
BACK_WORDS = frozenset({"kembali", "sebelumnya", "mundur", "balik"})


@dataclass(frozen=True, slots=True)
class Caution:
    """How sure a sentence must be something else before it is not taken as the answer."""

    control: float
    question: float
    longest_control: int
    """words; a long sentence that mentions stopping is a reason, not a command"""
    must_ask: bool
    """whether a question must also be built like one"""


FREE = Caution(control=0.8, question=0.9, longest_control=6, must_ask=True)
BRIEF = Caution(control=0.8, question=0.8, longest_control=2, must_ask=False)
"""One or two words, as the texts teach them: "daftar tugas", "unduh surat"."""
ONE_WORD = Caution(control=0.5, question=0.8, longest_control=1, must_ask=False)
GUIDED = Caution(control=0.5, question=0.5, longest_control=25, must_ask=False)
FREE_TEXT = frozenset({"teks", "keputusan"})
YES, LONG_YES, SHORT = 0.6, 0.8, 3
"""How sure a yes must be to file something, in up to three words and in more."""


def action_for(intent: str | None) -> str:
    """The action of an intent on its own, as the rules outside a form have it."""
    group = (intent or "").partition("_")[0]
    return ACTION_OF_INTENT.get(intent or "") or ACTION_OF_GROUP.get(group, "action_tidak_paham")


def route(turn: Turn) -> str:
    """The name of the action that a message inside a form means."""
    if turn.pressed:
        return action_for(turn.intent)
    if is_decision(turn) and points_at_task(turn):
        return "action_putuskan"
    caution = caution_for(turn)
    return next(
        (action for rule in RULES if (action := rule(turn, caution)) is not None), "action_jawab"
    )


def caution_for(turn: Turn) -> Caution:
    if turn.isian not in FREE_TEXT:
        return GUIDED
    return {0: ONE_WORD, 1: ONE_WORD, 2: BRIEF}.get(len(turn.text.split()), FREE)


def _begins_anew(turn: Turn, caution: Caution) -> str | None:
    """Names what to apply for, while something else than that is asked. The backend knows whether
    it still belongs to the form in hand."""
    starts = (turn.intent or "").startswith("ajukan_") and turn.confidence >= caution.question
    if not starts or caution is not GUIDED or turn.isian == "pilihan" or turn.has("isian_dituju"):
        return None
    return "action_mulai" if turn.states("jenis_") or turn.service != turn.layanan else None


def _states_the_answer(turn: Turn, caution: Caution) -> str | None:
    stated = turn.states(*AWAITED.get(turn.isian or "", ()))
    if not stated or turn.has("isian_dituju") or asks(turn.text):
        return None
    return "action_jawab"


def _names_what_to_correct(turn: Turn, caution: Caution) -> str | None:
    named = turn.intent == "koreksi" and turn.has("isian_dituju") and turn.isian != "keputusan"
    return "action_koreksi" if named else None


def _commands(turn: Turn, caution: Caution) -> str | None:
    if turn.intent == "batalkan_permohonan" and not turn.has("nomor_permohonan"):
        return "action_batal" if _sure(turn, caution.control, caution) else None
    if turn.intent not in CONTROLS or not _sure(turn, caution.control, caution):
        return None
    if turn.isian == "keputusan" and turn.intent in ("koreksi", "ulangi", "lewati"):
        return None
    if turn.intent == "koreksi" and BACK_WORDS & set(turn.text.lower().split()):
        return "action_kembali"
    return action_for(turn.intent)


def _asks_something(turn: Turn, caution: Caution) -> str | None:
    action = action_for(turn.intent)
    about_records = action.startswith("action_") and turn.intent not in CONTROLS | {"ya", "tidak"}
    if not about_records or turn.confidence < caution.question:
        return None
    if action in ("action_putuskan", "action_tidak_paham", "action_mulai"):
        return None
    if turn.isian == "dokumen" and action in PAPERS and not asks(turn.text):
        return None
    return action if asks(turn.text) or not caution.must_ask else None


def _confirms(turn: Turn, caution: Caution) -> str | None:
    if turn.isian != "konfirmasi":
        return None
    if turn.states(*CONTENT) or turn.has("isian_dituju"):
        return "action_koreksi"
    brief = len(turn.text.split()) <= SHORT
    if turn.intent == "ya" and turn.confidence >= (YES if brief else LONG_YES):
        return None if asks(turn.text) else "action_ajukan"
    return "action_koreksi" if turn.intent == "tidak" and turn.confidence >= YES else None


def _goes_elsewhere(turn: Turn, caution: Caution) -> str | None:
    """A beginning, a word of decision, a courtesy: only where no free text is awaited, and in a
    sentence that states nothing a form asks for."""
    if caution is not GUIDED or turn.confidence < caution.question or turn.states(*CONTENT):
        return None
    if turn.intent in OUTCOME_OF_INTENT:
        return None if turn.isian == "konfirmasi" else "action_putuskan"
    starts = (turn.intent or "").startswith("ajukan_")
    elsewhere = turn.intent in COURTESIES or turn.intent == "di_luar_cakupan"
    return action_for(turn.intent) if starts or elsewhere else None


RULES: tuple[Callable[[Turn, Caution], str | None], ...] = (
    _begins_anew,
    _states_the_answer,
    _names_what_to_correct,
    _commands,
    _asks_something,
    _confirms,
    _goes_elsewhere,
)


def _sure(turn: Turn, least: float, caution: Caution) -> bool:
    return turn.confidence >= least and len(turn.text.split()) <= caution.longest_control


def asks(text: str) -> bool:
    """Whether a sentence is built like a question: by its mark, or by its first or last word."""
    words = text.lower().split()
    if not words:
        return False
    return words[-1].endswith("?") or bool({words[0], words[-1].strip(".!,")} & QUESTION_WORDS)
