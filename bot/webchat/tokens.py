"""Signed tokens of the web chat: who is signed in, and which file a link opens.

Times come from the bot's clock, which the demonstration may shift; so the expiry is compared here
and not by the library.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import jwt

SESSION_LIFE = timedelta(hours=12)
FILE_LIFE = timedelta(hours=24)


@dataclass(frozen=True)
class Session:
    """A signed-in person. `conversation_id` decides everything; the rest is for the page."""

    conversation_id: str
    nip: str
    nama: str


def sign_session(session: Session, key: str, now: datetime) -> str:
    claims = {"sub": session.conversation_id, "nip": session.nip, "nama": session.nama}
    return _sign({"use": "session", **claims}, key, now + SESSION_LIFE)


def read_session(token: str, key: str, now: datetime) -> Session | None:
    """None for anything that is not a living session token of ours."""
    claims = _read(token, "session", key, now)
    if claims is None:
        return None
    return Session(claims["sub"], claims["nip"], claims["nama"])


def sign_file(conversation_id: str, document_id: str, key: str, now: datetime) -> str:
    claims = {"use": "file", "sub": conversation_id, "doc": document_id}
    return _sign(claims, key, now + FILE_LIFE)


def read_file(token: str, document_id: str, key: str, now: datetime) -> str | None:
    """The conversation this link was made for."""
    claims = _read(token, "file", key, now)
    return claims["sub"] if claims is not None and claims["doc"] == document_id else None


def _sign(claims: dict[str, str], key: str, until: datetime) -> str:
    return jwt.encode({**claims, "until": str(int(until.timestamp()))}, key, algorithm="HS256")


def _read(token: str, use: str, key: str, now: datetime) -> dict[str, str] | None:
    try:
        claims: dict[str, str] = jwt.decode(token, key, algorithms=["HS256"])
    except jwt.InvalidTokenError:
        return None
    alive = claims.get("use") == use and int(claims.get("until", 0)) > now.timestamp()
    return claims if alive else None
