"""A system of its own for tests that kill, so that others keep theirs undisturbed."""

from collections.abc import Iterator

import pytest

from tests.support.system import System, running_system


@pytest.fixture(scope="package")
def killable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    with running_system(tmp_path_factory.mktemp("sapa-killable")) as running:
        yield running
