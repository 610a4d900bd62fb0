"""The questions of a decision in the making."""

from backend.approvals import wording
from backend.approvals.models import PendingDecision
from backend.approvals.steps import Step
from backend.approvals.terms import changed_to, changing
from backend.core.messages import Awaiting, Choice, Message, Reply
from backend.drafts.wording import question
from backend.layanan.definition import Outcome
from backend.requests.case import Case

ISIAN = "keputusan"


def ask(case: Case, pending: PendingDecision, *, before: str = "") -> Reply:
    question_message = _QUESTIONS[Step(pending.step)](case, pending)
    text = f"{before}\n\n{question_message.text}" if before else question_message.text
    message = question_message.model_copy(update={"text": text})
    return Reply(messages=[message], awaiting=Awaiting(isian=ISIAN, layanan=case.service.code))


def _question_period(case: Case, pending: PendingDecision) -> Message:
    field = changing(case.kind)
    asked = question(field, (pending.terms or {}).get(field.key))
    title = str(case.request.summary["title"])
    return Message(text=wording.ask_terms(field.label, asked, title, case.applicant.nama))


def _question_reason(case: Case, pending: PendingDecision) -> Message:
    title = str(case.request.summary["title"])
    return Message(text=wording.ask_reason(Outcome(pending.outcome), title, case.applicant.nama))


def _question_yes(case: Case, pending: PendingDecision) -> Message:
    number, nama = case.request.number, case.applicant.nama
    title = str(case.request.summary["title"])
    outcome = Outcome(pending.outcome)
    text = wording.read_back(outcome, title, nama, number)
    if outcome is Outcome.PERUBAHAN:
        after = changed_to(case.kind, pending.terms or {}) or ""
        before = changed_to(case.kind, case.request.answers) or title
        text = wording.read_back_change(before, after, nama, number, pending.reason or "")
    handle = f"{pending.task_id}:{pending.outcome}"
    choices = [
        Choice(label=wording.YES, payload=f"putuskan:yes:{handle}"),
        Choice(label=wording.NO, payload=f"putuskan:no:{handle}"),
    ]
    return Message(text=text, choices=choices)


_QUESTIONS = {
    Step.PERIODE: _question_period,
    Step.ALASAN: _question_reason,
    Step.KONFIRMASI: _question_yes,
}
