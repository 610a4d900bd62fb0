"""A real Chromium, and a system whose people start the walk afresh."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.system import System, running_system

SIZES = {"ponsel": (390, 844), "layar": (1280, 800)}


@pytest.fixture(scope="package")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    with running_system(tmp_path_factory.mktemp("sapa-e2e")) as running:
        yield running


@pytest.fixture(params=SIZES)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of its own at the size of a phone and of a desk; any script error fails the test."""
    width, height = SIZES[request.param]
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="id-ID", timezone_id="Asia/Jakarta"
    )
    context.set_default_timeout(30_000)
    expect.set_options(timeout=30_000)
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    yield opened
    context.close()
    assert errors == []


class Camera:
    """Keeps pictures only when `make screenshots` asks for them."""

    def __init__(self, size: str) -> None:
        folder = os.environ.get("SAPA_SCREENSHOTS")
        self._folder = Path(folder) if folder else None
        self._size = size

    def take(self, page: Page, name: str) -> None:
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=self._folder / f"{name}-{self._size}.png")

    def develop(self, pdf: Path, name: str) -> None:
        """The first page of a PDF as a picture (needs poppler's pdftoppm)."""
        if self._folder is not None:
            command = ["pdftoppm", "-png", "-r", "90", "-singlefile", pdf, self._folder / name]
            subprocess.run(command, check=True, timeout=30)


@pytest.fixture
def camera(request: pytest.FixtureRequest) -> Camera:
    return Camera(request.node.callspec.params["page"])
