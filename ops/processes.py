"""The table of processes: what is started, in which order, and how it says that it is ready."""

from dataclasses import dataclass

from ops.environment import Environment
from ops.prepare import ROOT

MAIN_PYTHON = str(ROOT / ".venv" / "bin" / "python")
NLU_PYTHON = str(ROOT / "nlu" / ".venv" / "bin" / "python")


@dataclass(frozen=True)
class Program:
    """`ready_url` answers 200 once the program works; without one, staying alive is enough."""

    name: str
    command: tuple[str, ...]
    ready_url: str | None
    listens: bool = True


def train_command() -> tuple[str, ...]:
    return (NLU_PYTHON, "-m", "nlu.latih")


def migrate_command() -> tuple[str, ...]:
    return (MAIN_PYTHON, "-m", "backend", "migrate")


def seed_command() -> tuple[str, ...]:
    return (MAIN_PYTHON, "-m", "backend", "seed")


def programs(environment: Environment) -> tuple[Program, ...]:
    """In starting order: Rasa needs longest and nothing else. Stopped in the opposite order."""
    url = environment.url
    return (
        Program("rasa", (NLU_PYTHON, "-m", "nlu.layani"), f"{url('rasa')}/status"),
        Program("actions", (MAIN_PYTHON, "-m", "actions"), f"{url('actions')}/health"),
        Program("backend", (MAIN_PYTHON, "-m", "backend.api"), f"{url('backend')}/readyz"),
        Program("worker", (MAIN_PYTHON, "-m", "backend.worker"), None, listens=False),
        Program("bot", (MAIN_PYTHON, "-m", "bot"), f"{url('bot')}/readyz"),
    )
