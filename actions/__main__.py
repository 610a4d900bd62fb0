"""Serve the actions: `python -m actions`. Listens on 127.0.0.1 only."""

import logging

import uvicorn

from actions.server import create_app
from actions.settings import read_settings


def main() -> None:
    logging.basicConfig(level=logging.WARNING)
    settings = read_settings()
    uvicorn.run(
        create_app(settings),
        host="127.0.0.1",
        port=settings.actions_port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=10,
    )


if __name__ == "__main__":
    main()
