"""Signing in: as JSON, or as the OAuth2 password form that API clients send."""

from typing import Any

from fastapi import APIRouter, Request
from pydantic import ValidationError

from backend.admin.accounts import sign_in
from backend.admin.errors import SignInRefused
from backend.admin.schemas import SignIn, Token
from backend.admin.tokens import VALID_FOR, issue_token
from backend.core.dependencies import AppDatabase, AppSettings, Now
from backend.core.errors import Invalid

router = APIRouter(prefix="/admin/api/v1", tags=["admin: masuk"])

_SCHEMA = SignIn.model_json_schema()
_BODY = {
    "required": True,
    "content": {
        "application/json": {"schema": _SCHEMA},
        "application/x-www-form-urlencoded": {"schema": _SCHEMA},
    },
}
_REFUSALS: dict[int | str, dict[str, Any]] = {
    401: {"description": "Nama atau kata sandi salah, atau akun terkunci"},
    422: {"description": "Nama atau kata sandi tidak disertakan"},
}


@router.post("/token", openapi_extra={"requestBody": _BODY}, responses=_REFUSALS)
async def token(request: Request, database: AppDatabase, settings: AppSettings, now: Now) -> Token:
    """Tanda masuk untuk 30 menit. Lima kali salah mengunci akun selama 15 menit."""
    given = await _credentials(request)
    user = await sign_in(database, username=given.username, password=given.password, now=now)
    if user is None:
        raise SignInRefused
    secret = settings.token_secret.get_secret_value()
    return Token(
        access_token=issue_token(user.username, secret=secret, now=now),
        expires_in=int(VALID_FOR.total_seconds()),
    )


async def _credentials(request: Request) -> SignIn:
    try:
        if request.headers.get("content-type", "").startswith("application/json"):
            return SignIn.model_validate_json(await request.body())
        async with request.form(max_files=0, max_fields=10) as form:
            return SignIn.model_validate(dict(form))
    except ValidationError as error:
        raise Invalid("Sertakan nama pengguna (username) dan kata sandi (password).") from error
