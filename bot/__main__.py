"""`python -m bot`: serves on 127.0.0.1:SAPA_BOT_PORT."""

import logging

import uvicorn

from bot.app import create_app
from bot.settings import read_settings

BACKLOG = 512
GOODBYE_SECONDS = 3


def main() -> None:
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    for talkative in ("httpx", "httpcore", "telegram", "alembic"):
        # httpx logs whole addresses at INFO, and Telegram's hold the token.
        logging.getLogger(talkative).setLevel(logging.WARNING)
    settings = read_settings()
    uvicorn.run(
        create_app(settings),
        host="127.0.0.1",
        port=settings.bot_port,
        access_log=False,
        server_header=False,
        backlog=BACKLOG,
        timeout_graceful_shutdown=GOODBYE_SECONDS,
        log_config=None,
    )


main()
