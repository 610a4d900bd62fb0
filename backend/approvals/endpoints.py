"""Approvers in conversation: what waits, decisions in words, and decisions in the making."""

from fastapi import APIRouter

from backend.approvals import pending, tasks
from backend.approvals.pending import Speech
from backend.approvals.schemas import AnswerDecision, Decide
from backend.approvals.spoken import Spoken, spoken
from backend.core.dependencies import ServiceOnly
from backend.core.messages import Reply
from backend.employees.actor import Speaking, Turn, View

router = APIRouter(prefix="/v1", tags=["putusan"], dependencies=[ServiceOnly])


@router.get("/tasks")
async def my_tasks(view: View) -> Reply:
    return await tasks.listing(view.session, view.actor.nip)


@router.post("/decisions")
async def decide_in_words(body: Decide, turn: Turn) -> Reply:
    words = Spoken(
        outcome=body.outcome,
        number=body.number,
        quote=body.quote,
        explicit=body.explicit,
        language=body.language,
    )
    return await turn.once(Reply, lambda: spoken(_speech(turn), words))


@router.post("/decisions/answers")
async def answer(body: AnswerDecision, turn: Turn) -> Reply:
    """The next piece of the decision in the making: new terms, a reason, or the final yes."""
    return await turn.once(Reply, lambda: pending.answer(_speech(turn), body.language))


@router.post("/decisions/cancel")
async def cancel(turn: Turn) -> Reply:
    return await turn.once(Reply, lambda: pending.cancel(_speech(turn)))


def _speech(turn: Speaking) -> Speech:
    return Speech(turn.session, turn.actor.employee, turn.now)
