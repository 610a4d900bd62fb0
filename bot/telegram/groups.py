"""Groups are no place for personnel matters: one line, and out."""

import logging
from contextlib import suppress

from telegram import Bot
from telegram.error import TelegramError

from bot.telegram.outcomes import classify
from bot.texts import PRIVATE_ONLY

log = logging.getLogger(__name__)


async def leave(bot: Bot, chat: int) -> None:
    """Best effort: whoever cannot speak in the group can still leave it, and leaving again when
    written to again is all that a failure costs."""
    with suppress(TelegramError):
        await bot.send_message(chat, PRIVATE_ONLY)
    try:
        await bot.leave_chat(chat)
    except TelegramError as error:
        log.warning("could not leave a group: %s", classify(error).error)
