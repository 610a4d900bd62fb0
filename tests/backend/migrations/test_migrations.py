import asyncio

import pytest
from alembic import command
from sqlalchemy import Connection, inspect, text

from backend.core.database import Database
from backend.migrate import alembic_config, migrate
from backend.models import metadata


@pytest.fixture
async def empty(blank_db_url: str):
    database = Database(blank_db_url)
    yield database
    await database.dispose()


async def test_the_migrations_make_exactly_the_tables_of_the_models(empty: Database) -> None:
    await migrate(empty)

    async with empty.engine.begin() as connection:
        # Raises CommandError and prints the difference when a model has no migration.
        await connection.run_sync(lambda sync: command.check(alembic_config(sync)))
        names = await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))
    assert names == {*metadata.tables, "alembic_version"}


async def test_four_processes_may_migrate_at_the_same_time(blank_db_url: str) -> None:
    databases = [Database(blank_db_url) for _ in range(4)]

    await asyncio.gather(*(migrate(database) for database in databases))

    async with databases[0].engine.begin() as connection:
        versions = (await connection.execute(text("SELECT version_num FROM alembic_version"))).all()
    for database in databases:
        await database.dispose()
    assert len(versions) == 1


async def test_a_migration_can_be_taken_back(empty: Database) -> None:
    await migrate(empty)

    def down(connection: Connection) -> None:
        command.downgrade(alembic_config(connection), "base")

    async with empty.engine.begin() as connection:
        await connection.run_sync(down)
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    assert names == ["alembic_version"]
