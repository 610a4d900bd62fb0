"""Accounts of the channels, and a person's own record."""

from fastapi import APIRouter, Depends
from sqlalchemy import select

from backend.core.dependencies import AppSettings, Now, ReadSession, ServiceOnly, WriteSession
from backend.core.errors import Forbidden
from backend.core.messages import Message, Reply
from backend.employees import accounts
from backend.employees.actor import View
from backend.employees.models import Employee
from backend.employees.repository import employee_by_nip
from backend.employees.schemas import (
    AccountReply,
    DemoPerson,
    LinkReply,
    OfferContact,
    RedeemInvitation,
    ResolveAccount,
    SignInDemo,
)
from backend.employees.wording import DEMO_ONLY, profile

router = APIRouter(prefix="/v1", tags=["akun"], dependencies=[ServiceOnly])


def demo_only(settings: AppSettings) -> None:
    if settings.env != "demo":
        raise Forbidden(DEMO_ONLY)


DemoOnly = Depends(demo_only)


@router.post("/accounts/resolve")
async def resolve(body: ResolveAccount, session: WriteSession, now: Now) -> AccountReply:
    return await accounts.resolve(
        session, channel=body.channel, account_id=body.account_id, now=now
    )


@router.post("/accounts/demo", dependencies=[DemoOnly])
async def sign_in_demo(body: SignInDemo, session: WriteSession, now: Now) -> AccountReply:
    return await accounts.sign_in_demo(session, nip=body.nip, now=now)


@router.get("/accounts/demo", dependencies=[DemoOnly])
async def demo_people(session: ReadSession) -> list[DemoPerson]:
    people = await session.scalars(
        select(Employee).where(Employee.kunci.is_not(None), Employee.active).order_by(Employee.nama)
    )
    return [
        DemoPerson(
            nip=person.nip,
            nama=person.nama,
            jabatan=person.jabatan,
            opd=person.opd,
            catatan=str(person.data.get("catatan", "")),
            peran=person.peran,
        )
        for person in people
    ]


@router.post("/accounts/invitations/redeem")
async def redeem(body: RedeemInvitation, session: WriteSession, now: Now) -> LinkReply:
    return await accounts.redeem(
        session, channel=body.channel, account_id=body.account_id, token=body.token, now=now
    )


@router.post("/accounts/contact")
async def offer_contact(
    body: OfferContact, session: WriteSession, settings: AppSettings, now: Now
) -> LinkReply:
    return await accounts.offer_contact(
        session,
        channel=body.channel,
        account_id=body.account_id,
        phone=body.phone,
        number_is_proof=settings.env == "demo",
        now=now,
    )


@router.get("/me")
async def me(view: View) -> Reply:
    employee = view.actor.employee
    atasan = employee.atasan_nip and await employee_by_nip(view.session, employee.atasan_nip)
    return Reply(messages=[Message(text=profile(employee, atasan or None))])
