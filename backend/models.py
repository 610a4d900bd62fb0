"""All tables, so that Alembic and tests see the whole metadata by one import."""

from backend.admin import models as admin
from backend.approvals import models as approvals
from backend.audit import models as audit
from backend.core import models as core
from backend.core.database import Base
from backend.documents import models as documents
from backend.drafts import models as drafts
from backend.employees import models as employees
from backend.ledger import models as ledger
from backend.notifications import models as notifications
from backend.requests import models as requests

metadata = Base.metadata

__all__ = [
    "admin",
    "approvals",
    "audit",
    "core",
    "documents",
    "drafts",
    "employees",
    "ledger",
    "metadata",
    "notifications",
    "requests",
]
