"""What can be filed here, what it takes, and what a person's own record says about it."""

from typing import Annotated

from fastapi import APIRouter, Path

from backend.core.dependencies import ServiceOnly
from backend.core.messages import Choice, Message, Reply
from backend.drafts import wording
from backend.drafts.replies import start_choices
from backend.employees.actor import View
from backend.employees.facts import gather
from backend.layanan.registry import SERVICES

router = APIRouter(prefix="/v1/services", tags=["layanan"], dependencies=[ServiceOnly])
Code = Annotated[str, Path(max_length=20)]


@router.get("")
async def services(view: View) -> Reply:
    choices = [
        Choice(label=wording.start_label(one.name), payload=f"mulai:{one.code}")
        for one in SERVICES.values()
    ]
    text = wording.services([one.name for one in SERVICES.values()])
    return Reply(messages=[Message(text=text, choices=choices)])


@router.get("/{code}/requirements")
async def requirements(code: Code, view: View) -> Reply:
    service = SERVICES.get(code)
    if service is None:
        return _unavailable()
    texts = [kind.requirements for kind in service.kinds]
    return Reply(messages=[Message(text="\n\n".join(texts), choices=start_choices(service))])


@router.get("/{code}/record")
async def record(code: Code, view: View) -> Reply:
    service = SERVICES.get(code)
    if service is None:
        return _unavailable()
    facts = await gather(view.session, view.actor.employee, today=view.now.date(), lock=False)
    return Reply(messages=[Message(text=service.record(facts).text)])


def _unavailable() -> Reply:
    names = [one.name for one in SERVICES.values()]
    return Reply(messages=[Message(text=wording.service_unavailable(names))])
