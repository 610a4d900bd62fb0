"""Taking a person's file in: look at it, make it clean, keep it."""

import asyncio
import hashlib
from datetime import datetime

from backend.core.database import Database
from backend.core.ids import new_id
from backend.documents.errors import TooManyFiles
from backend.documents.inspection import inspect
from backend.documents.models import Document
from backend.documents.repository import uploads_last_hour
from backend.documents.store import FileStore

UPLOADS_PER_HOUR = 40
"""A pension file has some twenty documents; twice that in an hour is no longer work."""


async def take_in(
    database: Database, store: FileStore, *, nip: str, name: str, content: bytes, now: datetime
) -> Document:
    """Stores a file of `nip` that belongs to no request yet. Raises the refusals of `errors`.

    No session is open while the image is decoded and the disk is written.
    """
    async with database.read() as session:
        if await uploads_last_hour(session, nip, now) >= UPLOADS_PER_HOUR:
            raise TooManyFiles(UPLOADS_PER_HOUR)
    clean = await asyncio.to_thread(inspect, name, content)
    document = Document(
        id=new_id(),
        owner_nip=nip,
        name=clean.name,
        mime=clean.mime,
        size=len(clean.content),
        sha256=hashlib.sha256(clean.content).hexdigest(),
        created_at=now,
    )
    await asyncio.to_thread(store.save, document.id, clean.content)
    async with database.write() as session:
        session.add(document)
    return document
