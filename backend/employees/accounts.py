"""Chat accounts: known by channel and account id, linked to a person by proof."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit.service import record
from backend.core.errors import NotFound
from backend.core.ids import new_id
from backend.core.upsert import insert_once
from backend.employees.invitations import redeemable_nip
from backend.employees.models import Account, Employee
from backend.employees.phones import to_e164
from backend.employees.repository import account_of, active_employee
from backend.employees.schemas import AccountReply, LinkReply
from backend.employees.wording import BAD_INVITATION, CONTACT_NOT_ENOUGH, LINKED, UNKNOWN_NIP

DEMO_CHANNEL = "web"


async def resolve(
    session: AsyncSession, *, channel: str, account_id: str, now: datetime
) -> AccountReply:
    """The conversation of a chat account, which is made when it is new."""
    account = await _seen(session, channel, account_id, now)
    return _reply(account, await _person(session, account))


async def sign_in_demo(session: AsyncSession, *, nip: str, now: datetime) -> AccountReply:
    """The web chat's account of a person of the demonstration. Raises NotFound."""
    employee = await active_employee(session, nip)
    if employee is None:
        raise NotFound(UNKNOWN_NIP)
    # Signing in is not speaking: the page signs everybody in to show who has unread messages, and
    # notices go to the channel a person last spoke on.
    account = await _known(session, DEMO_CHANNEL, nip, now)
    await _link(session, account, employee, method="demo", now=now)
    return _reply(account, employee)


async def redeem(
    session: AsyncSession, *, channel: str, account_id: str, token: str, now: datetime
) -> LinkReply:
    """Links the account to the person who was invited; an invitation works once.

    The same account may redeem it again (a message delivered twice) without further effect.
    """
    account = await _seen(session, channel, account_id, now)
    nip = await redeemable_nip(session, token=token, account=account, now=now)
    employee = None if nip is None else await active_employee(session, nip)
    if employee is None:
        return _link_reply(account, await _person(session, account), BAD_INVITATION)
    await _link(session, account, employee, method="undangan", now=now)
    return _link_reply(account, employee, LINKED.format(nama=employee.nama))


async def offer_contact(
    session: AsyncSession,
    *,
    channel: str,
    account_id: str,
    phone: str,
    number_is_proof: bool,
    now: datetime,
) -> LinkReply:
    """A number the channel vouches for. It links only where that counts as proof (demonstration);
    otherwise the answer is the same whether or not the number is known."""
    account = await _seen(session, channel, account_id, now)
    linked = await _person(session, account)
    if linked is not None:
        return _link_reply(account, linked, LINKED.format(nama=linked.nama))
    employee = await _owner_of(session, phone) if number_is_proof else None
    if employee is None:
        return _link_reply(account, None, CONTACT_NOT_ENOUGH)
    await _link(session, account, employee, method="kontak", now=now)
    return _link_reply(account, employee, LINKED.format(nama=employee.nama))


async def _seen(session: AsyncSession, channel: str, account_id: str, now: datetime) -> Account:
    account = await _known(session, channel, account_id, now)
    account.last_seen_at = now
    return account


async def _known(session: AsyncSession, channel: str, account_id: str, now: datetime) -> Account:
    account = await account_of(session, channel, account_id)
    if account is None:
        values = {
            "id": new_id(),
            "channel": channel,
            "account_id": account_id,
            "conversation_id": new_id(),
            "state": "unlinked",
            "created_at": now,
        }
        await session.execute(insert_once(session, Account, values, "channel", "account_id"))
        account = await account_of(session, channel, account_id)
        assert account is not None  # noqa: S101  # just inserted, or by somebody else meanwhile
    return account


async def _person(session: AsyncSession, account: Account) -> Employee | None:
    if account.nip is None or account.state != "active":
        return None
    return await active_employee(session, account.nip)


async def _owner_of(session: AsyncSession, phone: str) -> Employee | None:
    """The one active person with that number; None when there are none or several."""
    number = to_e164(phone)
    if number is None:
        return None
    found = await session.scalars(
        select(Employee).where(Employee.hp == number, Employee.active).limit(2)
    )
    people = found.all()
    return people[0] if len(people) == 1 else None


async def _link(
    session: AsyncSession, account: Account, employee: Employee, *, method: str, now: datetime
) -> None:
    if account.nip == employee.nip and account.state == "active":
        return
    await record(
        session,
        now=now,
        actor=employee.nip,
        action="akun.tautkan",
        subject=employee.nip,
        data={"account": account.id, "method": method, "before": account.nip},
    )
    account.nip = employee.nip
    account.method = method
    account.state = "active"
    account.verified_at = now


def _reply(account: Account, employee: Employee | None) -> AccountReply:
    return AccountReply(
        conversation_id=account.conversation_id,
        linked=employee is not None,
        name=employee.nama if employee else None,
    )


def _link_reply(account: Account, employee: Employee | None, message: str) -> LinkReply:
    return LinkReply(**_reply(account, employee).model_dump(), message=message)
