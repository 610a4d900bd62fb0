"""What an applicant sees of his own requests."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals.wording import PPK_NAME
from backend.core.messages import Choice, DocumentRef, Message, Reply
from backend.employees.models import Employee
from backend.requests import repository, wording
from backend.requests.case import definition_of
from backend.requests.freezing import thaw_stages
from backend.requests.lifecycle import IN_PROCESS, OPEN, STATUS_WORDS, Status
from backend.requests.messages import change_choices, mend_choices, withdraw_choice
from backend.requests.models import Request

LISTED = 10


async def my_requests(session: AsyncSession, nip: str) -> Reply:
    requests = await repository.newest_of(session, nip, LISTED)
    if not requests:
        return _said(wording.NONE_YET)
    rows = [wording.row(one.number, _title(one), _words(one)) for one in requests]
    return _said(wording.my_requests(rows, requests[0].number))


async def status(session: AsyncSession, nip: str, number: str | None) -> Reply:
    """One request with its timeline; without a number the newest open one, else the newest."""
    request = await _wanted(session, nip, number)
    if request is None:
        return _said(wording.NONE_YET if number is None else wording.NOT_FOUND)
    events = await repository.timeline_of(session, request)
    lines = [
        f"*{request.number}*: {_title(request)}",
        f"Status: *{_words(request)}*",
        *await _where(session, request),
        "",
        wording.HISTORY,
        *(wording.event_line(event.at, event.text) for event in events),
        *_next_step(request),
    ]
    return Reply(messages=[Message(text="\n".join(lines), choices=_choices(request))])


async def letter(session: AsyncSession, nip: str, number: str | None) -> Reply:
    """The letter as a document, or when it will come."""
    request = await _with_letter(session, nip, number)
    if request is None:
        return _said(wording.NONE_YET if number is None else wording.NOT_FOUND)
    found = await repository.letter_of(session, request)
    if found is None:
        return _said(await _no_letter(session, request))
    if found.document_id is None:
        return _said(wording.LETTER_SOON.format(number=request.number))
    document = DocumentRef(id=found.document_id, name=f"Surat {request.number}.pdf")
    text = wording.LETTER_HERE.format(number=request.number)
    return Reply(messages=[Message(text=text, document=document)])


async def _wanted(session: AsyncSession, nip: str, number: str | None) -> Request | None:
    if number is not None:
        return await repository.own_by_number(session, nip, number)
    for found in (
        await repository.open_of(session, nip),
        await repository.newest_of(session, nip, 1),
    ):
        if found:
            return found[0]
    return None


async def _with_letter(session: AsyncSession, nip: str, number: str | None) -> Request | None:
    if number is not None:
        return await repository.own_by_number(session, nip, number)
    newest = await repository.newest_with_letter(session, nip)
    return newest or await _wanted(session, nip, None)


async def _where(session: AsyncSession, request: Request) -> list[str]:
    if Status(request.status) in OPEN - IN_PROCESS:
        return [wording.waits_for_you()]
    task = await repository.open_task_of(session, request)
    person = None if task is None else await session.get(Employee, task.assignee_nip)
    if task is None or person is None:
        return []
    nama = PPK_NAME if task.on_behalf else person.nama
    title = thaw_stages(request.stages)[task.stage_index].title
    return [wording.where_it_is(nama, title, task.due)]


async def _no_letter(session: AsyncSession, request: Request) -> str:
    status = Status(request.status)
    if status is Status.SELESAI:
        return wording.NO_LETTER_NEEDED.format(number=request.number)
    if status is Status.DISETUJUI:
        return wording.NO_LETTER_OF_THIS_KIND.format(number=request.number)
    if status not in OPEN:
        words = _words(request).lower()
        return wording.NO_LETTER_EVER.format(number=request.number, status=words)
    if not _ends_in_letter(request):
        return wording.NO_LETTER_OF_THIS_KIND.format(number=request.number)
    where = " ".join(await _where(session, request))
    return wording.LETTER_LATER.format(number=request.number, where=where)


def _next_step(request: Request) -> list[str]:
    status = Status(request.status)
    if status is Status.DISETUJUI and _ends_in_letter(request):
        return ["", wording.HOW_TO_GET_LETTER]
    if status is Status.PERBAIKAN:
        return ["", wording.MEND_WHAT.format(button=wording.MEND)]
    return []


def _choices(request: Request) -> list[Choice]:
    status = Status(request.status)
    if status is Status.PERUBAHAN:
        return change_choices(request)
    if status is Status.PERBAIKAN:
        return mend_choices(request)
    return [withdraw_choice(request)] if status in OPEN else []


def _ends_in_letter(request: Request) -> bool:
    return definition_of(request)[1].letter is not None


def _title(request: Request) -> str:
    return str(request.summary["title"])


def _words(request: Request) -> str:
    return STATUS_WORDS[Status(request.status)]


def _said(text: str) -> Reply:
    return Reply(messages=[Message(text=text)])
