"""Random identifiers. Use cases that need reproducible ids take them as arguments."""

import secrets
import uuid


def new_id() -> str:
    """32 hex characters, sortable enough for nobody: order is kept by time columns."""
    return uuid.uuid4().hex


def new_handle() -> str:
    """128 random bits as 22 url-safe characters."""
    return secrets.token_urlsafe(16)
