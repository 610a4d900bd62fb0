"""The bot's tables. All names begin with `bot_`: they may share a database with the backend."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base, Json

BigId = BigInteger().with_variant(Integer, "sqlite")


class State(StrEnum):
    """Of an inbox row. `throttled` and `dead` are never worked again; both keep the lane free."""

    PENDING = "pending"
    LEASED = "leased"
    DONE = "done"
    THROTTLED = "throttled"
    DEAD = "dead"


WAITING = (State.PENDING, State.LEASED)


class InboxRow(Base):
    """One update of a channel, stored before it is acknowledged; `id` is the order of a lane.

    `replies` holds the answers of a finished turn until they are shown, `shown` counts those that
    were. `told_at`: when the person was told that the system behind is down. `limited`: the first
    message over the rate limit, answered with the one notice about it.
    """

    __tablename__ = "bot_inbox"
    __table_args__ = (
        UniqueConstraint("source", "external_id"),
        Index("ix_bot_inbox_state_next", "state", "next_at"),
        Index("ix_bot_inbox_lane_state", "lane", "state", "id"),
        Index("ix_bot_inbox_lane_received", "lane", "received_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    source: Mapped[str] = mapped_column(String(16))
    external_id: Mapped[str] = mapped_column(String(120))
    lane: Mapped[str] = mapped_column(String(100))
    conversation_id: Mapped[str | None] = mapped_column(String(64))
    body: Mapped[dict[str, Any]]
    state: Mapped[State] = mapped_column(String(12), default=State.PENDING)
    limited: Mapped[bool] = mapped_column(default=False)
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime]
    lease_until: Mapped[datetime | None]
    owner: Mapped[str | None] = mapped_column(String(40))
    replies: Mapped[list[Any] | None] = mapped_column(Json)
    shown: Mapped[int] = mapped_column(default=0)
    received_at: Mapped[datetime]
    told_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(String(300))


class Handle(Base):
    """What a button means; valid for one conversation only."""

    __tablename__ = "bot_handles"

    handle: Mapped[str] = mapped_column(String(27), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(String(64))
    payload: Mapped[str] = mapped_column(String(1000))
    created_at: Mapped[datetime] = mapped_column(index=True)


class WebMessage(Base):
    """One bubble of a web chat. `own` marks what the person wrote, `account` whose chat it is."""

    __tablename__ = "bot_web_messages"
    __table_args__ = (
        Index("ix_bot_web_messages_conversation_id", "conversation_id", "id"),
        Index("ix_bot_web_messages_account", "account", "outbox_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=True)
    conversation_id: Mapped[str] = mapped_column(String(64))
    account: Mapped[str] = mapped_column(String(80))
    own: Mapped[bool] = mapped_column(default=False)
    body: Mapped[dict[str, Any]]
    inbox_id: Mapped[int | None] = mapped_column(BigId, index=True)
    outbox_id: Mapped[str | None] = mapped_column(String(60), unique=True)
    created_at: Mapped[datetime]


class SentMessage(Base):
    """A message shown on Telegram, so that a reply to it is known to be about its `quote`."""

    __tablename__ = "bot_sent"

    channel: Mapped[str] = mapped_column(String(16), primary_key=True)
    chat: Mapped[str] = mapped_column(String(40), primary_key=True)
    message_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    quote: Mapped[str | None] = mapped_column(String(200))
    outbox_id: Mapped[str | None] = mapped_column(String(60), unique=True)
    created_at: Mapped[datetime] = mapped_column(index=True)


class StateValue(Base):
    """Small facts that outlive a process: Telegram's offset, who polls, the webhook's secret."""

    __tablename__ = "bot_state"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[dict[str, Any]]
