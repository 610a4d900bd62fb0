"""Whether the process lives, whether it can serve, and its numbers."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from bot.models import WAITING, InboxRow
from bot.parts import Parts, parts_of

router = APIRouter(include_in_schema=False)
PartsOf = Annotated[Parts, Depends(parts_of)]
OK = "ok"
DOWN = "gangguan"


@router.get("/healthz")
async def alive() -> dict[str, str]:
    return {"status": OK}


@router.get("/readyz")
async def ready(parts: PartsOf) -> JSONResponse:
    """Each dependency by name. Telegram is named but does not count: the inbox and the web chat
    work without it."""
    database, rasa, backend = await asyncio.gather(
        _database(parts), parts.rasa.alive(), parts.backend.alive()
    )
    needed = {"database": database, "rasa": rasa, "backend": backend}
    states = {name: OK if up else DOWN for name, up in needed.items()}
    if parts.telegram is not None:
        states["telegram"] = parts.telegram.state
    return JSONResponse(states, status_code=200 if all(needed.values()) else 503)


@router.get("/metrics")
async def metrics(parts: PartsOf) -> Response:
    query = select(func.count(), func.min(InboxRow.received_at)).where(InboxRow.state.in_(WAITING))
    async with parts.database.read() as session:
        count, oldest = (await session.execute(query)).one()
    parts.metrics.waiting.set(count)
    age = (parts.clock.now() - oldest).total_seconds() if oldest else 0
    parts.metrics.oldest.set(age)
    return Response(generate_latest(parts.metrics.registry), media_type=CONTENT_TYPE_LATEST)


async def _database(parts: Parts) -> bool:
    try:
        async with parts.database.read() as session:
            await session.execute(select(1))
    except SQLAlchemyError:
        return False
    return True
