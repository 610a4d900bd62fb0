"""Errors a use case may raise; each feature keeps its own subclasses in its `errors.py`.

The API turns them into `{"code", "message", "detail"}`; the message is an Indonesian sentence that
says what to do and may be shown to the user as it is.
"""

from typing import Any, ClassVar


class SapaError(Exception):
    """Base of all expected errors. `status` is the HTTP status the API answers with."""

    status: ClassVar[int] = 400
    code: ClassVar[str] = "salah"

    def __init__(self, message: str, **detail: Any) -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail


class NotFound(SapaError):
    status = 404
    code = "tidak_ditemukan"


class Forbidden(SapaError):
    status = 403
    code = "tidak_berwenang"


class Conflict(SapaError):
    status = 409
    code = "bentrok"


class Invalid(SapaError):
    status = 422
    code = "tidak_sah"
