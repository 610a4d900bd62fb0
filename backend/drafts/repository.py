"""Drafts in the table. Everything that changes one holds its row until the commit."""

from sqlalchemy import Select, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.drafts.errors import DraftNotFound
from backend.drafts.models import Draft

OPEN, HELD, SUBMITTED, CANCELLED = "open", "held", "submitted", "cancelled"


async def owned(session: AsyncSession, nip: str, draft_id: str) -> Draft:
    """The person's own draft, locked. Raises DraftNotFound, also for somebody else's."""
    draft = await session.scalar(
        _locked(select(Draft).where(Draft.id == draft_id, Draft.nip == nip))
    )
    if draft is None:
        raise DraftNotFound
    return draft


async def current(session: AsyncSession, nip: str, *, lock: bool) -> Draft | None:
    """The open draft a person touched last."""
    statement = _newest(nip, OPEN)
    return await session.scalar(_locked(statement) if lock else statement)


async def held(session: AsyncSession, nip: str) -> Draft | None:
    """What was said for a new form while an older one is still open: it waits for a decision."""
    return await session.scalar(_newest(nip, HELD))


async def drop_held(session: AsyncSession, nip: str) -> None:
    await session.execute(delete(Draft).where(Draft.nip == nip, Draft.status == HELD))


def _newest(nip: str, status: str) -> Select[Draft]:
    return (
        select(Draft)
        .where(Draft.nip == nip, Draft.status == status)
        .order_by(Draft.updated_at.desc(), Draft.id)
        .limit(1)
    )


def _locked(statement: Select[Draft]) -> Select[Draft]:
    return statement.with_for_update().execution_options(populate_existing=True)
