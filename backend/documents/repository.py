"""Documents in the table, and who may see one."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.approvals.models import Task
from backend.documents.models import Document


async def document_for(session: AsyncSession, document_id: str, nip: str) -> Document | None:
    """The document if it concerns the person: his own, or of a request he was asked to decide."""
    document = await session.get(Document, document_id)
    if document is None or document.owner_nip == nip:
        return document
    if document.request_id is None:
        return None
    assigned = select(Task.id).where(
        Task.request_id == document.request_id, Task.assignee_nip == nip
    )
    return document if await session.scalar(assigned.limit(1)) is not None else None


async def uploads_last_hour(session: AsyncSession, nip: str, now: datetime) -> int:
    count = select(func.count()).where(
        Document.owner_nip == nip, Document.created_at > now - timedelta(hours=1)
    )
    return await session.scalar(count) or 0
