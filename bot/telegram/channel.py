"""Telegram as a channel: answers of the lanes, notices, unasked messages of the outbox."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from telegram import Bot, MaybeInaccessibleMessage
from telegram.error import TelegramError

from bot import handles, inbox
from bot.channels import Own, ToRasa
from bot.clock import Clock
from bot.database import Database
from bot.errors import Fault, Held, Hopeless, Outage, Refusal
from bot.inbox import Claim
from bot.messages import Message
from bot.metrics import Metrics
from bot.telegram import notes
from bot.telegram.accounts import Accounts
from bot.telegram.outcomes import Outcome, classify
from bot.telegram.reading import Reader, parse
from bot.telegram.sending import Sender
from bot.telegram.updates import SOURCE

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Delivered:
    outcome: Outcome
    provider_id: str | None = None


class TelegramChannel:
    def __init__(
        self,
        bot: Bot,
        *,
        database: Database,
        clock: Clock,
        metrics: Metrics,
        accounts: Accounts,
        reader: Reader,
        sender: Sender,
    ) -> None:
        self._bot = bot
        self._database = database
        self._clock = clock
        self._metrics = metrics
        self._accounts = accounts
        self._reader = reader
        self._sender = sender

    async def read(self, claim: Claim) -> ToRasa | Own:
        return await self._reader.read(claim)

    async def answer(self, claim: Claim, messages: tuple[Message, ...]) -> None:
        """The answers are kept before the first is sent: a crash repeats at most one of them."""
        if messages and claim.replies is None:
            async with self._database.write() as session:
                await inbox.keep_replies(session, claim, messages)
        await self._tidy(claim)
        for number, message in enumerate(messages[claim.shown :], start=claim.shown + 1):
            sent = await self._show(claim, message)
            async with self._database.write() as session:
                now = self._clock.now()
                await notes.remember(session, _chat(claim), sent, quote=message.quote, now=now)
                if number == len(messages):
                    await inbox.finish(session, claim, now)
                else:
                    await inbox.mark_shown(session, claim, number)
        if len(messages) <= claim.shown:
            async with self._database.write() as session:
                await inbox.finish(session, claim, self._clock.now())

    async def notice(self, claim: Claim, message: Message) -> None:
        await self._show(claim, message)

    async def deliver(
        self, account_id: str, conversation_id: str, message: Message, outbox_id: str
    ) -> Delivered:
        """Shown once per outbox id, unless the outcome of an earlier try was uncertain."""
        async with self._database.read() as session:
            known = await notes.sent_as(session, outbox_id)
        if known is not None:
            return Delivered(Outcome("sent"), known)
        try:
            chat = int(account_id)
            now = self._clock.now()
            sent = await self._sender.show(chat, conversation_id, message, now)
        except (TelegramError, Held, Outage, Refusal, ValueError) as error:
            return Delivered(self._undelivered(error))
        async with self._database.write() as session:
            await notes.remember(
                session, chat, sent, quote=message.quote, now=now, outbox_id=outbox_id
            )
        return Delivered(Outcome("sent"), str(sent[0]) if sent else None)

    async def _show(self, claim: Claim, message: Message) -> list[int]:
        try:
            conversation_id = await self._conversation(claim, message)
            return await self._sender.show(
                _chat(claim), conversation_id, message, self._clock.now()
            )
        except TelegramError as error:
            outcome = self._judged(error)
            if outcome.state in ("retry", "uncertain"):
                pause = min(outcome.after_seconds or 5, 3600)
                raise Held(timedelta(seconds=pause), outcome.error) from error
            raise Hopeless(outcome.error) from error

    async def _conversation(self, claim: Claim, message: Message) -> str:
        """Needed only to name buttons and to fetch documents."""
        if not message.choices and message.document is None:
            return ""
        user = parse(claim.body, self._bot).effective_user
        if user is None:
            raise Hopeless("update without a person")
        return (await self._accounts.of(user)).conversation_id

    async def _tidy(self, claim: Claim) -> None:
        """A pressed keyboard has done its work. Cosmetic: what fails here is only logged."""
        if "callback_query" not in claim.body or claim.shown:
            return
        query = parse(claim.body, self._bot).callback_query
        if query is None or not handles.well_formed(query.data or ""):
            return
        if isinstance(query.message, MaybeInaccessibleMessage) and query.message.is_accessible:
            try:
                await self._sender.remove_keyboard(query.message.chat.id, query.message.message_id)
            except TelegramError as error:
                log.warning("keyboard stays: %s", self._judged(error).error)

    def _undelivered(self, error: Exception) -> Outcome:
        match error:
            case TelegramError():
                return self._judged(error)
            case Held():
                return Outcome("retry", str(error), error.pause.total_seconds())
            case Fault():  # counted, so that one document nobody can fetch does not hold the others
                return Outcome("uncertain", str(error), alert=True)
            case Outage():
                return Outcome("retry", str(error), 5)
            case _:
                return Outcome("dead", type(error).__name__, alert=True)

    def _judged(self, error: TelegramError) -> Outcome:
        outcome = classify(error)
        if outcome.alert:
            self._metrics.alerts.labels("telegram_refused").inc()
            log.error("Telegram refused a call: %s", outcome.error)
        return outcome


def _chat(claim: Claim) -> int:
    try:
        return int(claim.lane.removeprefix(f"{SOURCE}:"))
    except ValueError as error:
        raise Hopeless("update of no known chat") from error
