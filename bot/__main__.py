"""`python -m bot`: serves on 127.0.0.1:SAPA_BOT_PORT."""

import uvicorn

from bot.app import create_app
from bot.logs import configure_logging
from bot.settings import read_settings

BACKLOG = 512
GOODBYE_SECONDS = 3


def main() -> None:
    configure_logging()
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
