"""What every test may ask for. Tests in `nlu/rasa` run in the other environment (`make test`)."""

from datetime import datetime

import pytest

from tests.support.times import NOW

pytest_plugins = ["tests.support.browser", "tests.support.databases", "tests.support.system"]
collect_ignore = ["nlu/rasa"]


@pytest.fixture
def now() -> datetime:
    """Wednesday 25 November 2026, 08:00 WIB: the day on which all tests happen."""
    return NOW
