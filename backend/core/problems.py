"""Errors as the API answers them: {"code", "message", "detail"}, the message in Indonesian."""

from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from starlette.exceptions import HTTPException

from backend.core.errors import SapaError
from backend.core.messages import Message, Reply

log = structlog.stdlib.get_logger("sapa.api")

UNEXPECTED = "Maaf, sistem sedang terganggu. Mohon coba lagi beberapa saat lagi."
UNREADABLE = "Permintaan tidak dapat dibaca. Periksa kembali bagian: {parts}."
UNSTORABLE = "Isian memuat tanda yang tidak dapat disimpan. Mohon tulis ulang dengan huruf biasa."
HTTP_MESSAGES = {
    401: "Permintaan ini tidak disertai tanda pengenal yang sah.",
    404: "Yang Bapak/Ibu cari tidak ditemukan.",
    405: "Cara permintaan ini tidak dikenal.",
    413: "Kiriman terlalu besar. Mohon kirim yang lebih kecil.",
}


class Answered(Exception):
    """Ends a conversational call early with an ordinary Reply; the transaction rolls back."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.reply = Reply(messages=[Message(text=text)])


def problem(
    status: int, code: str, message: str, detail: Any = None, headers: Any = None
) -> JSONResponse:
    body = {"code": code, "message": message, "detail": detail or {}}
    return JSONResponse(body, status, headers=headers)


async def _expected(_request: Request, error: SapaError) -> JSONResponse:
    headers = getattr(error, "headers", None)
    return problem(error.status, error.code, error.message, error.detail, headers)


async def _answered(_request: Request, error: Answered) -> JSONResponse:
    return JSONResponse(error.reply.model_dump(mode="json"))


async def _unreadable(_request: Request, error: RequestValidationError) -> JSONResponse:
    faults = [
        {"part": ".".join(str(step) for step in fault["loc"]), "type": fault["type"]}
        for fault in error.errors()
    ]
    parts = ", ".join(sorted({fault["part"] for fault in faults}))
    return problem(422, "tidak_terbaca", UNREADABLE.format(parts=parts), {"faults": faults})


async def _unstorable(_request: Request, _error: DataError) -> JSONResponse:
    """PostgreSQL refuses what SQLite takes: a NUL sign, a text longer than its column."""
    return problem(422, "tidak_terbaca", UNSTORABLE)


async def _http(_request: Request, error: HTTPException) -> JSONResponse:
    message = HTTP_MESSAGES.get(error.status_code, "Permintaan ini tidak dapat dilayani.")
    return problem(error.status_code, f"http_{error.status_code}", message, headers=error.headers)


async def _away(_request: Request, error: Exception) -> JSONResponse:
    """The database is away or too busy: the same call may succeed later, so callers repeat it. A
    500 says that it will not."""
    log.error("database away", exc_info=error)
    return problem(503, "gangguan", UNEXPECTED, headers={"Retry-After": "5"})


async def _unexpected(_request: Request, error: Exception) -> JSONResponse:
    log.error("unexpected", exc_info=error)
    return problem(500, "gangguan", UNEXPECTED)


def register_problem_handlers(app: FastAPI) -> None:
    app.exception_handler(SapaError)(_expected)
    app.exception_handler(Answered)(_answered)
    app.exception_handler(RequestValidationError)(_unreadable)
    app.exception_handler(DataError)(_unstorable)
    app.exception_handler(HTTPException)(_http)
    for away in (OperationalError, InterfaceError, NoConnection):
        app.exception_handler(away)(_away)
    app.exception_handler(Exception)(_unexpected)
