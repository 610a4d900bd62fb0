"""Requests as the personnel office sees them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import FileResponse

from backend.admin.access import Right, holder_of
from backend.admin.errors import LetterNotIssued, RequestNotFound
from backend.admin.models import AdminUser
from backend.admin.repository import Filter, parts_of, request_by_number, requests_page, row_of
from backend.admin.schemas import LetterRow, RequestDetail, RequestPage, RequestQuery
from backend.audit.service import record
from backend.core.dependencies import AppClock, AppDatabase, AppSettings, Now, ReadSession
from backend.documents.endpoints import file_response
from backend.documents.letters.press import LetterPress
from backend.documents.models import Document, Letter
from backend.documents.store import FileStore

router = APIRouter(prefix="/admin/api/v1/requests", tags=["admin: permohonan"])

Reader = Annotated[AdminUser, Depends(holder_of(Right.REQUESTS))]


@router.get("")
async def list_requests(
    user: Reader, session: ReadSession, query: Annotated[RequestQuery, Query()]
) -> RequestPage:
    """Daftar permohonan, halaman demi halaman: kirim kembali `next` sebagai `cursor`."""
    wanted = Filter(
        status=tuple(query.status),
        layanan=query.layanan,
        opd=query.opd,
        nip=query.nip,
        q=query.q,
        since=query.since,
        until=query.until,
    )
    items, following = await requests_page(
        session, user, wanted, sort=query.sort, cursor=query.cursor, limit=query.limit
    )
    return RequestPage.model_validate({"items": items, "next": following})


@router.get("/{number}")
async def one_request(
    number: str, user: Reader, session: ReadSession, settings: AppSettings
) -> RequestDetail:
    """Satu permohonan dengan riwayat, tugas, dokumen, dan suratnya."""
    found = await request_by_number(session, user, number)
    if found is None:
        raise RequestNotFound
    request, nama = found
    parts = await parts_of(session, request)
    letter: Letter | None = parts["letter"]
    parts["letter"] = letter and LetterRow(
        number=letter.number,
        issued_at=letter.issued_at,
        verify_url=f"{settings.public_base_url}/verifikasi/{letter.verify_token}",
    )
    lines = request.summary.get("lines", [])
    return RequestDetail.model_validate({**row_of(request, nama), "summary": lines, **parts})


@router.get("/{number}/letter", response_class=FileResponse)
async def letter_pdf(
    number: str,
    *,
    user: Reader,
    database: AppDatabase,
    settings: AppSettings,
    clock: AppClock,
    now: Now,
) -> FileResponse:
    """Surat sebagai PDF. Setiap pengambilan dicatat dalam jejak audit."""
    async with database.read() as session:
        found = await request_by_number(session, user, number)
        if found is None:
            raise RequestNotFound
        if await session.get(Letter, found[0].id) is None:
            raise LetterNotIssued
    store = FileStore(settings.files_dir)
    press = LetterPress(database, store, clock, settings.public_base_url)
    reference = await press.document(found[0].id)
    async with database.write() as session:
        document = await session.get_one(Document, reference.id)
        await record(
            session,
            now=now,
            actor=f"admin:{user.username}",
            action="surat.ambil",
            subject=number,
            data={"document": document.id},
        )
    return file_response(document, store)
