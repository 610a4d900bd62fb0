"""A person's own requests, in conversation."""

from fastapi import APIRouter

from backend.core.dependencies import ServiceOnly
from backend.core.messages import Reply
from backend.employees.actor import Turn, View
from backend.requests import views, withdrawals
from backend.requests.schemas import Number, Withdraw

router = APIRouter(prefix="/v1/requests", tags=["permohonan"], dependencies=[ServiceOnly])


@router.get("")
async def my_requests(view: View) -> Reply:
    return await views.my_requests(view.session, view.actor.nip)


@router.get("/status")
async def status(view: View, number: Number = None) -> Reply:
    return await views.status(view.session, view.actor.nip, number)


@router.get("/letter")
async def letter(view: View, number: Number = None) -> Reply:
    return await views.letter(view.session, view.actor.nip, number)


@router.post("/withdrawals")
async def ask_withdrawal(body: Withdraw, turn: Turn) -> Reply:
    """Only asks; the payload of the button that comes back withdraws."""
    return await turn.once(
        Reply, lambda: withdrawals.ask(turn.session, turn.actor.nip, body.number)
    )
