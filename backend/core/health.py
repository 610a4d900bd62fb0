"""Whether the process lives, whether it can work, and its numbers."""

import asyncio
import os
from pathlib import Path

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from backend.core.database import Database
from backend.core.dependencies import AppDatabase, AppSettings, Now
from backend.notifications.metrics import refresh_outbox_metrics

router = APIRouter(tags=["kesehatan"])
CHECK_SECONDS = 5


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    return {"status": "ok"}


@router.get("/readyz")
async def readyz(
    database: AppDatabase, settings: AppSettings, response: Response
) -> dict[str, str]:
    """Names each dependency: "ok" or what is wrong with it; 503 unless all are ok."""
    checks = {
        "basis_data": await _database(database),
        "berkas": _writable(settings.files_dir),
    }
    if set(checks.values()) != {"ok"}:
        response.status_code = 503
    return checks


@router.get("/metrics")
async def metrics(database: AppDatabase, now: Now) -> Response:
    await refresh_outbox_metrics(database, now)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


async def _database(database: Database) -> str:
    try:
        async with asyncio.timeout(CHECK_SECONDS), database.read() as session:
            await session.execute(text("SELECT 1 FROM employees LIMIT 1"))
    except (SQLAlchemyError, TimeoutError, OSError):
        return "tidak dapat dihubungi atau belum dimigrasikan"
    return "ok"


def _writable(folder: Path) -> str:
    return "ok" if os.access(folder, os.W_OK) else "folder tidak dapat ditulisi"
