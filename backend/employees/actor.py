"""Who is speaking, and one turn of a conversation with him.

An endpoint of the conversation asks for a `Turn` when it may change something and for a `View`
when it only looks. Both are refused with a Reply that says how to link an unlinked account.

    @router.post("/v1/things")
    async def make(body: MakeThing, turn: Turn) -> Reply:
        return await turn.once(Reply, lambda: service.make(turn.session, turn.actor, turn.now))

`turn.once` answers a repeated Idempotency-Key from the store; everything inside it belongs to one
transaction, which is committed before the answer leaves.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, TypeVar

from fastapi import Depends, Header, Request
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from backend.core.dependencies import Now, ReadSession, WriteSession
from backend.core.idempotency import KEY_LIMIT, answer_once, fingerprint_of, scoped_key
from backend.core.problems import Answered
from backend.employees.models import Account, Employee
from backend.employees.repository import person_behind
from backend.employees.wording import NOT_LINKED

Answer = TypeVar("Answer", bound=BaseModel)
Conversation = Annotated[str, Header(alias="X-SAPA-Conversation", min_length=1, max_length=64)]
IdempotencyKey = Annotated[str | None, Header(alias="Idempotency-Key", max_length=KEY_LIMIT)]


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind a verified chat account."""

    account: Account
    employee: Employee

    @property
    def nip(self) -> str:
        return self.employee.nip


@dataclass(frozen=True, slots=True)
class Viewing:
    """A look by `actor` at `now`; the session cannot block a writer."""

    session: AsyncSession
    actor: Actor
    now: datetime


@dataclass(frozen=True, slots=True)
class Speaking:
    """One turn of `actor` at `now`, in a transaction that is committed when the endpoint ends."""

    session: AsyncSession
    actor: Actor
    now: datetime
    key: str | None
    fingerprint: str

    async def once(self, answer: type[Answer], act: Callable[[], Awaitable[Answer]]) -> Answer:
        """The answer of `act`, or the stored one when this key was answered before."""
        return await answer_once(
            self.session,
            key=self.key,
            fingerprint=self.fingerprint,
            now=self.now,
            answer=answer,
            act=act,
        )


async def resolve_actor(session: AsyncSession, conversation_id: str) -> Actor:
    """Raises Answered when nobody is linked to the conversation."""
    found = await person_behind(session, conversation_id)
    if found is None:
        raise Answered(NOT_LINKED)
    return Actor(*found)


async def view_of(session: ReadSession, conversation: Conversation, now: Now) -> Viewing:
    return Viewing(session, await resolve_actor(session, conversation), now)


async def turn_of(
    request: Request,
    session: WriteSession,
    conversation: Conversation,
    now: Now,
    idempotency_key: IdempotencyKey = None,
) -> Speaking:
    actor = await resolve_actor(session, conversation)
    actor.account.last_seen_at = now
    key = None if idempotency_key is None else scoped_key(conversation, idempotency_key)
    fingerprint = fingerprint_of(
        request.method, request.url.path, request.url.query, await request.body()
    )
    return Speaking(session, actor, now, key, fingerprint)


View = Annotated[Viewing, Depends(view_of)]
Turn = Annotated[Speaking, Depends(turn_of)]
