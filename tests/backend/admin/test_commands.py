"""`python -m backend`, as a person of the office types it."""

import asyncio
import os
import re
import sys
from pathlib import Path

from sqlalchemy import func, select, update

from backend.admin.accounts import sign_in
from backend.audit.models import AuditEntry
from backend.core.clock import Clock
from backend.core.database import Database
from backend.employees.models import Employee


async def command(folder: Path, *words: str, typed: str = "") -> tuple[int, str]:
    """Exit code and everything printed."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "backend", *words),
        env={"PATH": os.environ["PATH"], "SAPA_DATA_DIR": str(folder)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await asyncio.wait_for(process.communicate(typed.encode()), timeout=60)
    return process.returncode or 0, said.decode()


async def test_the_commands_take_an_empty_folder_to_a_working_office(tmp_path: Path) -> None:
    for _ in range(2):
        assert (await command(tmp_path, "migrate"))[0] == 0
        assert (await command(tmp_path, "seed"))[0] == 0
    new = ("admin-user", "budi", "--peran", "opd_admin")
    assert (await command(tmp_path, *new, typed="cukup-panjang-sekali\n"))[0] == 2
    assert (await command(tmp_path, *new, "--opd", "Disdik", typed="pendek\n"))[0] == 2
    done, said = await command(tmp_path, *new, "--opd", "Disdik", typed="cukup-panjang-sekali\n")
    assert done == 0, said

    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'sapa.db'}")
    user = await sign_in(
        database, username="budi", password="cukup-panjang-sekali", now=Clock().now()
    )
    assert user is not None
    assert (user.role, user.opd) == ("opd_admin", "Disdik")
    async with database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Employee)) == 25

    assert await command(tmp_path, "verify-audit") == (0, "Jejak audit utuh.\n")
    async with database.write() as session:
        await session.execute(update(AuditEntry).where(AuditEntry.seq == 1).values(actor="x"))
    await database.dispose()
    code, said = await command(tmp_path, "verify-audit")
    assert (code, "catatan nomor 1" in said) == (1, True)


async def test_help_is_in_indonesian(tmp_path: Path) -> None:
    _, said = await command(tmp_path, "--help")
    assert "Perintah pengelola SAPA ASN" in said
    assert "memeriksa keutuhan jejak audit" in said
    assert not {"usage", "options", "show", "arguments"} & set(re.findall("[a-z]+", said))
