"""What holds for every call."""

import json
import logging

import httpx
import pytest
import structlog
from sqlalchemy.exc import OperationalError

from backend.core.dependencies import WriteSession
from backend.core.logs import configure_logging
from backend.employees.models import Account
from tests.backend.conftest import SERVICE_TOKEN, Backend


async def test_health_names_each_dependency(backend: Backend) -> None:
    assert (await backend.client.get("/healthz")).json() == {"status": "ok"}
    ready = await backend.client.get("/readyz")
    assert (ready.status_code, ready.json()) == (200, {"basis_data": "ok", "berkas": "ok"})


async def test_readiness_fails_while_the_files_folder_is_missing(backend: Backend) -> None:
    backend.app.state.settings.files_dir.rmdir()
    ready = await backend.client.get("/readyz")
    assert ready.status_code == 503
    assert ready.json() == {"basis_data": "ok", "berkas": "folder tidak dapat ditulisi"}


async def test_metrics_count_calls_by_route_not_by_path(backend: Backend) -> None:
    await backend.get("rina", "/v1/me")
    text = (await backend.client.get("/metrics")).text
    assert 'sapa_http_requests_total{method="GET",route="/v1/me",status="200"}' in text


async def test_every_internal_route_needs_the_service_token(backend: Backend) -> None:
    schema = backend.app.openapi()["paths"]
    calls = [(m, p) for p, methods in schema.items() for m in methods if p.startswith("/v1/")]
    assert calls
    for method, path in calls:
        for header in ({}, {"Authorization": f"Bearer {SERVICE_TOKEN}x"}):
            bare = httpx.AsyncClient(
                transport=httpx.ASGITransport(app=backend.app), base_url="http://backend"
            )
            async with bare:
                answer = await bare.request(method, path.format_map(_Any()), headers=header)
            assert answer.status_code == 401, (method, path, answer.text)
            assert answer.json()["code"] == "tanpa_tanda_pengenal"


class _Any(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "x"


async def test_an_unreadable_body_is_answered_in_indonesian_without_quoting_it(
    backend: Backend,
) -> None:
    answer = await backend.client.post("/v1/accounts/demo", json={"nip": ["rahasia"]})
    assert answer.status_code == 422
    assert answer.json()["code"] == "tidak_terbaca"
    assert "body.nip" in answer.json()["message"]
    assert "rahasia" not in answer.text


@pytest.mark.parametrize("announced", [True, False], ids=["announced", "streamed"])
async def test_a_body_over_the_limit_is_refused(backend: Backend, announced: bool) -> None:
    async def stream():
        for _ in range(40):
            yield b"x" * 10_000

    body = b"x" * 400_000 if announced else stream()
    answer = await backend.client.post("/v1/accounts/demo", content=body)
    assert answer.status_code == 413
    assert "terlalu besar" in answer.json()["message"]


async def test_an_unknown_path_is_answered_as_a_problem(backend: Backend) -> None:
    answer = await backend.client.get("/v1/tidak-ada")
    assert (answer.status_code, answer.json()["code"]) == (404, "http_404")


async def test_an_unexpected_error_tells_nothing_and_changes_nothing(
    backend: Backend, caplog: pytest.LogCaptureFixture
) -> None:
    @backend.app.post("/meledak")
    async def explode(session: WriteSession) -> None:
        session.add(
            Account(
                id="1",
                channel="web",
                account_id="1",
                conversation_id="c",
                state="unlinked",
                created_at=backend.now,
            )
        )
        await session.flush()
        raise RuntimeError("nomor 0812 rahasia")

    answer = await backend.client.post("/meledak")
    assert answer.status_code == 500
    assert answer.json()["code"] == "gangguan"
    assert "rahasia" not in answer.text
    async with backend.database.read() as session:
        assert await session.get(Account, "1") is None


async def test_a_database_that_is_away_is_told_from_a_bug(backend: Backend) -> None:
    @backend.app.get("/pergi")
    async def away() -> None:
        raise OperationalError("SELECT", {}, ConnectionError())

    answer = await backend.client.get("/pergi")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.json()["code"] == "gangguan"


def test_a_logged_exception_names_type_and_place_but_not_its_message(
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    try:
        configure_logging()
        try:
            raise ValueError("nomor 0812 rahasia")
        except ValueError:
            structlog.stdlib.get_logger("uji").exception("gagal")
            logging.getLogger("lain").exception("gagal juga")
    finally:
        root.handlers, root.level = handlers, level
        structlog.reset_defaults()
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["event"] for line in lines] == ["gagal", "gagal juga"]
    for line in lines:
        assert line["error"] == "builtins.ValueError"
        assert "test_api.py" in line["stack"][0]
        assert "rahasia" not in json.dumps(line)


async def test_answers_carry_a_correlation_id_and_only_a_safe_one_is_taken_over(
    backend: Backend,
) -> None:
    kept = await backend.client.get("/healthz", headers={"X-Request-ID": "abc-1"})
    assert kept.headers["X-Request-ID"] == "abc-1"
    made = await backend.client.get("/healthz", headers={"X-Request-ID": "a b\x7f"})
    assert len(made.headers["X-Request-ID"]) == 32
