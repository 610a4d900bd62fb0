"""What a process says when its settings are wrong: one sentence, and none of the values."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PROCESSES = ("bot", "actions", "backend.api", "backend.worker", "backend migrate")


def start(process: str, tmp_path: Path, **settings: str) -> tuple[int, str]:
    """Exit code and everything that was written."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("SAPA_")}
    done = subprocess.run(
        [sys.executable, "-m", *process.split()],
        cwd=ROOT,
        env={**inherited, "SAPA_DATA_DIR": str(tmp_path), **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("process", PROCESSES)
def test_production_refuses_a_known_secret_by_name_and_shows_no_value(
    process: str, tmp_path: Path
) -> None:
    code, said = start(
        process,
        tmp_path,
        SAPA_ENV="production",
        SAPA_SERVICE_TOKEN="hanya-untuk-demo",
        SAPA_TOKEN_SECRET="sandi-pertama-7",
        SAPA_ADMIN_PASSWORD="sandi-kedua-7",
    )
    assert code != 0
    assert "SAPA_SERVICE_TOKEN" in said
    assert "sandi-" not in said
    assert "Traceback" not in said
    assert "Value error" not in said


@pytest.mark.parametrize("process", PROCESSES)
def test_an_unreadable_setting_is_named_in_a_sentence(process: str, tmp_path: Path) -> None:
    code, said = start(process, tmp_path, SAPA_ENV="produksi")
    assert code != 0
    assert "Isi SAPA_ENV tidak dapat dibaca." in said
    assert "produksi" not in said
    assert "Traceback" not in said
