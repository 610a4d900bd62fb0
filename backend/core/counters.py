"""Numbers drawn once, without gaps: a number goes back when the caller rolls back."""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from backend.core.models import Counter
from backend.core.upsert import insert_once


async def draw(session: AsyncSession, name: str) -> int:
    """The next number of the sequence `name`, from 1.

    The UPDATE holds the row until the caller commits, so two callers never share a number.
    """
    await session.execute(insert_once(session, Counter, {"name": name, "value": 0}, "name"))
    statement = (
        update(Counter)
        .where(Counter.name == name)
        .values(value=Counter.value + 1)
        .returning(Counter.value)
    )
    return (await session.execute(statement)).scalar_one()
