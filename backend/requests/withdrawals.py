"""An applicant takes his request back: asked first, done by the button that answers."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from backend.core.messages import Message, Reply
from backend.drafts.repository import CANCELLED
from backend.employees.models import Employee
from backend.requests import notices, repository, wording
from backend.requests.case import open_case
from backend.requests.lifecycle import GRANTED, STATUS_WORDS, Action, Status, allows
from backend.requests.mending import hold_open_form
from backend.requests.messages import confirm_withdrawal_choices, withdraw_choice
from backend.requests.models import Request
from backend.requests.moves import move


async def ask(session: AsyncSession, nip: str, number: str | None) -> Reply:
    """Asks to confirm; without a number the only open request is meant, or they are listed."""
    if number is not None:
        request = await repository.own_by_number(session, nip, number)
        return _said(wording.NOT_FOUND) if request is None else ask_about(request)
    still_open = await repository.open_of(session, nip)
    if not still_open:
        return _said(wording.NOTHING_TO_WITHDRAW)
    if len(still_open) == 1:
        return ask_about(still_open[0])
    rows = [
        wording.row(one.number, str(one.summary["title"]), STATUS_WORDS[Status(one.status)])
        for one in still_open
    ]
    choices = [withdraw_choice(one).model_copy(update={"label": one.number}) for one in still_open]
    text = "\n".join([wording.WHICH_TO_WITHDRAW, *rows])
    return Reply(messages=[Message(text=text, choices=choices)])


def ask_about(request: Request) -> Reply:
    if not allows(Status(request.status), Action.TARIK):
        return _said(_refusal(request))
    text = wording.confirm_withdrawal(request.number, str(request.summary["title"]))
    return Reply(messages=[Message(text=text, choices=confirm_withdrawal_choices(request))])


async def withdraw(
    session: AsyncSession, *, actor: Employee, request_id: str, version: int, now: datetime
) -> Reply:
    """Withdraws in the version that was confirmed; a request that has moved on is asked again."""
    case = await open_case(session, request_id, now)
    if case is None or case.request.nip != actor.nip:
        return _said(wording.BUTTON_GONE)
    if not allows(case.status, Action.TARIK) or case.request.version != version:
        return ask_about(case.request)
    form = await hold_open_form(session, request_id)
    told = await notices.tell_of_withdrawal(case)
    await move(case, Action.TARIK, actor=actor.nip, text=wording.withdrawn())
    if form is not None:
        form.status, form.updated_at = CANCELLED, now
    return _said(wording.withdrawal_done(case.request.number, told=told))


def _refusal(request: Request) -> str:
    status = Status(request.status)
    return wording.cannot_withdraw(request.number, STATUS_WORDS[status], status in GRANTED)


def _said(text: str) -> Reply:
    return Reply(messages=[Message(text=text)])
