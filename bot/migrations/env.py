"""Alembic's entry; `bot.migrate` passes the connection in."""

from alembic import context

from bot import models

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=models.InboxRow.metadata,
    version_table="bot_alembic_version",
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
