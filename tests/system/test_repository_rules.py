"""Rules about the repository as a whole, so that they hold in the files written tomorrow too."""

import re
import subprocess
from pathlib import Path

import pytest

from ops.prepare import ROOT

TEXT = {".py", ".md", ".yml", ".yaml", ".toml", ".typ", ".html", ".js", ".css", ".cfg", ".ini", ""}
LOCKS = {"uv.lock"}

# The only places that may know the name of one service: the law, and its letter.
KNOWS_LEAVE = ("backend/layanan/", "backend/documents/letters/formulir_cuti.typ")
# "execution" is innocent, and "cuti bersama" is a kind of holiday.
NAME_OF_A_SERVICE = re.compile(r"(?<!exe)cuti(?![_ ]bersama)", re.IGNORECASE)
MACHINERY = ("actions/", "backend/", "bot/")


def tracked() -> list[Path]:
    names = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=30
    ).stdout.splitlines()
    paths = [ROOT / name for name in names]
    return [path for path in paths if path.is_file() and path.suffix in TEXT]


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def machinery() -> list[Path]:
    return [
        path
        for path in tracked()
        if relative(path).startswith(MACHINERY) and not relative(path).startswith(KNOWS_LEAVE)
    ]


def test_the_machinery_never_names_one_service() -> None:
    found = [
        f"{relative(path)}:{number}: {line.strip()}"
        for path in machinery()
        if path.suffix != ".csv"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if NAME_OF_A_SERVICE.search(line)
    ]
    assert found == []


def test_every_setting_is_explained_in_the_example_file() -> None:
    used: dict[str, str] = {}
    for path in tracked():
        if path.suffix == ".py" and not relative(path).startswith("tests/"):
            for name in re.findall(r"\bSAPA_[A-Z][A-Z_]*[A-Z]\b", path.read_text(encoding="utf-8")):
                used.setdefault(name, relative(path))
    example = (ROOT / ".env.example").read_text()
    explained = set(re.findall(r"^(SAPA_\w+)=", example, re.MULTILINE))
    assert {name: where for name, where in used.items() if name not in explained} == {}


@pytest.mark.parametrize("owner", ["backend.core.settings", "bot.settings", "actions.settings"])
def test_every_field_of_the_settings_is_in_the_example_file(owner: str) -> None:
    module = __import__(owner, fromlist=["Settings"])
    example = (ROOT / ".env.example").read_text()
    explained = set(re.findall(r"^(SAPA_\w+)=", example, re.MULTILINE))
    fields = {f"SAPA_{name.upper()}" for name in module.Settings.model_fields}
    assert fields - explained == set()


def test_no_file_names_a_registry_host() -> None:
    hosts = re.compile(r"pypi\.org|pythonhosted|npmjs\.(org|com)|registry\.|huggingface")
    found = [
        relative(path)
        for path in tracked()
        if path.name not in LOCKS and path != Path(__file__) and hosts.search(path.read_text())
    ]
    assert found == []


def test_files_stay_small_enough_to_be_read_at_once() -> None:
    longest = 400
    code = [p for p in tracked() if p.suffix == ".py"]
    lengths = {relative(path): len(path.read_text().splitlines()) for path in code}
    assert {name: lines for name, lines in lengths.items() if lines > longest} == {}


def test_every_exception_to_a_rule_gives_its_reason() -> None:
    bare = re.compile(r"#\s*(noqa(: ?[A-Z0-9, ]+)?|type: ignore(\[[\w, -]+\])?)\s*$")
    found = [
        f"{relative(path)}:{number}"
        for path in tracked()
        if path.suffix == ".py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if bare.search(line)
    ]
    assert found == []
