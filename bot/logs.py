"""Logs of the bot: lines on stderr, without personal data."""

import logging
import traceback
from types import TracebackType

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Places(logging.Formatter):
    """Shows of an exception its type and the places it passed through. Its message, and those of
    its causes, may quote what a person wrote, or a token."""

    def formatException(self, ei: Raised) -> str:  # noqa: N802  # the name is the library's
        error = ei[1]
        if error is None:
            return ""
        places = "".join(traceback.format_tb(error.__traceback__)).rstrip()
        return f"{places}\n{type(error).__module__}.{type(error).__qualname__}"


def configure_logging() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(Places(FORMAT))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    for talkative in ("httpx", "httpcore", "telegram", "alembic"):
        # httpx logs whole addresses at INFO, and Telegram's hold the token.
        logging.getLogger(talkative).setLevel(logging.WARNING)
