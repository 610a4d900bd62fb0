"""The guided form over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Path

from backend.core.dependencies import ServiceOnly
from backend.drafts import service, starting
from backend.drafts.desk import Desk
from backend.drafts.reading import Input
from backend.drafts.schemas import AnswerDraft, DraftReply, SayToDraft, StartDraft
from backend.employees.actor import Speaking, Turn, View

router = APIRouter(prefix="/v1/drafts", tags=["isian"], dependencies=[ServiceOnly])
DraftId = Annotated[str, Path(max_length=32)]


@router.post("")
async def start(body: StartDraft, turn: Turn) -> DraftReply:
    given = Input(language=body.language, whole_text=False)
    return await turn.once(DraftReply, lambda: starting.start(_desk(turn), body.layanan, given))


@router.get("/current")
async def current(view: View) -> DraftReply:
    return await starting.current(Desk(view.session, view.actor, view.now))


@router.post("/{draft_id}/answers")
async def answer(draft_id: DraftId, body: AnswerDraft, turn: Turn) -> DraftReply:
    given = Input(language=body.language, document=body.document)
    return await turn.once(DraftReply, lambda: service.answer(_desk(turn), draft_id, given))


@router.post("/{draft_id}/corrections")
async def correct(draft_id: DraftId, body: SayToDraft, turn: Turn) -> DraftReply:
    return await turn.once(
        DraftReply, lambda: service.correct(_desk(turn), draft_id, body.language)
    )


@router.post("/{draft_id}/skip")
async def skip(draft_id: DraftId, body: SayToDraft, turn: Turn) -> DraftReply:
    return await turn.once(DraftReply, lambda: service.skip(_desk(turn), draft_id))


@router.post("/{draft_id}/back")
async def back(draft_id: DraftId, body: SayToDraft, turn: Turn) -> DraftReply:
    return await turn.once(DraftReply, lambda: service.back(_desk(turn), draft_id))


@router.post("/{draft_id}/cancel")
async def cancel(draft_id: DraftId, body: SayToDraft, turn: Turn) -> DraftReply:
    return await turn.once(DraftReply, lambda: service.cancel(_desk(turn), draft_id))


@router.post("/{draft_id}/submit")
async def submit(draft_id: DraftId, body: SayToDraft, turn: Turn) -> DraftReply:
    return await turn.once(DraftReply, lambda: service.submit(_desk(turn), draft_id))


def _desk(turn: Speaking) -> Desk:
    return Desk(turn.session, turn.actor, turn.now)
