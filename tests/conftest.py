"""What every test may ask for. Tests in `nlu/rasa` run in the other environment (`make test`)."""

from collections.abc import Generator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.support.system import System

pytest_plugins = ["tests.support.databases", "tests.support.system"]
collect_ignore = ["nlu/rasa"]

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.fixture
def now() -> datetime:
    """Wednesday 25 November 2026, 08:00 WIB: the day on which all tests happen."""
    return NOW


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failed test that used a running system shows the ends of that system's logs."""
    report = yield
    if report.failed:
        for value in getattr(item, "funcargs", {}).values():
            if isinstance(value, System):
                report.sections.append(("logs of the system", value.tails()))
    return report
