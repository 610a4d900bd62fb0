"""Client of the backend: accounts, documents, the list of demonstration people."""

from typing import Any, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from bot.errors import Fault, Outage, Refusal
from bot.texts import TRY_LATER

M = TypeVar("M", bound=BaseModel)


class Account(BaseModel):
    """A chat account as the backend knows it; `message` is what to tell after linking."""

    conversation_id: str
    linked: bool
    name: str | None = None
    message: str | None = None


class Person(BaseModel):
    """One person of the demonstration."""

    nip: str
    nama: str
    jabatan: str | None = None
    opd: str | None = None
    catatan: str | None = None
    peran: list[str] | str | None = None


class Content(BaseModel):
    """A stored document, whole."""

    body: bytes
    mime: str


class Backend:
    """`http` carries the base address and the service token."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def resolve(self, channel: str, account_id: str, display_name: str | None) -> Account:
        body = {"channel": channel, "account_id": account_id, "display_name": display_name}
        return await self._account("resolve", body)

    async def demo(self, nip: str) -> Account:
        return await self._account("demo", {"nip": nip})

    async def redeem(self, channel: str, account_id: str, token: str) -> Account:
        body = {"channel": channel, "account_id": account_id, "token": token}
        return await self._account("invitations/redeem", body)

    async def contact(self, channel: str, account_id: str, phone: str) -> Account:
        body = {"channel": channel, "account_id": account_id, "phone": phone}
        return await self._account("contact", body)

    async def people(self) -> list[Person]:
        answer = await self._call("GET", "/v1/accounts/demo")
        return [_read(Person, raw) for raw in answer.json()]

    async def store(
        self, conversation_id: str, name: str, mime: str, content: bytes, key: str
    ) -> str:
        """Id of the stored document. Raises Refusal with the backend's reason."""
        headers = {"X-SAPA-Conversation": conversation_id, "Idempotency-Key": key}
        answer = await self._call(
            "POST",
            "/v1/documents",
            headers=headers,
            files={"file": (name, content, mime)},
            timeout=60,
        )
        return str(answer.json()["id"])

    async def document(self, conversation_id: str, document_id: str) -> Content:
        """Raises Refusal (404) for a document this conversation has nothing to do with."""
        headers = {"X-SAPA-Conversation": conversation_id}
        answer = await self._call(
            "GET", f"/v1/documents/{document_id}", headers=headers, timeout=30
        )
        mime = answer.headers.get("content-type", "application/octet-stream")
        return Content(body=answer.content, mime=mime)

    async def alive(self) -> bool:
        try:
            answer = await self._http.get("/healthz", timeout=3)
        except httpx.HTTPError:
            return False
        return answer.status_code == httpx.codes.OK

    async def _account(self, path: str, body: dict[str, Any]) -> Account:
        answer = await self._call("POST", f"/v1/accounts/{path}", json=body)
        return _read(Account, answer.json())

    async def _call(self, method: str, path: str, **request: Any) -> httpx.Response:
        try:
            answer = await self._http.request(method, path, **request)
        except httpx.HTTPError as error:
            raise Outage(f"backend: {type(error).__name__}") from error
        if answer.is_success:
            return answer
        if answer.status_code == httpx.codes.INTERNAL_SERVER_ERROR:
            raise Fault("backend: 500")
        if answer.status_code == httpx.codes.UNAUTHORIZED or answer.is_server_error:
            raise Outage(f"backend: {answer.status_code}")
        raise _refusal(answer)


def _read(model: type[M], raw: Any) -> M:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        raise Outage("backend: unexpected answer") from error


def _refusal(answer: httpx.Response) -> Refusal:
    try:
        said = answer.json()
    except ValueError:
        said = {}
    said = said if isinstance(said, dict) else {}
    return Refusal(
        answer.status_code, str(said.get("code", "ditolak")), str(said.get("message") or TRY_LATER)
    )
