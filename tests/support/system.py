"""The whole system, started for tests by the code that `make run` uses."""

import csv
import os
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import httpx
import pytest

from ops.environment import make_environment
from ops.prepare import ROOT
from ops.supervisor import Supervisor
from tests.support.chat import Chat
from tests.support.postgres import PostgresServer, free_port
from tests.support.redis import running_redis

NOW = "2026-11-25T08:00:00+07:00"
ADMIN_PASSWORD = "kata-sandi-uji-saja"
PEOPLE = ROOT / "backend" / "employees" / "data" / "pegawai.csv"


@cache
def record_of(kunci: str) -> dict[str, str]:
    """A person of the demonstration organisation, by the column `kunci`."""
    with PEOPLE.open(encoding="utf-8") as file:
        return {row["kunci"]: row for row in csv.DictReader(file)}[kunci]


def nip_of(kunci: str) -> str:
    return record_of(kunci)["nip"]


class System:
    """All five processes on free ports and a data folder of their own."""

    def __init__(self, data_dir: Path, extra: Mapping[str, str]) -> None:
        # The model depends on the sources only, so every system and every run shares it.
        (ROOT / "var" / "models").mkdir(parents=True, exist_ok=True)
        (data_dir / "models").symlink_to(ROOT / "var" / "models")
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("SAPA_")}
        ports = {
            f"SAPA_{name}_PORT": str(free_port()) for name in ("BOT", "BACKEND", "ACTIONS", "RASA")
        }
        variables = {
            **inherited,
            **ports,
            "SAPA_DATA_DIR": str(data_dir),
            "SAPA_NOW": NOW,
            "SAPA_ADMIN_PASSWORD": ADMIN_PASSWORD,
            **extra,
        }
        self.environment = make_environment(variables)
        self.supervisor = Supervisor(self.environment)
        self._chats: list[Chat] = []

    @property
    def bot_url(self) -> str:
        return self.environment.url("bot")

    @property
    def backend_url(self) -> str:
        return self.environment.url("backend")

    def chat(self, kunci: str) -> Chat:
        """Signs in at the web chat as a person of the demonstration, for example "rina"."""
        chat = Chat(self.bot_url, nip_of(kunci))
        self._chats.append(chat)
        return chat

    def kill(self, name: str) -> None:
        """`kill -9`: the process is gone when this returns."""
        self.supervisor.children[name].kill()

    def revive(self, name: str) -> None:
        """Starts a killed process again and waits until it works."""
        self.supervisor.children[name].start()
        self.supervisor.wait_ready(name)

    @contextmanager
    def admin(self) -> Iterator[httpx.Client]:
        """A client of the admin API, signed in."""
        base_url = f"{self.backend_url}/admin/api/v1"
        with httpx.Client(base_url=base_url, timeout=30, trust_env=False) as http:
            answer = http.post("/token", json={"username": "admin", "password": ADMIN_PASSWORD})
            answer.raise_for_status()
            http.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
            yield http

    def internal(self) -> httpx.Client:
        """A client of the backend that carries the service token, as actions and bot do."""
        token = self.environment.variables["SAPA_SERVICE_TOKEN"]
        headers = {"Authorization": f"Bearer {token}"}
        return httpx.Client(base_url=self.backend_url, headers=headers, timeout=30, trust_env=False)

    def tails(self) -> str:
        """The last lines of every log, for the report of a failed test."""
        children = self.supervisor.children.values()
        return "\n".join(f"--- {child.name}\n{child.tail()}" for child in children)

    def stop(self) -> None:
        for chat in self._chats:
            chat.close()
        self.supervisor.stop()


@contextmanager
def running_system(data_dir: Path, **extra: str) -> Iterator[System]:
    """Starts, yields and stops; nothing is left running whatever happens inside."""
    system = System(data_dir, extra)
    try:
        system.supervisor.start()
        yield system
    finally:
        system.stop()


@pytest.fixture(scope="session")
def embedded_system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """The system on SQLite files, one for the whole test run."""
    with running_system(tmp_path_factory.mktemp("sapa")) as running:
        yield running


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    with running_redis() as url:
        yield url


@pytest.fixture(scope="session")
def grown_system(
    tmp_path_factory: pytest.TempPathFactory, postgres: PostgresServer, redis_url: str
) -> Iterator[System]:
    """The same system on a real PostgreSQL and a real Redis."""
    postgres.create("sapa_grown")
    folder = tmp_path_factory.mktemp("sapa-grown")
    database = postgres.dsn("sapa_grown")
    with running_system(folder, SAPA_DATABASE_URL=database, SAPA_REDIS_URL=redis_url) as running:
        yield running
    postgres.drop("sapa_grown")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failed test that used a running system shows the ends of that system's logs."""
    report = yield
    if report.failed:
        for value in getattr(item, "funcargs", {}).values():
            running = getattr(value, "system", value)
            if isinstance(running, System):
                report.sections.append(("logs of the system", running.tails()))
    return report
