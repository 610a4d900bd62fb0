"""The backend, as the actions see it: one HTTP client per process, one call, no retries."""

from typing import Any, Self

import httpx
from pydantic import BaseModel, Field, ValidationError

from actions.settings import Settings
from actions.steps import Call
from actions.turn import Turn

SECONDS = 8
CONNECT_SECONDS = 2


class Unreachable(Exception):
    """The call may succeed later: nobody answered, or not in the way that was agreed."""


class Stumbled(Unreachable):
    """The backend failed over this very call (500): a bug, which trying again seldom mends."""


class Refused(Exception):
    """The backend will not do it; `message` is an Indonesian sentence for the person, or empty."""

    def __init__(self, message: str) -> None:
        super().__init__("refused")
        self.message = message


class Awaiting(BaseModel):
    isian: str
    draft_id: str | None = None
    layanan: str | None = None


class Reply(BaseModel):
    """`messages` pass through unread: the channel renders them."""

    messages: list[dict[str, Any]] = Field(default_factory=list)
    awaiting: Awaiting | None = None


class Backend:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    @classmethod
    def connect(cls, settings: Settings) -> Self:
        token = settings.service_token.get_secret_value()
        return cls(
            httpx.AsyncClient(
                base_url=settings.backend_base_url,
                headers={"Authorization": f"Bearer {token}"},
                timeout=httpx.Timeout(SECONDS, connect=CONNECT_SECONDS),
                trust_env=False,
            )
        )

    async def close(self) -> None:
        await self._http.aclose()

    async def ask(self, call: Call, turn: Turn, action: str) -> Reply:
        """Raises Unreachable or Refused; the key gives a repeated turn its first answer again."""
        headers = {"X-SAPA-Conversation": turn.conversation}
        if call.method == "POST" and turn.event_id:
            headers["Idempotency-Key"] = f"{turn.event_id}:{action}"
        try:
            answer = await self._http.request(
                call.method, call.path, json=call.body, params=call.params, headers=headers
            )
        except httpx.HTTPError as error:
            raise Unreachable(type(error).__name__) from error
        return _read(answer)


def _read(answer: httpx.Response) -> Reply:
    if answer.status_code == httpx.codes.INTERNAL_SERVER_ERROR:
        raise Stumbled("status 500")
    passing = answer.status_code in (401, 408, 425, 429)  # 401: our token, an operator mends it
    if answer.is_server_error or passing:
        raise Unreachable(f"status {answer.status_code}")
    if answer.is_client_error:
        raise Refused(_message(answer))
    try:
        return Reply.model_validate_json(answer.content)
    except ValidationError:
        # Without `from`: the cause quotes the body, which may hold personal data.
        raise Unreachable("no Reply in the answer") from None


def _message(answer: httpx.Response) -> str:
    try:
        problem = answer.json()
    except ValueError:
        return ""
    message = problem.get("message") if isinstance(problem, dict) else None
    return message if isinstance(message, str) else ""
