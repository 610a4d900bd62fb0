"""The outbox under the eyes of the personnel office."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from sqlalchemy import select

from backend.admin.access import Right, holder_of
from backend.admin.errors import NotReplayable, OutboxItemNotFound
from backend.admin.models import AdminUser
from backend.admin.schemas import OutboxRow
from backend.audit.service import record
from backend.core.dependencies import Now, ReadSession, WriteSession
from backend.notifications.models import OutboxItem

router = APIRouter(prefix="/admin/api/v1/outbox", tags=["admin: pemberitahuan"])


class OutboxState(StrEnum):
    PENDING = "pending"
    LEASED = "leased"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    DEAD = "dead"


REPLAYABLE = (OutboxState.DEAD, OutboxState.UNCERTAIN)


@router.get("", dependencies=[Depends(holder_of(Right.OUTBOX))])
async def list_outbox(
    session: ReadSession,
    state: OutboxState | None = None,
    before: Annotated[int | None, Query(ge=1, description="Hanya nomor di bawah ini")] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> list[OutboxRow]:
    """Pemberitahuan terbaru lebih dahulu, tanpa isi pesannya."""
    statement = select(OutboxItem).order_by(OutboxItem.id.desc()).limit(limit)
    if state is not None:
        statement = statement.where(OutboxItem.state == state)
    if before is not None:
        statement = statement.where(OutboxItem.id < before)
    return [OutboxRow.model_validate(row) for row in await session.scalars(statement)]


@router.post("/{item_id}/replay")
async def replay(
    item_id: int,
    user: Annotated[AdminUser, Depends(holder_of(Right.REPLAY))],
    session: WriteSession,
    now: Now,
) -> OutboxRow:
    """Mengirim ulang pemberitahuan yang gagal atau tidak pasti."""
    item = await session.scalar(
        select(OutboxItem).where(OutboxItem.id == item_id).with_for_update()
    )
    if item is None:
        raise OutboxItemNotFound
    if item.state not in REPLAYABLE:
        raise NotReplayable
    item.state, item.attempts, item.next_at = "pending", 0, now
    await record(
        session,
        now=now,
        actor=f"admin:{user.username}",
        action="pemberitahuan.ulang",
        subject=f"outbox:{item_id}",
        data={},
    )
    return OutboxRow.model_validate(item)
