"""Every action of the domain, by name, with its plan."""

from actions import approvals, forms, records, requests
from actions.backend import Backend
from actions.performing import PlannedAction
from actions.routing import route
from actions.steps import Plan, Say, Step
from actions.turn import Turn
from actions.unclear import command, unclear


def in_form(turn: Turn) -> Step:
    """The plan of whatever a message means while something is being filled in."""
    name = route(turn)
    return Say(name) if name.startswith("utter_") else PLANS[name](turn)


PLANS: dict[str, Plan] = {
    "action_ajukan": forms.submit,
    "action_batal": forms.cancel,
    "action_catatan": records.record,
    "action_daftar_permohonan": requests.listing,
    "action_daftar_tugas": approvals.tasks,
    "action_dokumen": forms.document,
    "action_isian": in_form,
    "action_jawab": forms.answer,
    "action_kembali": forms.back,
    "action_koreksi": forms.correct,
    "action_lanjutkan": forms.go_on,
    "action_lewati": forms.skip,
    "action_mulai": forms.start,
    "action_profil": records.me,
    "action_putuskan": approvals.decide,
    "action_status": requests.status,
    "action_surat": requests.letter,
    "action_syarat": records.requirements,
    "action_tarik": requests.withdraw,
    "action_tidak_paham": unclear,
    "action_tombol": approvals.button,
    "action_ulangi": command,
}


def actions(backend: Backend) -> tuple[PlannedAction, ...]:
    return tuple(PlannedAction(name, plan, backend) for name, plan in PLANS.items())
