"""Fixtures: a database with all tables and no rows, on SQLite and on PostgreSQL."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from backend.admin.accounts import ensure_admin
from backend.core.database import Database
from backend.employees.seed import seed_demo
from backend.models import metadata
from tests.support.postgres import PostgresServer, running_postgres
from tests.support.times import NOW

ENGINES = ("sqlite", "postgresql")
SHARED = "sapa_test"
SEEDED = "sapa_seeded"
ADMIN_PASSWORD = "kata-sandi-uji"


async def _create_tables(url: str) -> None:
    database = Database(url)
    async with database.engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    await database.dispose()


async def _seed(url: str) -> None:
    """The demonstration organisation and the first admin; once, since hashing a password is slow
    on purpose."""
    await _create_tables(url)
    database = Database(url)
    async with database.write() as session:
        await seed_demo(session, NOW)
    await ensure_admin(database, ADMIN_PASSWORD, NOW)
    await database.dispose()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A real server, started when the first test asks for it."""
    with running_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def _postgres_tables(postgres: PostgresServer) -> PostgresServer:
    postgres.create(SHARED)
    asyncio.run(_create_tables(postgres.url(SHARED)))
    return postgres


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "sapa.db"
    asyncio.run(_create_tables(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(params=ENGINES)
def db_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """SQLAlchemy URL of a database with all tables and no rows."""
    if request.param == "sqlite":
        path = tmp_path / "sapa.db"
        shutil.copy(request.getfixturevalue("_sqlite_template"), path)
        return f"sqlite+aiosqlite:///{path}"
    server: PostgresServer = request.getfixturevalue("_postgres_tables")
    server.empty(SHARED)
    return server.url(SHARED)


@pytest.fixture(scope="session")
def _sqlite_seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeded") / "sapa.db"
    asyncio.run(_seed(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def _postgres_seeded(postgres: PostgresServer) -> PostgresServer:
    postgres.create(SEEDED)
    asyncio.run(_seed(postgres.url(SEEDED)))
    return postgres


@pytest.fixture(params=ENGINES)
def seeded_db_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """SQLAlchemy URL of a database of its own with the demonstration organisation."""
    if request.param == "sqlite":
        path = tmp_path / "sapa.db"
        shutil.copy(request.getfixturevalue("_sqlite_seeded"), path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    server: PostgresServer = request.getfixturevalue("_postgres_seeded")
    server.create("one_test", template=SEEDED)
    yield server.url("one_test")
    server.drop("one_test")


@pytest.fixture(params=ENGINES)
def blank_db_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """SQLAlchemy URL of a database without any table, for tests of migrations."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'blank.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    server.create("blank")
    yield server.url("blank")
    server.drop("blank")


@pytest.fixture
async def database(db_url: str) -> AsyncIterator[Database]:
    """`Database` on SQLite and on PostgreSQL: a test that asks for it runs on both."""
    opened = Database(db_url)
    yield opened
    await opened.dispose()
