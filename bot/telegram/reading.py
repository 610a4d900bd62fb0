"""What an update of Telegram means. Parsed strictly here, after it is safely stored."""

from typing import Any

from telegram import Bot, CallbackQuery, Chat, Contact, Document, Message, PhotoSize, Update, User
from telegram.error import BadRequest, TelegramError

from bot import handles
from bot.backend import Account, Backend
from bot.channels import Own, ToRasa, own
from bot.database import Database
from bot.errors import Held, Hopeless, Refusal
from bot.guard import Invitation, NoWords, TooLong, read_text
from bot.inbox import Claim
from bot.messages import plain
from bot.telegram import notes
from bot.telegram.accounts import Accounts
from bot.telegram.files import FileTooBig, fetch
from bot.telegram.groups import leave
from bot.telegram.updates import SOURCE
from bot.texts import (
    EDITED,
    EMPTY_FILE,
    FILE_NOT_FETCHED,
    FOREIGN_CONTACT,
    NO_WORDS,
    TOO_LONG,
    UNKNOWN_BUTTON,
    UNSUPPORTED,
    file_too_big,
)

SILENCE = Own()

FETCHES = 6
"""Tries to get a file from Telegram before its sender is asked to send it again."""


class Reader:
    def __init__(
        self, bot: Bot, database: Database, backend: Backend, accounts: Accounts, max_bytes: int
    ) -> None:
        self._bot = bot
        self._database = database
        self._backend = backend
        self._accounts = accounts
        self._max_bytes = max_bytes

    async def read(self, claim: Claim) -> ToRasa | Own:
        update = parse(claim.body, self._bot)
        if update.callback_query is not None:
            return await self._press(update.callback_query)
        if update.my_chat_member is not None:
            return await self._membership(update)
        message = update.message or update.edited_message
        if message is None:
            return SILENCE
        if message.chat.type != Chat.PRIVATE:
            await leave(self._bot, message.chat.id)
            return SILENCE
        if not _from_a_person(message):
            return SILENCE
        return own(EDITED) if update.edited_message else await self._message(message, claim)

    async def _membership(self, update: Update) -> Own:
        """Added to a group: say where we work, and go. Blocked in a private chat: nothing to do,
        the next delivery finds out."""
        changed = update.my_chat_member
        if changed is None or changed.chat.type == Chat.PRIVATE:
            return SILENCE
        if changed.new_chat_member.status in ("member", "administrator"):
            await leave(self._bot, changed.chat.id)
        return SILENCE

    async def _message(self, message: Message, claim: Claim) -> ToRasa | Own:
        user = _sender(message)
        if message.text is not None:
            return await self._text(user, message)
        if message.contact is not None:
            return await self._contact(user, message, message.contact)
        if message.document is not None:
            return await self._file(user, message.document, claim)
        if message.photo:
            return await self._file(user, message.photo[-1], claim)
        return own(UNSUPPORTED)

    async def _text(self, user: User, message: Message) -> ToRasa | Own:
        match read_text(message.text or ""):
            case TooLong():
                return own(TOO_LONG)
            case NoWords():
                return own(NO_WORDS)
            case Invitation(token):
                return await self._redeem(user, token)
            case words:
                account = await self._accounts.of(user)
                quote = await self._quote(message)
                return ToRasa(account.conversation_id, words.text, quote)

    async def _quote(self, message: Message) -> str | None:
        if message.reply_to_message is None:
            return None
        async with self._database.read() as session:
            return await notes.quote_of(
                session, message.chat.id, message.reply_to_message.message_id
            )

    async def _redeem(self, user: User, token: str) -> Own:
        try:
            account = await self._backend.redeem(SOURCE, str(user.id), token)
        except Refusal as refusal:
            return own(refusal.message)
        return self._linked(user, account)

    async def _contact(self, user: User, message: Message, contact: Contact) -> Own:
        """Only the sender's own number counts, sent by himself: Telegram vouches for its owner."""
        if contact.user_id != user.id or message.forward_origin or message.via_bot:
            return own(FOREIGN_CONTACT)
        phone = contact.phone_number[:32]
        try:
            account = await self._backend.contact(SOURCE, str(user.id), phone)
        except Refusal as refusal:
            return own(refusal.message)
        return self._linked(user, account)

    def _linked(self, user: User, account: Account) -> Own:
        self._accounts.learn(user, account)
        return own(account.message) if account.message else SILENCE

    async def _file(self, user: User, file: Document | PhotoSize, claim: Claim) -> ToRasa | Own:
        try:
            fetched = await fetch(self._bot, file, self._max_bytes)
        except FileTooBig:
            return own(file_too_big(self._max_bytes))
        except BadRequest:
            return own(FILE_NOT_FETCHED)
        except TelegramError as error:
            if claim.attempts >= FETCHES:
                return own(FILE_NOT_FETCHED)
            raise Held.briefly("file could not be fetched") from error
        if not fetched.content:
            return own(EMPTY_FILE)
        account = await self._accounts.of(user)
        try:
            stored = await self._backend.store(
                account.conversation_id, fetched.name, fetched.mime, fetched.content, claim.event_id
            )
        except Refusal as refusal:
            return own(refusal.message)
        return ToRasa(account.conversation_id, handles.document_message(stored))

    async def _press(self, query: CallbackQuery) -> ToRasa | Own:
        """A handle means something only in the conversation it was made for."""
        if query.from_user.is_bot:
            return SILENCE
        account = await self._accounts.of(query.from_user)
        async with self._database.read() as session:
            message = await handles.message_of(session, account.conversation_id, query.data or "")
        if message is None:
            return Own((plain(UNKNOWN_BUTTON),))
        return ToRasa(account.conversation_id, message)


def parse(body: dict[str, Any], bot: Bot) -> Update:
    """The library parses strictly; what it cannot read stays in the inbox as dead."""
    try:
        return Update.de_json(body, bot)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise Hopeless(f"unreadable update: {type(error).__name__}") from error


def _from_a_person(message: Message) -> bool:
    user = message.from_user
    return user is not None and not user.is_bot and not message.sender_chat and not message.via_bot


def _sender(message: Message) -> User:
    if message.from_user is None:
        raise Hopeless("message without a sender")
    return message.from_user
