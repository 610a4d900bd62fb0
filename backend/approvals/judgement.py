"""Whether a decision may stand: pure, over what the database says at that moment."""

from collections.abc import Sequence
from dataclasses import dataclass

from backend.approvals import wording
from backend.approvals.models import Task
from backend.layanan.definition import Outcome
from backend.requests.lifecycle import IN_PROCESS, STATUS_WORDS, Status
from backend.requests.models import Request


@dataclass(frozen=True, slots=True)
class Refusal:
    """`code` is for the program, `text` for the person. Nothing was changed."""

    code: str
    text: str


FOREIGN = "bukan_pemutus"
OWN = "permohonan_sendiri"
DONE = "sudah_diputus"
CLOSED = "tidak_menunggu"
STALE = "sudah_berubah"
OUTCOME = "putusan_tidak_tersedia"
REASON = "alasan_kosong"
TERMS = "ketentuan_baru"
UNKNOWN = "tidak_ditemukan"
NOT_ACTING = "tidak_lagi_berwenang"


def judge(
    *,
    actor_nip: str,
    task: Task,
    request: Request,
    outcome: Outcome,
    allowed: Sequence[Outcome],
    changes: str | None,
    expected_version: int | None = None,
) -> Refusal | None:
    """Why this actor cannot take this decision on this task now; None when he can.

    `changes` names what a PERUBAHAN changes. Reason and terms are judged apart: they can be asked.
    """
    if request.nip == actor_nip:
        return Refusal(OWN, wording.OWN_REQUEST)
    if task.assignee_nip != actor_nip:
        return Refusal(FOREIGN, wording.NOT_YOURS)
    if refusal := _past(task, request):
        return refusal
    if expected_version is not None and expected_version != request.version:
        return Refusal(STALE, wording.CHANGED_MEANWHILE)
    if outcome not in allowed:
        return Refusal(OUTCOME, wording.not_at_this_stage(outcome, allowed, changes))
    return None


def _past(task: Task, request: Request) -> Refusal | None:
    """The task is decided already, or the request no longer waits for it."""
    if task.state == "done" and task.decided_at is not None and task.outcome is not None:
        who = wording.decider_name(task.decider or {}, task.on_behalf)
        done = Outcome(task.outcome)
        text = wording.already_decided(request.number, who, task.decided_at, done)
        return Refusal(DONE, text)
    status = Status(request.status)
    waits = status in IN_PROCESS and task.stage_index == request.stage_index
    if task.state == "open" and waits:
        return None
    return Refusal(CLOSED, wording.no_longer_waits(request.number, STATUS_WORDS[status].lower()))
