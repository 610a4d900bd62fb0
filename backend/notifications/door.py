"""The bot's one internal door, `POST /internal/deliveries`, seen from the worker."""

from dataclasses import dataclass
from typing import Literal

import httpx
from pydantic import BaseModel, ValidationError

from backend.core.messages import Message
from backend.notifications.outcomes import Fate, Outcome

SEND_SECONDS = 20
"""The bot itself gives a channel less than this."""


@dataclass(frozen=True, slots=True)
class Address:
    """One linked chat account, as the bot knows it."""

    channel: str
    account_id: str
    conversation_id: str


class _Answer(BaseModel):
    state: Literal["sent", "retry", "unreachable", "uncertain", "dead"]
    provider_id: str | None = None
    after_seconds: float = 0
    error: str | None = None


class Door:
    """Turns every way a call can end into an `Outcome`; never raises for a failed delivery."""

    def __init__(self, base_url: str, token: str) -> None:
        self._client = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=httpx.Timeout(SEND_SECONDS, connect=3),
            trust_env=False,
        )

    async def deliver(self, outbox_id: int, to: Address, message: Message) -> Outcome:
        body = {
            "outbox_id": outbox_id,
            "channel": to.channel,
            "account_id": to.account_id,
            "conversation_id": to.conversation_id,
            "message": message.model_dump(mode="json"),
        }
        try:
            response = await self._client.post("/internal/deliveries", json=body)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            return Outcome(Fate.CLOSED, error=f"bot unreachable: {type(error).__name__}")
        except httpx.HTTPError as error:
            return Outcome(Fate.UNCERTAIN, error=f"bot did not answer: {type(error).__name__}")
        return _read(response)

    async def close(self) -> None:
        await self._client.aclose()


def _read(response: httpx.Response) -> Outcome:
    if response.status_code in (401, 403, 404, 429, 503):
        # A wrong token, a door not there yet, or a bot too busy: nothing is wrong with the message.
        return Outcome(Fate.CLOSED, error=f"bot answered {response.status_code}")
    if response.is_server_error:
        return Outcome(Fate.UNCERTAIN, error=f"bot answered {response.status_code}")
    if not response.is_success:
        return Outcome(Fate.DEAD, error=f"bot refused the message: {response.status_code}")
    try:
        answer = _Answer.model_validate_json(response.content)
    except ValidationError:
        return Outcome(Fate.UNCERTAIN, error="bot answered something unknown")
    return Outcome(Fate(answer.state), answer.provider_id, answer.after_seconds, answer.error)
