"""The moment at which all tests happen."""

from datetime import datetime
from zoneinfo import ZoneInfo

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
"""Wednesday 25 November 2026, 08:00 WIB."""
