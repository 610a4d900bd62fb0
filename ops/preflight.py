"""Looked at before anything starts; each problem is one sentence that says what to do."""

import fcntl
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ops.environment import PORTS, Environment
from ops.prepare import GIB

RUN_GIB = 2


class CannotStart(Exception):
    """Carries the Indonesian sentence that is shown to the person who typed `make run`."""


def check(environment: Environment) -> None:
    _check_disk(environment.data_dir)
    for name in PORTS:
        _check_port(name, _port(name, environment))


def _check_disk(data_dir: Path) -> None:
    free = shutil.disk_usage(data_dir).free
    if free < RUN_GIB * GIB:
        raise CannotStart(
            f"Ruang disk untuk {data_dir} tinggal {free / GIB:.1f} GB; paling sedikit {RUN_GIB} GB"
            " diperlukan. Kosongkan sebagian disk, atau arahkan SAPA_DATA_DIR ke disk lain."
        )


def _port(name: str, environment: Environment) -> int:
    try:
        port = environment.port(name)
    except ValueError:
        port = 0
    if not 0 < port < 65536:
        raise CannotStart(f"SAPA_{name.upper()}_PORT harus berupa angka dari 1 sampai 65535.")
    return port


def _check_port(name: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CannotStart(
                f"Port {port} untuk {name} sedang dipakai program lain. Tutup program itu, atau"
                f" pilih port lain, misalnya: SAPA_{name.upper()}_PORT={port + 10} make run"
            ) from error


@contextmanager
def only_instance(data_dir: Path) -> Iterator[None]:
    """Two systems on one data folder would work on the same files; the second one is refused."""
    with (data_dir / "run.lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            raise CannotStart(
                f"SAPA ASN sudah berjalan pada {data_dir} (proses {file.read().strip() or '?'})."
                " Hentikan dahulu dengan Ctrl-C di terminalnya, atau pakai folder data lain:"
                " SAPA_DATA_DIR=/folder/lain make run"
            ) from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
