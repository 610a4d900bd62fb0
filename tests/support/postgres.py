"""A real PostgreSQL for the tests, started from the installed binaries and stopped with them."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

INSTALLED = "/usr/lib/postgresql"
START_SECONDS = 30


class PostgresMissing(RuntimeError):
    """No server binaries on this machine; the message says what to install."""


@dataclass(frozen=True)
class PostgresServer:
    """A running server that trusts its only user; `host:port` on the loopback."""

    port: int

    def dsn(self, database: str) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    def url(self, database: str) -> str:
        """The same as SQLAlchemy names it."""
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/{database}"

    def create(self, database: str, template: str = "template1") -> None:
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')

    def drop(self, database: str) -> None:
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{database}" WITH (FORCE)')

    def empty(self, database: str) -> None:
        """Deletes all rows and starts the sequences again; faster than TRUNCATE on small tables.

        The replica role switches triggers and foreign keys off, so append-only tables go as well.
        """
        with psycopg.connect(self.dsn(database)) as connection:
            connection.execute("SET session_replication_role = replica")
            tables = connection.execute(
                "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"
                " AND tablename <> 'alembic_version'"
            ).fetchall()
            for (table,) in tables:
                connection.execute(f"DELETE FROM {table}".encode())  # noqa: S608  # quoted by the server
            connection.execute(
                "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'"
            )


def binaries() -> Path:
    """The folder of the newest installed server that is at least 15."""
    versions = [p for p in Path(INSTALLED).glob("*") if p.name.isdigit() and int(p.name) >= 15]
    if versions:
        return max(versions, key=lambda p: int(p.name)) / "bin"
    on_path = shutil.which("postgres")
    if on_path:
        return Path(on_path).parent
    raise PostgresMissing("Pasang PostgreSQL 15 atau lebih baru: apt-get install postgresql")


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@contextmanager
def running_postgres() -> Iterator[PostgresServer]:
    """Starts a server on a free port with a throw-away data folder; nothing survives the block."""
    folder = Path(tempfile.mkdtemp(prefix="sapa-pg-"))
    user = _server_user()
    try:
        if user is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
        _initialise(folder, user)
        port = free_port()
        process = _start(folder, port, user)
        try:
            server = PostgresServer(port)
            _wait(server, process, folder)
            yield server
        finally:
            _stop(process)
    finally:
        shutil.rmtree(folder)


def _server_user() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root; the package's own user takes over then."""
    return pwd.getpwnam("postgres") if os.geteuid() == 0 else None


def _popen(
    command: Sequence[str], folder: Path, user: pwd.struct_passwd | None
) -> subprocess.Popen[bytes]:
    log = (folder / "server.log").open("ab")
    with log:
        return subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C is for pytest; the server is stopped by the fixture
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
        )


def _initialise(folder: Path, user: pwd.struct_passwd | None) -> None:
    command = [str(binaries() / "initdb"), "-D", str(folder / "data"), "-U", "postgres"]
    command += ["-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    if _popen(command, folder, user).wait(60) != 0:
        raise RuntimeError((folder / "server.log").read_text()[-2000:])


def _start(folder: Path, port: int, user: pwd.struct_passwd | None) -> subprocess.Popen[bytes]:
    options = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": "",
        "fsync": "off",
        "synchronous_commit": "off",
        "full_page_writes": "off",
        "max_connections": "200",
        "shared_buffers": "64MB",
    }
    command = [str(binaries() / "postgres"), "-D", str(folder / "data")]
    for name, value in options.items():
        command += ["-c", f"{name}={value}"]
    return _popen(command, folder, user)


def _wait(server: PostgresServer, process: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            psycopg.connect(server.dsn("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("PostgreSQL did not start:\n" + (folder / "server.log").read_text()[-2000:])


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.send_signal(2)  # SIGINT: fast shutdown, open connections are cut
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
