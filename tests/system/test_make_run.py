"""`make run` as a person sees it: it says what it does, refuses a second one, ends clean."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ops.child import answers
from ops.prepare import ROOT
from tests.support.postgres import free_port

READY_SECONDS = 180


def environment_for(folder: Path) -> dict[str, str]:
    (folder / "models").symlink_to(ROOT / "var" / "models")
    ports = {f"SAPA_{n}_PORT": str(free_port()) for n in ("BOT", "BACKEND", "ACTIONS", "RASA")}
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("SAPA_")}
    return {**inherited, **ports, "SAPA_DATA_DIR": str(folder)}


def children_of(pid: int) -> list[int]:
    """Processes whose parent is `pid`."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[1]) == pid:
            found.append(int(stat.parent.name))
    return found


@pytest.mark.timeout(300)
def test_it_starts_says_where_refuses_a_second_one_and_leaves_nothing_behind(
    tmp_path: Path,
) -> None:
    (ROOT / "var" / "models").mkdir(parents=True, exist_ok=True)
    environment = environment_for(tmp_path)
    command = [sys.executable, "-m", "ops.run"]
    output = tmp_path / "output"
    with output.open("w") as file:
        run = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=file, stderr=file)
        try:
            until = time.monotonic() + READY_SECONDS
            while "Ctrl-C" not in output.read_text():
                assert run.poll() is None, output.read_text()
                assert time.monotonic() < until, output.read_text()
                time.sleep(0.2)
            children = children_of(run.pid)
            chat = f"http://127.0.0.1:{environment['SAPA_BOT_PORT']}/chat"
            assert answers(chat)
            second = subprocess.run(
                command,
                cwd=ROOT,
                env=environment,
                check=False,
                capture_output=True,
                text=True,
                timeout=30,
            )
        finally:
            run.send_signal(signal.SIGINT)
            code = run.wait(60)
    shown = output.read_text()
    assert chat in shown
    assert "Rina Marlina" in shown
    assert second.returncode == 1
    assert "sudah berjalan" in second.stdout
    assert code == 0
    assert len(children) == 5
    assert [pid for pid in children if Path(f"/proc/{pid}").exists()] == []
