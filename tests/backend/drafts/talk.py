"""Talking to the form over HTTP, and reading what it answers."""

from typing import Any

from backend.documents.models import Document
from tests.backend.conftest import Backend
from tests.support.system import nip_of

DATES = {"mulai": "2026-12-07", "selesai": "2026-12-09"}
SICK = {"mulai": "2026-11-24", "selesai": "2026-11-26"}
SENTENCE = {
    "text": "saya mau cuti tahunan 7-9 desember, acara keluarga di Garut, alamat Jl. Melati 5"
    " Garut, hp 08121234567",
    "intent": "ajukan_cuti",
    "confidence": 0.98,
    "entities": [
        {"entity": "jenis_cuti", "value": "tahunan", "start": 9, "end": 21},
        {"entity": "periode", "value": DATES},
        {"entity": "alasan", "value": "acara keluarga di Garut"},
        {"entity": "alamat", "value": "Jl. Melati 5 Garut"},
        {"entity": "telepon", "value": "08121234567"},
    ],
}


def language(text: str = "", **entities: Any) -> dict[str, Any]:
    found = [{"entity": name, "value": value} for name, value in entities.items()]
    return {"text": text, "entities": found}


async def start(
    backend: Backend, kunci: str, said: dict[str, Any], layanan: str = "cuti", **request: Any
) -> dict[str, Any]:
    body = {"layanan": layanan, "language": said}
    return await backend.post(kunci, "/v1/drafts", body, **request)


async def reply_to(
    backend: Backend, kunci: str, reply: dict[str, Any], text: str = "", **entities: Any
) -> dict[str, Any]:
    path = f"/v1/drafts/{reply['awaiting']['draft_id']}/answers"
    return await backend.post(kunci, path, {"language": language(text, **entities)})


async def act(
    backend: Backend,
    kunci: str,
    reply: dict[str, Any],
    verb: str,
    said: dict[str, Any] | None = None,
) -> dict[str, Any]:
    path = f"/v1/drafts/{reply['awaiting']['draft_id']}/{verb}"
    return await backend.post(kunci, path, {"language": said or {}})


async def stored(backend: Backend, kunci: str, name: str = "a") -> str:
    document_id = name * 32
    async with backend.database.write() as session:
        session.add(
            Document(
                id=document_id,
                owner_nip=nip_of(kunci),
                name="surat.pdf",
                mime="application/pdf",
                size=1,
                sha256="0" * 64,
                created_at=backend.now,
            )
        )
    return document_id


def text_of(reply: dict[str, Any]) -> str:
    return "\n".join(message["text"] for message in reply["messages"])


def labels(reply: dict[str, Any]) -> list[str]:
    return [choice["label"] for choice in reply["messages"][-1]["choices"]]


def awaited(reply: dict[str, Any]) -> tuple[str, str | None]:
    return reply["awaiting"]["isian"], reply["awaiting"]["field"]
