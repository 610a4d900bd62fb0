"""Files in and out, for the bot on behalf of a person."""

import re
from typing import Annotated

from fastapi import APIRouter, File, UploadFile
from fastapi.responses import FileResponse
from pydantic import BaseModel

from backend.core.dependencies import AppDatabase, AppSettings, Now, ServiceOnly
from backend.core.errors import Forbidden
from backend.documents.errors import DocumentNotFound, FileTooLarge
from backend.documents.models import Document
from backend.documents.repository import document_for
from backend.documents.service import take_in
from backend.documents.store import FileStore
from backend.employees.actor import Conversation
from backend.employees.repository import person_behind
from backend.employees.wording import NOT_LINKED

router = APIRouter(prefix="/v1/documents", tags=["dokumen"], dependencies=[ServiceOnly])

DOCUMENT_ID = re.compile("[0-9a-f]{32}")
PRIVATE = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "private, no-store",
}


class StoredDocument(BaseModel):
    id: str
    name: str
    mime: str
    size: int


@router.post("")
async def upload(
    file: Annotated[UploadFile, File()],
    conversation: Conversation,
    database: AppDatabase,
    settings: AppSettings,
    now: Now,
) -> StoredDocument:
    """Stores a PDF, JPG or PNG. 413, 415, 422 and 429 say what to do instead."""
    nip = await _nip(database, conversation)
    content = await file.read(settings.upload_max_bytes + 1)
    if len(content) > settings.upload_max_bytes:
        raise FileTooLarge(settings.upload_max_bytes)
    document = await take_in(
        database,
        FileStore(settings.files_dir),
        nip=nip,
        name=file.filename or "",
        content=content,
        now=now,
    )
    return StoredDocument.model_validate(document, from_attributes=True)


@router.get("/{document_id}")
async def download(
    document_id: str, conversation: Conversation, database: AppDatabase, settings: AppSettings
) -> FileResponse:
    """The bytes, for the owner and for those who were asked to decide; 404 for anyone else."""
    nip = await _nip(database, conversation)
    if not DOCUMENT_ID.fullmatch(document_id):
        raise DocumentNotFound
    async with database.read() as session:
        document = await document_for(session, document_id, nip)
    if document is None:
        raise DocumentNotFound
    return file_response(document, FileStore(settings.files_dir))


def file_response(document: Document, store: FileStore) -> FileResponse:
    """As an attachment that no browser will interpret."""
    return FileResponse(
        store.path(document.id),
        media_type=document.mime,
        filename=document.name,
        headers=PRIVATE,
    )


async def _nip(database: AppDatabase, conversation: str) -> str:
    async with database.read() as session:
        found = await person_behind(session, conversation)
    if found is None:
        raise Forbidden(NOT_LINKED)
    return found[1].nip
