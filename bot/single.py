"""On SQLite there is one bot process: a lock that the kernel lets go when its holder dies."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AlreadyRunning(Exception):
    """Another bot works on the same data folder."""


@contextmanager
def only_process(data_dir: Path) -> Iterator[None]:
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / "bot.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyRunning(
                f"Bot lain sudah memakai folder {data_dir}. Hentikan dahulu, atau pilih"
                " SAPA_DATA_DIR yang lain."
            ) from error
        yield
