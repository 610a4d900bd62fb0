"""First tables: inbox, handles, web chat, what was sent, state."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(JSONB(), "postgresql")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "bot_inbox",
        sa.Column("id", BIG, primary_key=True, autoincrement=True),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("external_id", sa.String(120), nullable=False),
        sa.Column("lane", sa.String(100), nullable=False),
        sa.Column("conversation_id", sa.String(64)),
        sa.Column("body", JSON, nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("limited", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", TIME, nullable=False),
        sa.Column("lease_until", TIME),
        sa.Column("owner", sa.String(40)),
        sa.Column("replies", JSON),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("received_at", TIME, nullable=False),
        sa.Column("told_at", TIME),
        sa.Column("done_at", TIME),
        sa.Column("error", sa.String(300)),
        sa.UniqueConstraint("source", "external_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_bot_inbox_state_next", "bot_inbox", ["state", "next_at"])
    op.create_index("ix_bot_inbox_lane_state", "bot_inbox", ["lane", "state", "id"])
    op.create_index("ix_bot_inbox_lane_received", "bot_inbox", ["lane", "received_at"])
    op.create_table(
        "bot_handles",
        sa.Column("handle", sa.String(27), primary_key=True),
        sa.Column("conversation_id", sa.String(64), nullable=False),
        sa.Column("payload", sa.String(1000), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
    )
    op.create_index("ix_bot_handles_created_at", "bot_handles", ["created_at"])
    op.create_table(
        "bot_web_messages",
        sa.Column("id", BIG, primary_key=True, autoincrement=True),
        sa.Column("conversation_id", sa.String(64), nullable=False),
        sa.Column("account", sa.String(80), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.Column("inbox_id", BIG),
        sa.Column("outbox_id", sa.String(60), unique=True),
        sa.Column("created_at", TIME, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_bot_web_messages_conversation_id", "bot_web_messages", ["conversation_id", "id"]
    )
    op.create_index("ix_bot_web_messages_account", "bot_web_messages", ["account", "outbox_id"])
    op.create_index("ix_bot_web_messages_inbox_id", "bot_web_messages", ["inbox_id"])
    op.create_table(
        "bot_sent",
        sa.Column("channel", sa.String(16), primary_key=True),
        sa.Column("chat", sa.String(40), primary_key=True),
        sa.Column("message_id", sa.String(40), primary_key=True),
        sa.Column("quote", sa.String(200)),
        sa.Column("outbox_id", sa.String(60), unique=True),
        sa.Column("created_at", TIME, nullable=False),
    )
    op.create_index("ix_bot_sent_created_at", "bot_sent", ["created_at"])
    op.create_table(
        "bot_state",
        sa.Column("name", sa.String(60), primary_key=True),
        sa.Column("value", JSON, nullable=False),
    )


def downgrade() -> None:
    for table in ("bot_state", "bot_sent", "bot_web_messages", "bot_handles", "bot_inbox"):
        op.drop_table(table)
