"""What the processes are told: their environment variables, made once per run."""

import json
import os
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ops.prepare import ROOT

PORTS = {"bot": 8000, "backend": 8001, "actions": 5055, "rasa": 5005}
SECRETS = ("SAPA_SERVICE_TOKEN", "SAPA_TOKEN_SECRET", "SAPA_ADMIN_PASSWORD")


@dataclass(frozen=True)
class Environment:
    """Variables for every child, with the few values the supervisor itself needs."""

    variables: Mapping[str, str]

    @property
    def data_dir(self) -> Path:
        return Path(self.variables["SAPA_DATA_DIR"])

    @property
    def demo(self) -> bool:
        return self.variables["SAPA_ENV"] == "demo"

    @property
    def log_dir(self) -> Path:
        return self.data_dir / "log"

    def port(self, process: str) -> int:
        return int(self.variables[f"SAPA_{process.upper()}_PORT"])

    def url(self, process: str) -> str:
        return f"http://127.0.0.1:{self.port(process)}"


def make_environment(given: Mapping[str, str] = os.environ, root: Path = ROOT) -> Environment:
    """`given` wins over the file `.env`, which wins over the defaults. Makes the data folder."""
    told = {k: v for k, v in given.items() if v or not k.startswith("SAPA_")}  # empty is unset
    variables = {**_read_env_file(root / ".env"), **told}
    variables.setdefault("SAPA_ENV", "demo")
    data_dir = Path(variables.get("SAPA_DATA_DIR") or "var")
    data_dir = data_dir if data_dir.is_absolute() else root / data_dir
    (data_dir / "log").mkdir(parents=True, exist_ok=True)
    variables["SAPA_DATA_DIR"] = str(data_dir)
    for process, port in PORTS.items():
        variables.setdefault(f"SAPA_{process.upper()}_PORT", str(port))
    if variables.get("SAPA_NOW"):
        # All processes, and those restarted later, count from the same moment.
        variables.setdefault("SAPA_CLOCK_ANCHOR", repr(time.time()))
    if variables["SAPA_ENV"] == "demo":
        for name, value in _kept_secrets(data_dir / "rahasia.json").items():
            variables.setdefault(name, value)
    variables["PYTHONUNBUFFERED"] = "1"
    # Rasa compiles 18 seconds' worth of modules at every start that may not keep the result.
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    return Environment(variables)


def _kept_secrets(path: Path) -> dict[str, str]:
    """Random secrets of the demonstration, the same at every start; readable by the owner only."""
    kept: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    if set(SECRETS) <= set(kept):
        return kept
    kept = {name: kept.get(name) or secrets.token_urlsafe(24) for name in SECRETS}
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(kept, file, indent=1)
    return kept


def _read_env_file(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    lines = (line.strip() for line in path.read_text().splitlines())
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    values = {name.strip(): value.strip().strip("\"'") for name, _, value in pairs}
    return {name: value for name, value in values.items() if value}
