"""The bot as an ASGI application: doors, parts, and their life."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta

import httpx
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from bot import deliveries, health, texts
from bot.backend import Backend
from bot.bell import Bell
from bot.broom import SWEEP_SECONDS, sweep
from bot.channels import Channel
from bot.clock import clock_from
from bot.database import Database
from bot.errors import Outage, Refusal
from bot.inbox import Limits
from bot.lanes import Lanes
from bot.loops import forever
from bot.metrics import Metrics
from bot.migrate import migrate
from bot.parts import Parts
from bot.rasa import Rasa
from bot.settings import Settings
from bot.shields import BodyLimit, SecurityHeaders
from bot.single import only_process
from bot.telegram import webhook
from bot.telegram.gateway import Telegram
from bot.turns import Turns
from bot.webchat import endpoints
from bot.webchat.channel import WebChannel
from bot.webchat.desk import Desk
from bot.webchat.presence import Presence

FILE_BODY = 30_000_000
"""A file above the limit of the backend still gets a proper answer; above this the door shuts."""


def create_app(settings: Settings) -> FastAPI:
    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        async with running(settings) as parts:
            app.state.parts = parts
            yield

    app = FastAPI(title="SAPA ASN: bot", lifespan=life, docs_url=None, redoc_url=None)
    app.add_middleware(BodyLimit, file_bytes=FILE_BODY)
    app.add_middleware(SecurityHeaders)
    for router in (endpoints.router, deliveries.router, health.router, webhook.router):
        app.include_router(router)
    app.mount("/web/static", StaticFiles(directory=endpoints.WEB / "static"))
    _speak_indonesian(app)
    return app


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Parts]:
    """Makes the parts, starts them, and stops them in the opposite order."""
    async with AsyncExitStack() as stack:
        if not settings.database_url:
            stack.enter_context(only_process(settings.data_dir))
        database = Database(settings.database)
        stack.push_async_callback(database.dispose)
        await migrate(database)
        parts, limits = await _assemble(settings, database, stack)
        await parts.lanes.start()
        stack.push_async_callback(parts.lanes.stop)
        if parts.telegram is not None:
            await parts.telegram.start(parts.lanes, limits)
            stack.push_async_callback(parts.telegram.stop)

        async def clean() -> None:
            await sweep(database, parts.clock)

        broom = asyncio.create_task(forever("broom", SWEEP_SECONDS, clean, parts.metrics))
        stack.callback(broom.cancel)
        yield parts


async def _assemble(
    settings: Settings, database: Database, stack: AsyncExitStack
) -> tuple[Parts, Limits]:
    clock, metrics, bell = clock_from(settings), Metrics(), Bell()
    service = {"Authorization": f"Bearer {settings.service_token.get_secret_value()}"}
    to_backend = await stack.enter_async_context(_http(settings.backend_base_url, service))
    to_rasa = await stack.enter_async_context(_http(settings.rasa_base_url, {}))
    backend = Backend(to_backend)
    rasa = Rasa(to_rasa, settings.turn_seconds, settings.rasa_token.get_secret_value())
    web = WebChannel(database, clock, bell)
    channels: dict[str, Channel] = {"web": web}
    telegram = None
    if settings.telegram_on:
        telegram = Telegram(settings, database, clock, metrics, backend)
        channels["telegram"] = telegram.channel
        stack.push_async_callback(telegram.close)
    patience = timedelta(hours=settings.outage_hours)
    turns = Turns(
        database=database,
        clock=clock,
        metrics=metrics,
        rasa=rasa,
        channels=channels,
        patience=patience,
    )
    lanes = Lanes(database, clock, metrics, turns.work)
    limits = Limits(settings.rate_per_minute, settings.backlog)
    web_limits = Limits(0 if settings.demo else limits.per_minute, limits.backlog)
    desk = Desk(
        database=database,
        clock=clock,
        bell=bell,
        lanes=lanes,
        backend=backend,
        metrics=metrics,
        limits=web_limits,
        max_bytes=settings.upload_max_bytes,
    )
    parts = Parts(
        settings=settings,
        clock=clock,
        database=database,
        metrics=metrics,
        bell=bell,
        rasa=rasa,
        backend=backend,
        lanes=lanes,
        web=web,
        desk=desk,
        presence=Presence(backend),
        telegram=telegram,
    )
    return parts, limits


def _http(base_url: str, headers: dict[str, str]) -> httpx.AsyncClient:
    limits = httpx.Limits(max_connections=100, max_keepalive_connections=50)
    return httpx.AsyncClient(
        base_url=base_url,
        headers=headers,
        limits=limits,
        timeout=httpx.Timeout(10, connect=3),
        trust_env=False,
    )


def _speak_indonesian(app: FastAPI) -> None:
    """Every refusal is {"code", "message", "detail"} with a sentence that may be shown."""

    @app.exception_handler(Refusal)
    async def refusal(_: Request, error: Refusal) -> JSONResponse:
        return _problem(error.status, error.code, error.message)

    @app.exception_handler(Outage)
    async def outage(_: Request, error: Outage) -> JSONResponse:
        return _problem(503, "gangguan", texts.TRY_LATER)

    @app.exception_handler(SQLAlchemyError)
    async def database_down(request: Request, error: SQLAlchemyError) -> JSONResponse:
        request.app.state.parts.metrics.alerts.labels("database").inc()
        return _problem(503, "gangguan", texts.TRY_LATER)

    @app.exception_handler(RequestValidationError)
    async def unreadable(_: Request, error: RequestValidationError) -> JSONResponse:
        return _problem(422, "tidak_sah", texts.BODY_UNREADABLE)

    @app.exception_handler(HTTPException)
    async def http_error(_: Request, error: HTTPException) -> JSONResponse:
        said = {413: texts.BODY_TOO_BIG, 404: texts.NOT_FOUND, 400: texts.BODY_UNREADABLE}
        message = said.get(error.status_code, texts.NOT_ALLOWED)
        return _problem(error.status_code, f"http_{error.status_code}", message)

    @app.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> JSONResponse:
        request.app.state.parts.metrics.alerts.labels("http").inc()
        return _problem(500, "kesalahan", texts.TRY_LATER)


def _problem(status: int, code: str, message: str) -> JSONResponse:
    return JSONResponse({"code": code, "message": message, "detail": {}}, status_code=status)
