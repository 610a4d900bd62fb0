"""The web chat as a channel: reading inbox rows, showing answers, taking unasked messages."""

from bot import handles, inbox
from bot.bell import Bell
from bot.channels import Own, ToRasa, own
from bot.clock import Clock
from bot.database import Database
from bot.errors import Hopeless
from bot.guard import Invitation, NoWords, TooLong, read_text
from bot.inbox import Claim
from bot.messages import Message
from bot.texts import NO_WORDS, TOO_LONG, UNKNOWN_BUTTON
from bot.webchat import history

PEOPLE = "people"
"""Name of the bell that rings when anybody gets an unasked message."""


def chat_bell(conversation_id: str) -> str:
    return f"chat:{conversation_id}"


class WebChannel:
    def __init__(self, database: Database, clock: Clock, bell: Bell) -> None:
        self._database = database
        self._clock = clock
        self._bell = bell

    async def read(self, claim: Claim) -> ToRasa | Own:
        conversation_id, body = self._conversation(claim), claim.body
        if body.get("document"):
            return ToRasa(conversation_id, handles.document_message(body["document"]))
        if body.get("payload") is not None:
            return await self._pressed(conversation_id, body["payload"])
        quote = await self._quote(conversation_id, body.get("reply_to"))
        match read_text(body["text"]):
            case TooLong():
                return own(TOO_LONG)
            case NoWords():
                return own(NO_WORDS)
            case Invitation():
                return ToRasa(conversation_id, "bantuan")  # one signs in elsewhere on this channel
            case words:
                return ToRasa(conversation_id, words.text, quote)

    async def answer(self, claim: Claim, messages: tuple[Message, ...]) -> None:
        """Shown and done in one transaction: never shown twice."""
        async with self._database.write() as session:
            now = self._clock.now()
            await inbox.finish(session, claim, now)
            for message in messages:
                await history.append(
                    session,
                    self._conversation(claim),
                    claim.body["nip"],
                    message,
                    now,
                    inbox_id=claim.id,
                )
        self._bell.ring(chat_bell(self._conversation(claim)))

    async def notice(self, claim: Claim, message: Message) -> None:
        conversation_id = self._conversation(claim)
        async with self._database.write() as session:
            await history.append(
                session,
                conversation_id,
                claim.body["nip"],
                message,
                self._clock.now(),
                inbox_id=claim.id,
            )
        self._bell.ring(chat_bell(conversation_id))

    async def deliver(
        self, conversation_id: str, account: str, message: Message, outbox_id: str
    ) -> str:
        """Shows an unasked message, once per outbox id. Returns the bubble's id."""
        async with self._database.write() as session:
            shown = await history.id_of_delivery(session, outbox_id)
            if shown is None:
                shown = await history.append(
                    session,
                    conversation_id,
                    account,
                    message,
                    self._clock.now(),
                    outbox_id=outbox_id,
                )
        self._bell.ring(chat_bell(conversation_id))
        self._bell.ring(PEOPLE)
        return str(shown)

    async def _pressed(self, conversation_id: str, handle: str) -> ToRasa | Own:
        async with self._database.read() as session:
            message = await handles.message_of(session, conversation_id, handle)
        return own(UNKNOWN_BUTTON) if message is None else ToRasa(conversation_id, message)

    async def _quote(self, conversation_id: str, reply_to: int | None) -> str | None:
        if reply_to is None:
            return None
        async with self._database.read() as session:
            return await history.quote_of(session, conversation_id, reply_to)

    @staticmethod
    def _conversation(claim: Claim) -> str:
        if claim.conversation_id is None:
            raise Hopeless("web row without a conversation")
        return claim.conversation_id
