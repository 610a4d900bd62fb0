"""The backend's application in process, on both databases, with the demonstration organisation."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr

from backend.api import create_app
from backend.core.database import Database
from backend.core.settings import Settings
from tests.support.databases import ADMIN_PASSWORD
from tests.support.system import nip_of

SERVICE_TOKEN = "hanya-untuk-uji"


@dataclass
class Backend:
    """A running application. `client` carries the service token; `person` also a conversation."""

    app: FastAPI
    client: httpx.AsyncClient
    database: Database
    now: datetime
    _conversations: dict[str, str] = field(default_factory=dict)

    async def conversation(self, kunci: str) -> str:
        """The web chat's conversation of a person of the demonstration ("rina")."""
        if kunci not in self._conversations:
            answer = await self.client.post("/v1/accounts/demo", json={"nip": nip_of(kunci)})
            answer.raise_for_status()
            self._conversations[kunci] = answer.json()["conversation_id"]
        return self._conversations[kunci]

    async def call(
        self, kunci: str, method: str, path: str, *, key: str | None = None, **request: Any
    ) -> httpx.Response:
        """A call in the name of a person, under the Idempotency-Key `key` if one is given."""
        headers = {"X-SAPA-Conversation": await self.conversation(kunci)}
        if key is not None:
            headers["Idempotency-Key"] = key
        return await self.client.request(method, path, headers=headers, **request)

    async def get(self, kunci: str, path: str, **request: Any) -> Any:
        answer = await self.call(kunci, "GET", path, **request)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def post(self, kunci: str, path: str, body: object = None, **request: Any) -> Any:
        answer = await self.call(kunci, "POST", path, json=body or {}, **request)
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture
def settings(seeded_db_url: str, tmp_path: Path, now: datetime) -> Settings:
    on_postgres = seeded_db_url.startswith("postgresql")
    return Settings(
        _env_file=None,
        env="demo",
        now=now,
        clock_anchor=None,
        database_url=seeded_db_url if on_postgres else "",
        data_dir=tmp_path,
        service_token=SecretStr(SERVICE_TOKEN),
        admin_password=SecretStr(ADMIN_PASSWORD),
    )


@pytest.fixture
async def backend(settings: Settings, now: datetime) -> AsyncIterator[Backend]:
    """The API on an SQLite file and on PostgreSQL; people and opening ledger entries are there."""
    app = create_app(settings)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(app.router.lifespan_context(app))
        database: Database = app.state.database
        client = await stack.enter_async_context(
            httpx.AsyncClient(
                transport=httpx.ASGITransport(app=app, raise_app_exceptions=False),
                base_url="http://backend",
                headers={"Authorization": f"Bearer {SERVICE_TOKEN}"},
                timeout=60,
            )
        )
        yield Backend(app, client, database, now)
