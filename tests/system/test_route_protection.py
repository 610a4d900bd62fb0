"""Every door of the backend is locked, unless it is on the short list of public ones."""

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from fastapi.routing import APIRoute

from backend.api import create_app
from backend.core.settings import Settings

PUBLIC = {
    ("GET", "/healthz"),
    ("GET", "/readyz"),
    ("GET", "/metrics"),
    ("GET", "/verifikasi/{token}"),
    ("POST", "/admin/api/v1/token"),
}


@pytest.fixture
async def client(tmp_path: Path, _sqlite_template: Path) -> AsyncIterator[httpx.AsyncClient]:
    shutil.copy(_sqlite_template, tmp_path / "sapa.db")
    app = create_app(Settings(data_dir=tmp_path))
    transport = httpx.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://backend") as http,
    ):
        yield http


def routes() -> list[tuple[str, str]]:
    app = create_app(Settings())
    found = [
        (method, path)
        for path, operations in app.openapi()["paths"].items()
        for method in (name.upper() for name in operations)
    ]
    hidden = [(m, r.path) for r in app.routes if isinstance(r, APIRoute) for m in r.methods or ()]
    return sorted({*found, *hidden})


def concrete(path: str) -> str:
    return re.sub(r"\{[^}]+\}", "1", path)


def test_the_doors_of_both_apis_are_seen_by_this_test() -> None:
    paths = {path for _method, path in routes()}
    assert "/v1/me" in paths
    assert "/admin/api/v1/requests" in paths


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer salah"}], ids=["none", "wrong"])
async def test_nobody_enters_without_the_right_token(
    client: httpx.AsyncClient, header: dict[str, str]
) -> None:
    open_doors = {}
    for method, path in set(routes()) - PUBLIC:
        answer = await client.request(method, concrete(path), headers=header, json={})
        if answer.status_code != 401 or not answer.json().get("message"):
            open_doors[method, path] = answer.status_code
    assert open_doors == {}
