"""The backend's HTTP application: `python -m backend.api`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from fastapi import APIRouter, FastAPI

from backend import buttons
from backend.admin import endpoints as admin
from backend.approvals import endpoints as approvals
from backend.core import health
from backend.core.clock import clock_from
from backend.core.database import Database
from backend.core.logs import configure_logging
from backend.core.middleware import BodyLimit, Observed
from backend.core.problems import register_problem_handlers
from backend.core.settings import Settings, get_settings
from backend.documents import endpoints as documents
from backend.documents import verification
from backend.drafts import catalogue
from backend.drafts import endpoints as drafts
from backend.employees import endpoints as employees
from backend.requests import endpoints as requests

ROUTERS: tuple[APIRouter, ...] = (
    health.router,
    employees.router,
    drafts.router,
    catalogue.router,
    requests.router,
    approvals.router,
    buttons.router,
    documents.router,
    verification.router,
    *admin.ROUTERS,
)

BODY_LIMIT = 256 * 1024
MULTIPART_OVERHEAD = 64 * 1024


def create_app(settings: Settings) -> FastAPI:
    """The application; its database and clock live as long as its lifespan."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        settings.files_dir.mkdir(parents=True, exist_ok=True)
        database = Database(settings.database)
        app.state.settings = settings
        app.state.clock = clock_from(settings)
        app.state.database = database
        yield
        await database.dispose()

    app = FastAPI(
        title="SAPA ASN", version="0.1.0", lifespan=lifespan, docs_url=None, redoc_url=None
    )
    uploads = settings.upload_max_bytes + MULTIPART_OVERHEAD
    app.add_middleware(BodyLimit, limit=BODY_LIMIT, larger={"/v1/documents": uploads})
    app.add_middleware(Observed)
    register_problem_handlers(app)
    for router in ROUTERS:
        app.include_router(router)
    return app


def main() -> None:
    settings = get_settings()
    configure_logging()
    uvicorn.run(
        create_app(settings),
        host="127.0.0.1",
        port=settings.backend_port,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=10,
    )


if __name__ == "__main__":
    main()
