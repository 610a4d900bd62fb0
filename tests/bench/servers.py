"""The two Rasa servers that are compared, and the action server both of them call."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ops.child import Child
from ops.environment import Environment, make_environment
from ops.prepare import ROOT
from ops.processes import NLU_PYTHON, Program
from tests.support.postgres import free_port

READY_SECONDS = 120
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "-1",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONPATH": str(ROOT),
}


def environment_in(folder: Path) -> Environment:
    folder.mkdir(parents=True)
    (folder / "models").symlink_to(ROOT / "var" / "models")
    ports = {f"SAPA_{n}_PORT": str(free_port()) for n in ("BOT", "BACKEND", "ACTIONS", "RASA")}
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("SAPA_")}
    return make_environment({**inherited, **QUIET, **ports, "SAPA_DATA_DIR": str(folder)})


@contextmanager
def running(program: Program, environment: Environment) -> Iterator[Child]:
    child = Child(program, environment)
    child.start()
    try:
        until = time.monotonic() + READY_SECONDS
        while not child.is_ready():
            if child.exit_code is not None or time.monotonic() > until:
                raise RuntimeError(f"{program.name} did not start:\n{child.tail(30)}")
            time.sleep(0.1)
        yield child
    finally:
        child.stop(10)


def actions(environment: Environment) -> Program:
    port = str(environment.port("actions"))
    command = (sys.executable, "-m", "tests.bench.action_stand_in", port)
    return Program("actions", command, f"{environment.url('actions')}/health")


def ours(environment: Environment) -> Program:
    return Program("rasa", (NLU_PYTHON, "-m", "nlu.layani"), f"{environment.url('rasa')}/status")


def stock(environment: Environment, model: Path) -> Program:
    """`rasa run` as its manual says: SQL tracker store, REST channel, the same model file."""
    endpoints = environment.data_dir / "endpoints.yml"
    endpoints.write_text(
        f"action_endpoint:\n  url: {environment.url('actions')}/webhook\n"
        f"tracker_store:\n  type: SQL\n  dialect: sqlite\n  db: {environment.data_dir}/stock.db\n"
    )
    credentials = environment.data_dir / "credentials.yml"
    credentials.write_text("rest:\n")
    command = (NLU_PYTHON, "-m", "rasa", "run", "--enable-api", "-m", str(model))
    command += ("-p", str(environment.port("rasa")), "-i", "127.0.0.1")
    command += ("--endpoints", str(endpoints), "--credentials", str(credentials))
    return Program("rasa-stock", command, f"{environment.url('rasa')}/status")


def newest_model() -> Path:
    models = (ROOT / "var" / "models").glob("sapa-*.tar.gz")
    return max(models, key=lambda path: path.stat().st_mtime)
