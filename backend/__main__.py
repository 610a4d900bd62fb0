"""Perintah pengelola: `python -m backend --help`."""

import argparse
import asyncio
import getpass
import sys
from collections.abc import Awaitable, Callable, Iterable

from backend.admin.accounts import ROLES, ensure_admin, save_admin
from backend.audit.service import verify
from backend.core.clock import clock_from
from backend.core.database import Database
from backend.core.settings import Settings, get_settings
from backend.employees.seed import seed_demo
from backend.migrate import migrate

Command = Callable[[argparse.Namespace, Settings, Database], Awaitable[int]]


async def run_migrate(_args: argparse.Namespace, settings: Settings, database: Database) -> int:
    await migrate(database)
    password = settings.admin_password.get_secret_value()
    await ensure_admin(database, password, clock_from(settings).now())
    print("Basis data sudah pada susunan terbaru.")
    return 0


async def run_seed(_args: argparse.Namespace, settings: Settings, database: Database) -> int:
    if settings.env != "demo":
        print("Data peragaan tidak dimasukkan karena SAPA_ENV bukan demo.")
        return 0
    async with database.write() as session:
        added = await seed_demo(session, clock_from(settings).now())
    print(f"Data peragaan siap ({added} pegawai baru).")
    return 0


async def run_verify_audit(
    _args: argparse.Namespace, _settings: Settings, database: Database
) -> int:
    async with database.read() as session:
        bad = await verify(session)
    if bad is None:
        print("Jejak audit utuh.")
        return 0
    print(f"Jejak audit rusak: catatan nomor {bad} diubah, dipindah, atau hilang.", file=sys.stderr)
    return 1


async def run_admin_user(args: argparse.Namespace, settings: Settings, database: Database) -> int:
    if (args.peran == "opd_admin") != (args.opd is not None):
        print("--opd wajib untuk opd_admin, dan hanya untuk peran itu.", file=sys.stderr)
        return 2
    password = await asyncio.to_thread(_ask_password)
    if len(password) < 12:
        print("Kata sandi paling sedikit 12 huruf. Tidak ada yang disimpan.", file=sys.stderr)
        return 2
    await save_admin(
        database,
        username=args.nama,
        password=password,
        role=args.peran,
        opd=args.opd,
        now=clock_from(settings).now(),
    )
    print(f"Akun {args.nama} ({args.peran}) tersimpan.")
    return 0


def _ask_password() -> str:
    """From the terminal without echo, or from a pipe; the command line would show it to others."""
    if sys.stdin.isatty():
        return getpass.getpass("Kata sandi: ")
    return sys.stdin.readline().rstrip("\n")


class IndonesianHelp(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Pemakaian: " if prefix is None else prefix)


def _with_help(command: argparse.ArgumentParser) -> None:
    options = command.add_argument_group("pilihan")
    options.add_argument("-h", "--help", action="help", help="menampilkan bantuan ini")


def parser() -> argparse.ArgumentParser:
    main = argparse.ArgumentParser(
        prog="python -m backend",
        description="Perintah pengelola SAPA ASN.",
        formatter_class=IndonesianHelp,
        add_help=False,
    )
    _with_help(main)
    commands = main.add_subparsers(
        title="perintah", dest="perintah", required=True, metavar="perintah"
    )

    def add(name: str, text: str, run: Command) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, help=text, description=text, formatter_class=IndonesianHelp, add_help=False
        )
        _with_help(command)
        command.set_defaults(run=run)
        return command

    add("migrate", "membawa basis data ke susunan terbaru", run_migrate)
    add("seed", "mengisi data peragaan yang belum ada", run_seed)
    add("verify-audit", "memeriksa keutuhan jejak audit", run_verify_audit)
    user = add("admin-user", "membuat atau memperbarui akun pengelola", run_admin_user)
    about = user.add_argument_group("akun")
    about.add_argument("nama", help="nama pengguna")
    about.add_argument("--peran", choices=ROLES, required=True, help="wewenang akun")
    about.add_argument("--opd", help="singkatan OPD, untuk opd_admin")
    return main


async def _run(args: argparse.Namespace) -> int:
    settings = get_settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database)
    try:
        code: int = await args.run(args, settings, database)
    finally:
        await database.dispose()
    return code


if __name__ == "__main__":
    sys.exit(asyncio.run(_run(parser().parse_args())))
