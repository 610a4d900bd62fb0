"""The same call under the same Idempotency-Key has its effect once and the same answer always.

The key is claimed first, in the transaction of the effect: a second call at the same time waits on
the claimed row, and finds the stored answer when the first has committed, or a free key when it has
rolled back. Refusals (exceptions) roll back and are therefore not stored.
"""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar

from pydantic import BaseModel
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.core.errors import Invalid
from backend.core.models import IdempotentAnswer
from backend.core.upsert import insert_once

KEY_LIMIT = 200
_RUNNING = 0
_DONE = 200

Answer = TypeVar("Answer", bound=BaseModel)


class KeyReused(Invalid):
    code = "kunci_dipakai_ulang"


def scoped_key(owner: str, key: str) -> str:
    """One owner's key can never meet another's; long ones are shortened by a hash."""
    return hashlib.sha256(f"{owner}\n{key}".encode()).hexdigest()


def fingerprint_of(*parts: bytes | str) -> str:
    """What makes two calls the same: method, path, query and body."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()


async def answer_once(
    session: AsyncSession,
    *,
    key: str | None,
    fingerprint: str,
    now: datetime,
    answer: type[Answer],
    act: Callable[[], Awaitable[Answer]],
) -> Answer:
    """The answer of `act`, which runs only if `key` was never answered. Without a key it just runs.

    Raises KeyReused when the key was used for another call.
    """
    if key is None:
        return await act()
    if not await _claim(session, key, fingerprint, now):
        return answer.model_validate(await _stored(session, key, fingerprint))
    result = await act()
    await session.execute(
        update(IdempotentAnswer)
        .where(IdempotentAnswer.key == key)
        .values(status=_DONE, body=result.model_dump(mode="json"))
    )
    return result


async def _claim(session: AsyncSession, key: str, fingerprint: str, now: datetime) -> bool:
    values = {
        "key": key,
        "fingerprint": fingerprint,
        "status": _RUNNING,
        "body": {},
        "created_at": now,
    }
    claim = insert_once(session, IdempotentAnswer, values, "key").returning(IdempotentAnswer.key)
    return (await session.execute(claim)).scalar_one_or_none() is not None


async def _stored(session: AsyncSession, key: str, fingerprint: str) -> object:
    row = (await session.scalars(select(IdempotentAnswer).where(IdempotentAnswer.key == key))).one()
    if row.fingerprint != fingerprint:
        raise KeyReused("Kunci pengulangan ini sudah dipakai untuk permintaan lain.")
    return row.body
