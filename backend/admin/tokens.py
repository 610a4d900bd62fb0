"""Bearer tokens of the admin API: signed, short-lived, and saying only who it is.

Role and unit are read from the database at every call, so that taking them away works at once.
"""

import hashlib
import hmac
from datetime import datetime, timedelta

import jwt

AUDIENCE = "sapa-admin"
VALID_FOR = timedelta(minutes=30)
_CHECKED_BY_OUR_CLOCK = {"verify_exp": False, "verify_iat": False, "require": ["sub", "exp", "aud"]}


def issue_token(username: str, *, secret: str, now: datetime) -> str:
    claims = {
        "sub": username,
        "aud": AUDIENCE,
        "iat": int(now.timestamp()),
        "exp": int((now + VALID_FOR).timestamp()),
    }
    return jwt.encode(claims, _key(secret), algorithm="HS256")


def username_of(token: str, *, secret: str, now: datetime) -> str | None:
    """Whose valid token this is; None when it is forged, for someone else, or too old."""
    try:
        claims = jwt.decode(
            token,
            _key(secret),
            algorithms=["HS256"],
            audience=AUDIENCE,
            options=_CHECKED_BY_OUR_CLOCK,  # type: ignore[arg-type]  # a plain dict, as documented
        )
    except jwt.InvalidTokenError:
        return None
    expires, username = claims["exp"], claims["sub"]
    if not isinstance(expires, int) or expires <= now.timestamp() or not isinstance(username, str):
        return None
    return username


def _key(secret: str) -> bytes:
    """A key of its own, so that the tokens of the web chat never open this door."""
    return hmac.digest(secret.encode(), AUDIENCE.encode(), hashlib.sha256)
