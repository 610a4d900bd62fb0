"""Making the PDF of an issued letter, once: rendered, stored, and known as a document."""

import asyncio
import hashlib
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.core.clock import Clock
from backend.core.database import Database
from backend.core.ids import new_id
from backend.core.messages import DocumentRef, Message
from backend.documents.errors import DocumentNotFound
from backend.documents.letters.rendering import render
from backend.documents.letters.wording import letter_is_ready
from backend.documents.models import Document, Letter
from backend.documents.store import FileStore
from backend.notifications.claims import Claimed
from backend.requests.models import Request


class LetterPress:
    """Idempotent: however often and by however many processes it is asked, one PDF is kept."""

    def __init__(
        self, database: Database, store: FileStore, clock: Clock, public_base_url: str
    ) -> None:
        self._database = database
        self._store = store
        self._clock = clock
        self._public_base_url = public_base_url

    async def document(self, request_id: str) -> DocumentRef:
        """The letter's document, rendered first if need be. Raises DocumentNotFound."""
        async with self._database.read() as session:
            letter = await _letter(session, request_id)
            if letter.document_id is not None:
                return _ref(letter, letter.document_id)
        content = await asyncio.to_thread(self.render, letter)
        document_id = new_id()
        await asyncio.to_thread(self._store.save, document_id, content)
        async with self._database.write() as session:
            kept = await _keep(session, request_id, document_id, content, self._clock.now())
        if kept != document_id:
            await asyncio.to_thread(self._store.delete, document_id)
        return _ref(letter, kept)

    async def message(self, item: Claimed) -> Message:
        """Composer of the outbox kind "letter"."""
        request_id = str(item.payload["request_id"])
        document = await self.document(request_id)
        async with self._database.read() as session:
            letter = await _letter(session, request_id)
        return letter_is_ready(letter, self._verify_url(letter), document)

    def render(self, letter: Letter) -> bytes:
        """The PDF's bytes; always the same for the same letter. Blocks."""
        return render(
            letter.template,
            letter.data,
            verify_url=self._verify_url(letter),
            issued_at=letter.issued_at,
        )

    def _verify_url(self, letter: Letter) -> str:
        return f"{self._public_base_url}/verifikasi/{letter.verify_token}"


async def _letter(session: AsyncSession, request_id: str) -> Letter:
    letter = await session.get(Letter, request_id)
    if letter is None:
        raise DocumentNotFound
    return letter


async def _keep(
    session: AsyncSession, request_id: str, document_id: str, content: bytes, now: datetime
) -> str:
    """Makes the stored file the letter's document unless another process was first."""
    letter = await session.scalar(
        select(Letter).where(Letter.request_id == request_id).with_for_update()
    )
    request = await session.get(Request, request_id)
    if letter is None or request is None:
        raise DocumentNotFound
    if letter.document_id is not None:
        return letter.document_id
    session.add(
        Document(
            id=document_id,
            owner_nip=request.nip,
            request_id=request_id,
            field="surat",
            name=_ref(letter, document_id).name,
            mime="application/pdf",
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            created_at=now,
        )
    )
    await session.flush()
    letter.document_id = document_id
    return document_id


def _ref(letter: Letter, document_id: str) -> DocumentRef:
    return DocumentRef(id=document_id, name=f"Surat {letter.data['nomor_permohonan']}.pdf")
