"""The action server: rasa-sdk's protocol, without its habit of answering with the tracker.

The SDK's own server echoes the whole request in the body of an error and listens on every network;
its executor is used, its HTTP door is not.
"""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from json import JSONDecodeError
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionNotFoundException

from actions.backend import Backend
from actions.catalogue import actions
from actions.settings import Settings

log = logging.getLogger(__name__)

BODY_LIMIT = 8_000_000  # bytes; a tracker of a long conversation is far below


def create_app(settings: Settings) -> FastAPI:
    """The application; its connection to the backend lives as long as its lifespan."""
    executor = ActionExecutor()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        backend = Backend.connect(settings)
        for action in actions(backend):
            executor.register_action(action)
        yield
        await backend.close()

    app = FastAPI(title="SAPA ASN actions", lifespan=lifespan, docs_url=None, openapi_url=None)

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/webhook")
    async def webhook(request: Request) -> Response:
        return await _run(executor, request)

    return app


async def _run(executor: ActionExecutor, request: Request) -> Response:
    if int(request.headers.get("content-length") or 0) > BODY_LIMIT:
        return _problem(413, "the request is too large")
    try:
        call: dict[str, Any] = await request.json()
        # Rasa 3.6 leaves the domain out for actions that do not need it; the SDK insists on one.
        result = await executor.run({"domain": {}, **call})
    except ActionNotFoundException as error:
        return _problem(404, "no such action", error.action_name)
    except (JSONDecodeError, UnicodeDecodeError, AttributeError, KeyError, TypeError) as error:
        log.error("unreadable request: %s", type(error).__name__)
        return _problem(400, "the request is not an action call")
    if result is None:
        return _problem(400, "the request names no action")
    return JSONResponse(result.model_dump())


def _problem(status: int, error: str, action: str = "") -> JSONResponse:
    return JSONResponse({"error": error, "action_name": action}, status_code=status)
