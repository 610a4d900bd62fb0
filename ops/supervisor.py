"""Starts all processes, watches them, starts again what falls, stops everything in order."""

import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ops.child import Child
from ops.environment import Environment
from ops.preflight import CannotStart
from ops.prepare import ROOT
from ops.processes import Program, migrate_command, programs, seed_command, train_command

READY_SECONDS = 120
STOP_SECONDS = 10
STEP_SECONDS = 300  # training, the longest step, takes about one minute
POLL_SECONDS = 0.1
LONGEST_PAUSE = 30.0
STEADY_SECONDS = 60.0  # after so long a life a fall counts as the first again

Say = Callable[[str], None]


@dataclass
class Fall:
    """How often a process fell in a row, and when it may start again (monotonic seconds)."""

    count: int = 0
    restart_at: float | None = None


class Supervisor:
    """The whole system on one machine. `say` receives progress in Indonesian."""

    def __init__(
        self,
        environment: Environment,
        say: Say = print,
        table: Sequence[Program] | None = None,
    ) -> None:
        self.environment = environment
        started = programs(environment) if table is None else table
        self.children = {p.name: Child(p, environment) for p in started}
        self._falls = {name: Fall() for name in self.children}
        self._say = say

    def start(self) -> None:
        """Trains if stale, migrates, seeds the demonstration, starts all, waits until ready."""
        self.step("Memeriksa model bahasa, dan melatihnya bila berubah", train_command())
        self.children["rasa"].start()  # needs longest; the rest is made ready meanwhile
        self.step("Menyiapkan basis data", migrate_command())
        if self.environment.demo:
            self.step("Mengisi data demonstrasi", seed_command())
        for child in self.children.values():
            if child.name != "rasa":
                child.start()
        self.wait_ready(*self.children)

    def step(self, title: str, command: tuple[str, ...]) -> None:
        """One preparation that must end well before anything is started."""
        self._say(f"• {title} …")
        started = time.monotonic()
        log = self.environment.log_dir / "persiapan.log"
        with log.open("ab") as output:
            done = subprocess.run(
                command,
                cwd=ROOT,
                env=dict(self.environment.variables),
                stdout=output,
                stderr=subprocess.STDOUT,
                timeout=STEP_SECONDS,
                check=False,
            )
        if done.returncode != 0:
            tail = "\n".join(log.read_text(errors="replace").splitlines()[-20:])
            raise CannotStart(f"{title} gagal. Catatan terakhir ({log}):\n{tail}")
        self._say(f"✓ {title} ({time.monotonic() - started:.1f} detik)")

    def wait_ready(self, *names: str) -> None:
        waiting = list(names)
        until = time.monotonic() + READY_SECONDS
        while waiting:
            for name in list(waiting):
                child = self.children[name]
                if child.is_ready():
                    waiting.remove(name)
                    self._say(f"✓ {name} siap ({time.monotonic() - child.started_at:.1f} detik)")
                elif child.exit_code is not None or time.monotonic() > until:
                    raise CannotStart(
                        f"{name} tidak dapat dijalankan. Catatan terakhir ({child.log}):\n"
                        + child.tail()
                    )
            time.sleep(POLL_SECONDS)

    def watch(self) -> None:
        """One look at all processes: what fell is started again, later each time, and loudly."""
        now = time.monotonic()
        for name, child in self.children.items():
            fall = self._falls[name]
            if fall.restart_at is not None:
                if now >= fall.restart_at:
                    fall.restart_at = None
                    child.start()
            elif child.exit_code is not None:
                steady = now - child.started_at > STEADY_SECONDS
                fall.count = 1 if steady else fall.count + 1
                pause = min(LONGEST_PAUSE, 0.5 * 2 ** (fall.count - 1))
                fall.restart_at = now + pause
                self._say(
                    f"✗ {name} berhenti sendiri (kode {child.exit_code}); dijalankan lagi dalam"
                    f" {pause:.1f} detik. Catatan: {child.log}"
                )

    def stop(self) -> None:
        """In the opposite order of starting, so that nobody calls one who is gone."""
        for child in reversed(self.children.values()):
            child.stop(STOP_SECONDS)
