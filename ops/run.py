"""`make run`: the whole system in the foreground until Ctrl-C or SIGTERM."""

import signal
import sys
import time
from types import FrameType

from rich.console import Console

from ops import welcome
from ops.environment import make_environment
from ops.preflight import CannotStart, check, only_instance
from ops.supervisor import Supervisor


class Stop(BaseException):
    """Raised by the signals that end the run, wherever it is; not an error to be handled."""


def _stop(_number: int, _frame: FrameType | None) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # once is enough; stopping must not be cut short
    raise Stop


def run(console: Console) -> int:
    """Exit code 0 after a wanted stop, 1 when the system could not start."""
    started = time.monotonic()
    environment = make_environment()
    with only_instance(environment.data_dir):
        check(environment)
        supervisor = Supervisor(environment, lambda line: console.print(line, markup=False))
        try:
            supervisor.start()
            welcome.show(environment, console, time.monotonic() - started)
            while True:
                supervisor.watch()
                time.sleep(0.5)
        except Stop:
            console.print("\nMenghentikan semua proses …")
        finally:
            supervisor.stop()
    console.print("Semua proses sudah berhenti. Sampai jumpa.")
    return 0


def main() -> int:
    console = Console(highlight=False)
    signal.signal(signal.SIGINT, _stop)
    signal.signal(signal.SIGTERM, _stop)
    try:
        return run(console)
    except CannotStart as problem:
        console.print(f"✗ {problem}", markup=False, style="red")
        return 1
    except Stop:
        return 0


if __name__ == "__main__":
    sys.exit(main())
