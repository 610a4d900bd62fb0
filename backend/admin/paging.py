"""Cursor paging: a page begins after the last row seen, so new rows never shift it."""

import base64
import binascii
import json
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import InstrumentedAttribute

from backend.admin.errors import BadCursor
from backend.requests.models import Request


class Sort(StrEnum):
    NEWEST = "-submitted_at"
    OLDEST = "submitted_at"
    NUMBER = "number"
    NUMBER_DOWN = "-number"

    @property
    def down(self) -> bool:
        return self.value.startswith("-")

    @property
    def by_number(self) -> bool:
        return self.value.endswith("number")

    @property
    def column(self) -> InstrumentedAttribute[Any]:
        return Request.number if self.by_number else Request.submitted_at

    def order(self) -> Sequence[ColumnElement[Any]]:
        keys = (self.column, Request.id)
        return [key.desc() if self.down else key.asc() for key in keys]

    def cursor(self, last: Request) -> str:
        """Opaque to the caller."""
        value = last.number if self.by_number else last.submitted_at.isoformat()
        return base64.urlsafe_b64encode(json.dumps([value, last.id]).encode()).decode()

    def after(self, cursor: str) -> ColumnElement[bool]:
        """The rows after a cursor of this order. Raises BadCursor."""
        value, last_id = self._read(cursor)
        if self.down:
            further, tie = self.column < value, Request.id < last_id
        else:
            further, tie = self.column > value, Request.id > last_id
        return or_(further, and_(self.column == value, tie))

    def _read(self, cursor: str) -> tuple[str | datetime, str]:
        try:
            value, last_id = json.loads(base64.urlsafe_b64decode(cursor.encode()))
            if not isinstance(value, str) or not isinstance(last_id, str):
                raise BadCursor
            if self.by_number:
                return value, last_id
            moment = datetime.fromisoformat(value)
        except (binascii.Error, ValueError, TypeError) as error:
            raise BadCursor from error
        if moment.tzinfo is None:
            raise BadCursor
        return moment, last_id
