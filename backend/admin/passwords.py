"""Passwords of the personnel office: argon2id, checked away from the event loop."""

import asyncio
from functools import lru_cache

from pwdlib import PasswordHash


@lru_cache
def _hasher() -> PasswordHash:
    return PasswordHash.recommended()


@lru_cache
def _nobodys_hash() -> str:
    return _hasher().hash("nobody has this password")


async def hash_password(password: str) -> str:
    return await asyncio.to_thread(_hasher().hash, password)


async def matches(password: str, stored: str | None) -> bool:
    """Takes as long for an account that does not exist (`stored` None) as for one that does."""
    found = await asyncio.to_thread(
        lambda: _hasher().verify(password, _nobodys_hash() if stored is None else stored)
    )
    return found and stored is not None
