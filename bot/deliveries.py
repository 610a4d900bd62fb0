"""The one internal door: the worker hands over what must be told to someone, unasked."""

import hmac
import logging
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Header
from pydantic import BaseModel, Field

from bot.cleaning import clean_json
from bot.errors import Refusal
from bot.messages import Message
from bot.parts import Parts, parts_of
from bot.telegram.channel import Delivered
from bot.telegram.outcomes import Outcome
from bot.texts import NOT_ALLOWED

log = logging.getLogger(__name__)
router = APIRouter()


class Delivery(BaseModel):
    outbox_id: int | str
    channel: Literal["web", "telegram"]
    account_id: str = Field(max_length=80)
    conversation_id: str = Field(max_length=64)
    message: Message


def service_only(
    parts: Annotated[Parts, Depends(parts_of)], authorization: Annotated[str, Header()] = ""
) -> None:
    known = f"Bearer {parts.settings.service_token.get_secret_value()}"
    if not hmac.compare_digest(authorization.encode("utf-8", "replace"), known.encode()):
        parts.metrics.refused.labels("internal", "token").inc()
        raise Refusal(401, "token_tidak_sah", NOT_ALLOWED)


@router.post("/internal/deliveries", dependencies=[Depends(service_only)], include_in_schema=False)
async def deliver(body: Delivery, parts: Annotated[Parts, Depends(parts_of)]) -> dict[str, Any]:
    """{"state": "sent", "provider_id"} or {"state": "retry", "after_seconds", "error"},
    "unreachable", "uncertain", "dead" with an "error"."""
    delivered = await _deliver(body, parts)
    outcome = delivered.outcome
    parts.metrics.deliveries.labels(body.channel, outcome.state).inc()
    if outcome.state == "sent":
        return {"state": "sent", "provider_id": delivered.provider_id}
    log.warning("outbox %s: %s, %s", body.outbox_id, outcome.state, outcome.error)
    answer: dict[str, Any] = {"state": outcome.state, "error": outcome.error}
    if outcome.state == "retry":
        answer["after_seconds"] = outcome.after_seconds
    return answer


async def _deliver(body: Delivery, parts: Parts) -> Delivered:
    message = Message.model_validate(clean_json(body.message.model_dump()))
    who = (body.account_id, body.conversation_id)
    if body.channel == "web":
        shown = await parts.web.deliver(body.conversation_id, who[0], message, str(body.outbox_id))
        return Delivered(Outcome("sent"), shown)
    if parts.telegram is None:
        return Delivered(Outcome("unreachable", "Telegram is not configured", alert=True))
    return await parts.telegram.channel.deliver(*who, message, str(body.outbox_id))
