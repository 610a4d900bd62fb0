"""The bot as a process of its own, to be killed."""

import os
import subprocess
import sys
import time
from pathlib import Path

import httpx

from tests.bot.neighbours import Neighbours
from tests.support.postgres import free_port

ROOT = Path(__file__).parent.parent.parent


class Program:
    """`python -m bot` with settings from the environment."""

    def __init__(self, beside: Neighbours, data_dir: Path, **more: str) -> None:
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("SAPA_")}
        self._environment = {
            **inherited,
            "SAPA_BOT_PORT": str(port),
            "SAPA_DATA_DIR": str(data_dir),
            "SAPA_RASA_URL": beside.url,
            "SAPA_BACKEND_URL": beside.url,
            "SAPA_SERVICE_TOKEN": beside.token,
            **more,
        }
        self._log = (data_dir / f"bot-{port}.log").open("ab")
        self.log_file = Path(self._log.name)

    def start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot"],
            cwd=ROOT,
            env=self._environment,
            stdout=self._log,
            stderr=self._log,
        )
        until = time.monotonic() + 30
        while not self._ready():
            assert self._process.poll() is None, self.log_file.read_text()
            assert time.monotonic() < until, self.log_file.read_text()
            time.sleep(0.05)

    def kill(self) -> None:
        """`kill -9`."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> int:
        self._process.terminate()
        return self._process.wait(15)

    def _ready(self) -> bool:
        try:
            return httpx.get(f"{self.url}/readyz", trust_env=False).status_code == 200
        except httpx.HTTPError:
            return False
