"""The line without an edge back: what may import what (contracts in pyproject.toml)."""

import subprocess
import sys
from pathlib import Path

from ops.prepare import ROOT


def test_the_parts_import_only_what_the_architecture_allows() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [str(program), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
