"""One running process: its own group, its own log, never outliving the one who started it."""

import ctypes
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from ops.environment import Environment
from ops.prepare import ROOT
from ops.processes import Program

LOG_LIMIT = 10_000_000  # bytes; a longer log is put aside at the next start
ALIVE_SECONDS = 1.0  # a program without a readiness address counts as ready after this
PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


def _die_with_parent() -> None:
    """Runs in the child before exec. Only Linux knows this; elsewhere groups are all we have."""
    if hasattr(_libc, "prctl"):
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Child:
    """Start, readiness, end of one `Program`."""

    def __init__(self, program: Program, environment: Environment) -> None:
        self.program = program
        self.name = program.name
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None
        self.started_at = 0.0

    @property
    def log(self) -> Path:
        return self._environment.log_dir / f"{self.name}.log"

    @property
    def pid(self) -> int:
        if self._process is None:
            raise RuntimeError(f"{self.name} has not been started")
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs; negative when a signal ended it."""
        return self._process.poll() if self._process else None

    def start(self) -> None:
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(
                self.program.command,
                cwd=ROOT,
                env=dict(self._environment.variables),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for the supervisor, who stops in order
                preexec_fn=_die_with_parent,  # noqa: PLW1509  # only calls prctl
            )
        self.started_at = time.monotonic()

    def is_ready(self) -> bool:
        if self.exit_code is not None:
            return False
        if self.program.ready_url is None:
            return time.monotonic() - self.started_at > ALIVE_SECONDS
        return answers(self.program.ready_url)

    def signal(self, number: signal.Signals) -> None:
        """To the whole group, so that nothing it started stays behind."""
        if self._process is not None:
            try:
                os.killpg(self._process.pid, number)
            except ProcessLookupError:
                return

    def stop(self, seconds: float) -> None:
        """Asks politely, waits up to `seconds`, then ends it."""
        if self._process is None:
            return
        self.signal(signal.SIGTERM)
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
        self.signal(signal.SIGKILL)  # whatever of the group did not follow its leader

    def kill(self) -> None:
        """`kill -9`, and back only when it is gone."""
        self.signal(signal.SIGKILL)
        if self._process is not None:
            self._process.wait()

    def tail(self, lines: int = 15) -> str:
        if not self.log.exists():
            return ""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def answers(url: str, timeout: float = 2.0) -> bool:
    """Whether a GET on this loopback address answers 200."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=timeout) as response:
            return int(response.status) == 200
    except (OSError, urllib.error.URLError, ValueError):
        return False
