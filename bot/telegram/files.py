"""Fetches a file a person sent. Its link holds the bot's token: it is used here and never shown."""

from dataclasses import dataclass

from telegram import Bot, Document, PhotoSize
from telegram.error import BadRequest

from bot.guard import strip_invisible


class FileTooBig(Exception):
    """More bytes than we take, or than Telegram lets bots fetch."""


@dataclass(frozen=True)
class Fetched:
    name: str
    mime: str
    content: bytes


async def fetch(bot: Bot, file: Document | PhotoSize, max_bytes: int) -> Fetched:
    """Looks at the size before anything moves. Raises FileTooBig or TelegramError."""
    if (file.file_size or 0) > max_bytes:
        raise FileTooBig
    try:
        remote = await bot.get_file(file.file_id)
    except BadRequest as error:
        if "too big" in str(error).lower():
            raise FileTooBig from error
        raise
    if (remote.file_size or 0) > max_bytes:
        raise FileTooBig
    content = bytes(await remote.download_as_bytearray())
    if len(content) > max_bytes:
        raise FileTooBig
    if isinstance(file, Document):
        name = strip_invisible(file.file_name or "berkas")[:100]
        return Fetched(name, file.mime_type or "application/octet-stream", content)
    return Fetched("foto.jpg", "image/jpeg", content)
