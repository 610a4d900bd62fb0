"""The public page a letter's QR code opens: is this letter real, and what does it say?

It shows what is needed to compare the paper with the record, and no personal reason.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Response
from fastapi import Path as UrlPath
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sqlalchemy import select

from backend.core.clock import WIB
from backend.core.dependencies import ReadSession
from backend.documents.letters.wording import OUTCOME_WORDS
from backend.documents.models import Document, Letter
from backend.layanan.kepegawaian.tanggal_teks import rentang, tanggal

router = APIRouter(prefix="/verifikasi", tags=["verifikasi"])

TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
PAGES = Path(__file__).parent / "pages"
TEMPLATES = Environment(
    loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined, auto_reload=False
)
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}


@dataclass(frozen=True, slots=True)
class VerifiedLetter:
    """What the page shows of a letter."""

    nomor: str
    nomor_permohonan: str
    jenis: str
    nama: str
    nip: str
    unit: str
    masa: str | None
    putusan: tuple[tuple[str, str, str], ...]
    """(title, name, "Disetujui pada ...") of each decision"""
    terbit: str
    sidik: str | None
    """SHA-256 of the PDF, once it is made"""


@router.get("/gaya.css", include_in_schema=False)
async def stylesheet() -> Response:
    headers = {**HEADERS, "Cache-Control": "public, max-age=3600"}
    return Response((PAGES / "gaya.css").read_text(), media_type="text/css", headers=headers)


@router.get("/{token}", response_class=Response)
async def verify(token: Annotated[str, UrlPath(max_length=64)], session: ReadSession) -> Response:
    """The page in HTML: 200 for a letter of ours, 404 otherwise."""
    row = (
        TOKEN.fullmatch(token)
        and (
            await session.execute(
                select(Letter, Document.sha256)
                .outerjoin(Document, Document.id == Letter.document_id)
                .where(Letter.verify_token == token)
            )
        ).first()
    )
    if not row:
        return _page("tidak_dikenal.html", 404)
    return _page("sah.html", 200, surat=shown(row[0], row[1]))


def shown(letter: Letter, sha256: str | None) -> VerifiedLetter:
    data = letter.data
    pegawai = data["pegawai"]
    return VerifiedLetter(
        nomor=letter.number,
        nomor_permohonan=data["nomor_permohonan"],
        jenis=data["jenis"],
        nama=pegawai["nama"],
        nip=masked(pegawai["nip"]),
        unit=f"{pegawai['unit']}, {pegawai['opd']}",
        masa=_span(data["mulai"], data["selesai"]),
        putusan=tuple(_decision(putusan) for putusan in data["putusan"]),
        terbit=tanggal(letter.issued_at.date()),
        sidik=sha256,
    )


def masked(nip: str) -> str:
    """Enough to compare with the paper, too little to learn the number: 1990 •••• •••••• • 001."""
    return f"{nip[:4]} •••• •••••• • {nip[15:]}"


def _span(mulai: str | None, selesai: str | None) -> str | None:
    if mulai is None or selesai is None:
        return None
    return rentang(date.fromisoformat(mulai), date.fromisoformat(selesai))


def _decision(putusan: dict[str, Any]) -> tuple[str, str, str]:
    word = OUTCOME_WORDS.get(putusan["hasil"], putusan["hasil"])
    who = f"{putusan['nama']}, {putusan['jabatan']}"
    if putusan["pada"] is None:
        return putusan["tahap"], who, word
    at = datetime.fromisoformat(putusan["pada"]).astimezone(WIB)
    when = f"{word} pada {tanggal(at.date())} pukul {at:%H.%M} WIB"
    return putusan["tahap"], who, when


def _page(template: str, status: int, **values: Any) -> Response:
    html = TEMPLATES.get_template(template).render(values)
    return Response(html, status, headers=HEADERS, media_type="text/html")
