"""Writing and verifying the audit trail.

The chain needs one global order, hence one global lock (the row of `audit_head`). Taken in the
middle of a use case it would deadlock with the row locks of others, so `record` only notes the
entry, and the chain is extended as the very last step before COMMIT, in the same transaction.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import event, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from backend.audit.models import AuditEntry, AuditHead
from backend.core.upsert import insert_once

GENESIS = "0" * 64
_PENDING = "audit_pending"


@dataclass(frozen=True, slots=True)
class Fact:
    """What one entry says, before it has a place in the chain."""

    at: datetime
    actor: str
    action: str
    subject: str
    data: dict[str, Any]


def entry_hash(prev_hash: str, seq: int, fact: Fact) -> str:
    """SHA-256 over the previous hash and the canonical JSON of the row."""
    row = {
        "seq": seq,
        "at": fact.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": fact.actor,
        "action": fact.action,
        "subject": fact.subject,
        "data": fact.data,
    }
    canonical = json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256((prev_hash + canonical).encode()).hexdigest()


async def record(
    session: AsyncSession,
    *,
    now: datetime,
    actor: str,
    action: str,
    subject: str,
    data: dict[str, Any],
) -> None:
    """Notes that `actor` (an NIP, "admin:<name>" or "sistem") did `action` to `subject`.

    `data` is JSON without personal text: people by NIP, requests by number. The entry appears in
    the table when the transaction commits, and not at all when it rolls back.
    """
    fact = Fact(now, actor, action, subject, json.loads(json.dumps(data)))
    if _PENDING not in session.info:
        session.info[_PENDING] = []
        event.listen(session.sync_session, "before_commit", _extend_chain)
        event.listen(session.sync_session, "after_rollback", _forget)
    session.info[_PENDING].append(fact)


def _extend_chain(session: Session) -> None:
    pending: list[Fact] = session.info[_PENDING]
    if not pending:
        return
    session.flush()
    head = _locked_head(session)
    for fact in pending:
        seq, prev = head.seq + 1, head.hash
        head.seq, head.hash = seq, entry_hash(prev, seq, fact)
        session.add(
            AuditEntry(
                seq=seq,
                at=fact.at,
                actor=fact.actor,
                action=fact.action,
                subject=fact.subject,
                data=fact.data,
                prev_hash=prev,
                hash=head.hash,
            )
        )
    _forget(session)


def _forget(session: Session) -> None:
    session.info[_PENDING].clear()


def _locked_head(session: Session) -> AuditHead:
    statement = (
        select(AuditHead)
        .where(AuditHead.id == 1)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    head = session.scalar(statement)
    if head is not None:
        return head
    session.execute(insert_once(session, AuditHead, {"id": 1, "seq": 0, "hash": GENESIS}, "id"))
    return session.scalars(statement).one()


async def verify(session: AsyncSession) -> int | None:
    """The number of the first entry that was altered, moved or is missing; None when all is well.

    A cut tail is found by the head, which remembers the last number and hash.
    """
    prev, expected = GENESIS, 1
    rows = await session.stream_scalars(
        select(AuditEntry).order_by(AuditEntry.seq).execution_options(yield_per=500)
    )
    async for row in rows:
        fact = Fact(row.at, row.actor, row.action, row.subject, row.data)
        if (
            row.seq != expected
            or row.prev_hash != prev
            or row.hash != entry_hash(prev, row.seq, fact)
        ):
            return expected
        prev, expected = row.hash, expected + 1
    head = await session.get(AuditHead, 1, populate_existing=True)
    head_seq, head_hash = (head.seq, head.hash) if head else (0, GENESIS)
    if head_seq == expected - 1 and head_hash == prev:
        return None
    return min(expected, head_seq + 1)
