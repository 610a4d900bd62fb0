"""Make both environments ready: `python3 -m ops.prepare`.

The first program that runs on a bare clone, so: standard library only, Python 3.9 or newer.
An environment is synced only when its lock file has changed since the last time.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV_VERSION = "0.13.9"
GIB = 1024**3
FIRST_TIME_GIB = 6  # both environments with what is downloaded for them
RASA_PYTHON = "3.10"


class CannotPrepare(Exception):
    """Carries the Indonesian sentence that says what to do."""


def say(text: str) -> None:
    print(text, flush=True)


def prepare(root: Path = ROOT) -> None:
    """Leaves `.venv` and `nlu/.venv` as their lock files say. Idempotent; fast when done before."""
    todo = [folder for folder in (root, root / "nlu") if _stamp(folder) != _fingerprint(folder)]
    if not todo:
        return
    _require_space(root)
    uv = find_uv(root)
    for folder in todo:
        started = time.monotonic()
        name = "bahasa (Rasa, Python 3.10)" if folder.name == "nlu" else "utama (Python 3.11+)"
        say(f"• Memasang lingkungan {name} …")
        command = [uv, "sync", "--frozen", "--project", str(folder)]
        if folder.name == "nlu":
            command += ["--python", find_python310(uv)]
        _sync(command, root)
        _stamp_file(folder).write_text(_fingerprint(folder))
        say(f"✓ Lingkungan {name} siap ({time.monotonic() - started:.0f} detik)")


def _sync(command: list[str], root: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "VIRTUAL_ENV"}
    if subprocess.run(command, cwd=root, env=environment, check=False).returncode != 0:
        raise CannotPrepare(
            "Pemasangan gagal; sebabnya tertulis di atas. Periksa sambungan internet dan ruang"
            " disk, lalu jalankan perintah yang sama sekali lagi."
        )


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "uv.lock"):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def _stamp_file(folder: Path) -> Path:
    return folder / ".venv" / "sapa-lock.sha256"


def _stamp(folder: Path) -> str:
    python = folder / ".venv" / "bin" / "python"
    stamp = _stamp_file(folder)
    return stamp.read_text() if stamp.exists() and python.exists() else ""


def _require_space(root: Path) -> None:
    free = shutil.disk_usage(root).free
    fresh = not (root / "nlu" / ".venv").exists()
    needed = FIRST_TIME_GIB * GIB if fresh else 2 * GIB
    if free < needed:
        raise CannotPrepare(
            f"Ruang disk tinggal {free / GIB:.1f} GB, pemasangan memerlukan {needed / GIB:.0f} GB."
            " Kosongkan sebagian disk, lalu jalankan lagi."
        )


def find_uv(root: Path = ROOT) -> str:
    """`uv` from PATH, else a pinned one in `.tools/`."""
    on_path = shutil.which("uv")
    if on_path:
        return on_path
    own = root / ".tools" / "bin" / "uv"
    if not own.exists():
        say(f"• Memasang uv {UV_VERSION} ke .tools/ …")
        made = _quiet([sys.executable, "-m", "venv", str(root / ".tools")])
        if made.returncode != 0:
            raise CannotPrepare(
                "Python ini tidak dapat membuat lingkungan (venv). Pasang paketnya, di Debian dan"
                " Ubuntu: sudo apt-get install python3-venv"
            )
        pip = str(root / ".tools" / "bin" / "pip")
        if subprocess.run([pip, "install", "-q", f"uv=={UV_VERSION}"], check=False).returncode:
            raise CannotPrepare("uv tidak dapat diunduh. Periksa sambungan internet, lalu ulangi.")
    return str(own)


def find_python310(uv: str) -> str:
    """A Python 3.10 that really runs. Shims that only explain why they do not are passed over."""
    candidates = [shutil.which("python3.10") or ""]
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates += [str(p / "bin" / "python") for p in sorted(versions.glob("3.10*"), reverse=True)]
    for candidate in candidates:
        if candidate and is_python310(candidate):
            return candidate
    found = _quiet([uv, "python", "find", RASA_PYTHON])
    if found.returncode == 0 and is_python310(found.stdout.strip()):
        return found.stdout.strip()
    say("• Python 3.10 belum ada; mengunduhnya dengan uv …")
    if _quiet([uv, "python", "install", RASA_PYTHON]).returncode == 0:
        found = _quiet([uv, "python", "find", RASA_PYTHON])
        if found.returncode == 0 and is_python310(found.stdout.strip()):
            return found.stdout.strip()
    raise CannotPrepare(
        "Rasa memerlukan Python 3.10, dan belum ditemukan di komputer ini. Pasang salah satu:"
        " `pyenv install 3.10`, `uv python install 3.10`, atau paket python3.10 dari sistem"
        " operasi; kemudian jalankan lagi."
    )


def is_python310(command: str) -> bool:
    probe = "import sys, venv; print('%d.%d' % sys.version_info[:2])"
    try:
        return _quiet([command, "-c", probe]).stdout.strip() == RASA_PYTHON
    except OSError:
        return False


def _quiet(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)


def main() -> int:
    try:
        prepare()
    except CannotPrepare as problem:
        say(f"✗ {problem}")
        return 1
    except KeyboardInterrupt:
        say("\n✗ Dihentikan. Jalankan lagi kapan saja; yang sudah terpasang tidak diulang.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
