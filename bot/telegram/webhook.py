"""The door of Telegram's webhook."""

import hmac
import json
import logging
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request, Response
from sqlalchemy.exc import SQLAlchemyError

from bot.parts import Parts, parts_of
from bot.telegram.updates import update_id

log = logging.getLogger(__name__)

router = APIRouter()


@router.post("/hooks/telegram/{slot}", include_in_schema=False)
async def take(
    slot: str,
    request: Request,
    parts: Annotated[Parts, Depends(parts_of)],
    secret: Annotated[str, Header(alias="X-Telegram-Bot-Api-Secret-Token")] = "",
) -> Response:
    """Stored, then 200 with an empty body: Telegram would execute JSON it finds there."""
    if parts.telegram is None or not _same(slot, parts.settings.telegram_slot):
        return _refused(parts, 404, "slot")
    if not any(_same(secret, known) for known in parts.settings.telegram_accepted_secrets):
        return _refused(parts, 403, "secret")
    try:
        update = json.loads(await request.body())
    except (ValueError, RecursionError):
        return _refused(parts, 400, "json")
    if update_id(update) is None:
        return _refused(parts, 400, "update")
    try:
        await parts.telegram.intake.take([update])
    except SQLAlchemyError:
        log.exception("an update could not be stored")
        parts.metrics.alerts.labels("inbox").inc()
        return Response(status_code=503, headers={"Retry-After": "5"})
    return Response(status_code=200)


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), known.encode())


def _refused(parts: Parts, status: int, reason: str) -> Response:
    parts.metrics.refused.labels("telegram", reason).inc()
    return Response(status_code=status)
