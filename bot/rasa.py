"""Client of Rasa's REST channel, with the protocol for its ambiguous `200 []`.

Rasa answers `[]` for every kind of failure, so `[]` means "look whether the turn happened": present
in the tracker -> apologise; absent -> once more after a second, then apologise.
"""

import asyncio
from typing import Any

import httpx
from pydantic import ValidationError

from bot.errors import Fault, Outage
from bot.messages import Choice, Message, plain
from bot.texts import NO_ANSWER

RETRY_PAUSE = 1.0
MAX_ANSWERS = 20


class Rasa:
    def __init__(self, http: httpx.AsyncClient, turn_seconds: float, token: str = "") -> None:
        self._http = http
        self._seconds = turn_seconds
        self._query = {"token": token} if token else {}

    async def turn(
        self, conversation_id: str, event_id: str, message: str, quote: str | None
    ) -> tuple[Message, ...]:
        """Raises Outage when Rasa, or the backend behind it, cannot be reached."""
        body = {
            "sender": conversation_id,
            "message": message,
            "metadata": {"event_id": event_id, "quote": quote},
        }
        for last in (False, True):
            answers = _messages(await self._post(body))
            if answers:
                return answers
            if last or await self._happened(conversation_id, event_id):
                break
            await asyncio.sleep(RETRY_PAUSE)
        return (plain(NO_ANSWER),)

    async def alive(self) -> bool:
        try:
            answer = await self._http.get("/status", params=self._query, timeout=3)
        except httpx.HTTPError:
            return False
        return answer.status_code == httpx.codes.OK

    async def _post(self, body: dict[str, Any]) -> list[Any]:
        answer = await self._call(
            "POST", "/webhooks/rest/webhook", json=body, timeout=self._seconds
        )
        if not isinstance(answer, list):
            raise Outage("rasa: unexpected answer")
        return answer[:MAX_ANSWERS]

    async def _happened(self, conversation_id: str, event_id: str) -> bool:
        tracker = await self._call(
            "GET",
            f"/conversations/{conversation_id}/tracker",
            params={**self._query, "include_events": "AFTER_RESTART"},
            timeout=10,
        )
        events = tracker.get("events") if isinstance(tracker, dict) else None
        return any(
            event.get("event") == "user"
            and (event.get("metadata") or {}).get("event_id") == event_id
            for event in events or []
        )

    async def _call(self, method: str, path: str, **request: Any) -> Any:
        try:
            answer = await self._http.request(method, path, **request)
            answer.raise_for_status()
            return answer.json()
        except httpx.HTTPError as error:
            raise Outage(f"rasa: {type(error).__name__}") from error
        except ValueError as error:
            raise Outage("rasa: no JSON") from error


def _messages(answers: list[Any]) -> tuple[Message, ...]:
    try:
        return tuple(_message(answer) for answer in answers)
    except (ValidationError, AttributeError, KeyError, TypeError) as error:
        raise Outage("rasa: unexpected answer") from error


def _message(answer: dict[str, Any]) -> Message:
    custom = answer.get("custom")
    if custom is None:
        buttons = answer.get("buttons") or []
        choices = [Choice(label=b["title"], payload=b["payload"]) for b in buttons]
        return Message(text=answer["text"], choices=choices)
    if custom.get("salah"):
        raise Fault("rasa: the backend stumbled")
    if custom.get("gangguan"):
        raise Outage("rasa: the backend cannot be reached")
    return Message.model_validate(custom)
