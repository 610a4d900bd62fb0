"""The supervisor with small real programs: what falls is started again, nothing is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ops.child import Child
from ops.environment import Environment, make_environment
from ops.preflight import CannotStart
from ops.prepare import ROOT
from ops.processes import Program
from ops.supervisor import Supervisor
from tests.support.postgres import free_port

# Answers every GET with 200; with a helper of its own in the same group.
SERVER = """
import subprocess, sys, http.server
class Ok(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
helper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print("helper", helper.pid, flush=True)
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Ok).serve_forever()
"""


def python(code: str, *arguments: str, url: str | None = None) -> Program:
    return Program("contoh", (sys.executable, "-c", code, *arguments), url)


def server() -> Program:
    port = free_port()
    return python(SERVER, str(port), url=f"http://127.0.0.1:{port}/")


def until(condition: Callable[[], bool], seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def helper_of(child: Child) -> int:
    until(lambda: "helper" in child.tail())
    return int(child.tail().split("helper")[-1])


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    return make_environment(dict(os.environ), tmp_path)


def test_a_fallen_process_is_started_again_and_it_is_said_aloud(environment: Environment) -> None:
    said: list[str] = []
    supervisor = Supervisor(environment, said.append, [server()])
    child = supervisor.children["contoh"]
    child.start()
    try:
        supervisor.wait_ready("contoh")
        first = child.pid
        os.kill(first, signal.SIGKILL)
        until(lambda: (supervisor.watch(), child.pid != first and child.is_ready())[1])
    finally:
        supervisor.stop()
    assert any("contoh berhenti sendiri (kode -9)" in line for line in said)


def test_one_that_falls_again_and_again_is_started_ever_later(environment: Environment) -> None:
    said: list[str] = []
    supervisor = Supervisor(environment, said.append, [python("raise SystemExit(3)")])
    supervisor.children["contoh"].start()
    until(lambda: (supervisor.watch(), len(said) >= 3)[1])
    supervisor.stop()
    pauses = [line.split("dalam ")[1].split(" detik")[0] for line in said]
    assert pauses[:3] == ["0.5", "1.0", "2.0"]


def test_stopping_takes_the_whole_group_along(environment: Environment) -> None:
    child = Child(server(), environment)
    child.start()
    helper = helper_of(child)
    child.stop(5)
    assert child.exit_code == -signal.SIGTERM
    until(lambda: not alive(helper))


def test_one_that_ignores_the_polite_signal_is_ended_anyway(environment: Environment) -> None:
    deaf = "import signal,time; signal.signal(15, signal.SIG_IGN); print('x', flush=True)\n"
    child = Child(python(deaf + "time.sleep(600)"), environment)
    child.start()
    until(lambda: "x" in child.tail())
    child.stop(0.3)
    assert child.exit_code == -signal.SIGKILL


def test_one_that_cannot_start_is_shown_with_the_end_of_its_log(environment: Environment) -> None:
    broken = python("raise SystemExit('kunci tidak ada')", url="http://127.0.0.1:9/")
    supervisor = Supervisor(environment, lambda _line: None, [broken])
    supervisor.children["contoh"].start()
    with pytest.raises(CannotStart, match="kunci tidak ada"):
        supervisor.wait_ready("contoh")


def test_children_die_with_a_supervisor_that_is_killed(environment: Environment) -> None:
    code = (
        "import sys, time\nfrom ops.child import Child\nfrom ops.environment import Environment\n"
        "from ops.processes import Program\nimport os\n"
        "p = Program('contoh', (sys.executable, '-c', 'import time; time.sleep(600)'), None)\n"
        "c = Child(p, Environment(dict(os.environ))); c.start(); print(c.pid, flush=True)\n"
        "time.sleep(600)"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=dict(environment.variables),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert alive(child)
    parent.kill()
    parent.wait(10)
    parent.stdout.close()
    until(lambda: not alive(child))
