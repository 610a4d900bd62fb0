"""One-time links by which the personnel office ties a chat account to a person."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.core.ids import new_handle
from backend.employees.models import Account, Invitation

VALID_FOR = timedelta(days=7)


async def invite(
    session: AsyncSession, *, nip: str, channel: str, created_by: str, now: datetime
) -> str:
    """Makes an invitation and returns its token, which exists nowhere else."""
    token = new_handle()
    session.add(
        Invitation(
            token_hash=_hashed(token),
            nip=nip,
            channel=channel,
            created_by=created_by,
            created_at=now,
            expires_at=now + VALID_FOR,
        )
    )
    await session.flush()
    return token


async def redeemable_nip(
    session: AsyncSession, *, token: str, account: Account, now: datetime
) -> str | None:
    """Uses the invitation up and returns whom it is for; None when it is not valid (any more).

    The account that used it before gets the same answer again.
    """
    token_hash = _hashed(token)
    used = await session.execute(
        update(Invitation)
        .where(
            Invitation.token_hash == token_hash,
            Invitation.channel == account.channel,
            Invitation.used_at.is_(None),
            Invitation.expires_at > now,
        )
        .values(used_at=now)
        .returning(Invitation.token_hash)
    )
    first_use = used.scalar_one_or_none() is not None
    invitation = await session.get(Invitation, token_hash, populate_existing=True)
    if invitation is None:
        return None
    if first_use or _redeemed_by(account, invitation):
        return invitation.nip
    return None


def _redeemed_by(account: Account, invitation: Invitation) -> bool:
    return (
        invitation.used_at is not None
        and account.nip == invitation.nip
        and account.verified_at == invitation.used_at
    )


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
