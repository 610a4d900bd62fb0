"""Shows a neutral message in a Telegram chat. Raises TelegramError, Held, Outage or Refusal."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
)
from telegram import Message as Shown
from telegram.constants import ParseMode
from telegram.error import BadRequest, RetryAfter

from bot import handles
from bot.backend import Backend
from bot.database import Database
from bot.messages import Message
from bot.metrics import Metrics
from bot.telegram.outcomes import already_so, bad_markup, classify
from bot.telegram.pace import Pace
from bot.telegram.rendering import MAX_CAPTION, as_html, as_plain, keyboard, parts, utf16

log = logging.getLogger(__name__)
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Sender:
    def __init__(self, bot: Bot, database: Database, backend: Backend, metrics: Metrics) -> None:
        self._bot = bot
        self._database = database
        self._backend = backend
        self._metrics = metrics
        self._pace = Pace()

    async def show(
        self, chat: int, conversation_id: str, message: Message, now: datetime
    ) -> list[int]:
        """Ids of the messages this became: parts of the text, then the document."""
        document = None
        if message.document is not None:
            content = await self._backend.document(conversation_id, message.document.id)
            document = InputFile(content.body, filename=message.document.name)
        async with self._database.write() as session:
            choices = handles.issue(session, conversation_id, message.choices, now)
        buttons = keyboard(choices)
        texts = parts(message.text)
        if document is None:
            return await self._texts(chat, texts, buttons)
        if len(texts) == 1 and utf16(texts[0]) <= MAX_CAPTION:
            return [await self._document(chat, document, texts[0], buttons)]
        sent = await self._texts(chat, texts, buttons)
        return [*sent, await self._document(chat, document, "", None)]

    async def remove_keyboard(self, chat: int, message_id: int) -> None:
        try:
            await self._bot.edit_message_reply_markup(
                chat_id=chat, message_id=message_id, reply_markup=None
            )
        except BadRequest as error:
            if not already_so(error):
                raise

    async def _texts(
        self, chat: int, texts: list[str], buttons: InlineKeyboardMarkup | None
    ) -> list[int]:
        sent = []
        for number, text in enumerate(texts, start=1):
            markup = buttons if number == len(texts) else None
            sent.append(await self._text(chat, text, markup))
        return sent

    async def _text(self, chat: int, text: str, markup: InlineKeyboardMarkup | None) -> int:
        async def send(body: str, mode: ParseMode | None) -> Shown:
            return await self._bot.send_message(
                chat, body, parse_mode=mode, reply_markup=markup, link_preview_options=NO_PREVIEW
            )

        return await self._marked_up(chat, text, send)

    async def _document(
        self, chat: int, document: InputFile, caption: str, markup: InlineKeyboardMarkup | None
    ) -> int:
        async def send(body: str, mode: ParseMode | None) -> Shown:
            return await self._bot.send_document(
                chat, document, caption=body or None, parse_mode=mode, reply_markup=markup
            )

        return await self._marked_up(chat, caption, send)

    async def _marked_up(
        self, chat: int, text: str, send: Callable[[str, ParseMode | None], Awaitable[Shown]]
    ) -> int:
        """With bold words; without, if Telegram cannot read our markup (a bug, so it is loud)."""
        await self._pace.wait(chat)
        try:
            try:
                shown = await send(as_html(text), ParseMode.HTML if text else None)
            except BadRequest as error:
                if not bad_markup(error):
                    raise
                self._metrics.alerts.labels("telegram_markup").inc()
                log.error("Telegram refused our markup, sent as plain text")
                shown = await send(as_plain(text), None)
        except RetryAfter as error:
            self._pace.refused(chat, classify(error).after_seconds)
            raise
        return shown.message_id
