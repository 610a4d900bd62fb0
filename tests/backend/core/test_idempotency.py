"""The same key: one effect, one answer."""

import asyncio

import pytest
from pydantic import BaseModel
from sqlalchemy import func, select

from backend.core.counters import draw
from backend.core.database import Database
from backend.core.errors import Conflict
from backend.core.idempotency import KeyReused, answer_once, fingerprint_of, scoped_key
from backend.core.models import IdempotentAnswer


class Drawn(BaseModel):
    number: int


async def call(
    database: Database, now, key: str | None, body: str = "a", fail: bool = False
) -> Drawn:
    async with database.write() as session:

        async def act() -> Drawn:
            number = await draw(session, "uji")
            if fail:
                raise Conflict("gagal")
            return Drawn(number=number)

        return await answer_once(
            session, key=key, fingerprint=fingerprint_of(body), now=now, answer=Drawn, act=act
        )


async def test_a_repeated_call_gets_the_stored_answer(database: Database, now) -> None:
    assert await call(database, now, "k") == Drawn(number=1)
    assert await call(database, now, "k") == Drawn(number=1)
    assert await call(database, now, "k2") == Drawn(number=2)


async def test_calls_at_the_same_time_have_one_effect(database: Database, now) -> None:
    answers = await asyncio.gather(*(call(database, now, "k") for _ in range(8)))
    assert {answer.number for answer in answers} == {1}


async def test_another_body_under_the_same_key_is_refused(database: Database, now) -> None:
    await call(database, now, "k", "a")
    with pytest.raises(KeyReused):
        await call(database, now, "k", "b")
    assert await call(database, now, "baru") == Drawn(number=2)


async def test_a_failed_call_leaves_the_key_free(database: Database, now) -> None:
    with pytest.raises(Conflict):
        await call(database, now, "k", fail=True)
    assert await call(database, now, "k") == Drawn(number=1)


async def test_without_a_key_every_call_counts(database: Database, now) -> None:
    assert [(await call(database, now, None)).number for _ in range(2)] == [1, 2]
    async with database.read() as session:
        assert await session.scalar(select(func.count()).select_from(IdempotentAnswer)) == 0


def test_keys_of_two_conversations_never_meet() -> None:
    assert scoped_key("a", "1") != scoped_key("b", "1")
    assert fingerprint_of("ab", "c") != fingerprint_of("a", "bc")
