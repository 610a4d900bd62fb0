"""What `make run` looks at first: each problem is a sentence that says what to do."""

import json
import os
import shutil
import socket
import stat
import subprocess
from pathlib import Path

import pytest

from ops import preflight, prepare
from ops.environment import make_environment
from ops.preflight import CannotStart, only_instance
from tests.support.postgres import free_port


def ports() -> dict[str, str]:
    return {f"SAPA_{n}_PORT": str(free_port()) for n in ("BOT", "BACKEND", "ACTIONS", "RASA")}


def test_a_port_in_use_is_named_with_the_setting_that_moves_it(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        given = {**ports(), "SAPA_BACKEND_PORT": str(port)}
        environment = make_environment(given, tmp_path)
        with pytest.raises(CannotStart) as problem:
            preflight.check(environment)
    assert f"Port {port} untuk backend" in str(problem.value)
    assert "SAPA_BACKEND_PORT=" in str(problem.value)


@pytest.mark.parametrize("port", ["delapan", "0", "70000", "-1"])
def test_a_port_that_is_none_is_told_by_its_setting(tmp_path: Path, port: str) -> None:
    environment = make_environment({**ports(), "SAPA_RASA_PORT": port}, tmp_path)
    with pytest.raises(CannotStart, match="SAPA_RASA_PORT harus berupa angka"):
        preflight.check(environment)


def test_an_empty_setting_is_as_good_as_none(tmp_path: Path) -> None:
    given = {"SAPA_SERVICE_TOKEN": "", "SAPA_ADMIN_PASSWORD": "", "SAPA_BOT_PORT": ""}
    environment = make_environment(given, tmp_path)
    assert environment.port("bot") == 8000
    for name in ("SAPA_SERVICE_TOKEN", "SAPA_ADMIN_PASSWORD"):
        assert len(environment.variables[name]) >= 32


def test_free_ports_and_a_roomy_disk_let_it_start(tmp_path: Path) -> None:
    preflight.check(make_environment(ports(), tmp_path))


def test_a_full_disk_is_told_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    almost_full = shutil.disk_usage(tmp_path)._replace(free=500_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: almost_full)
    with pytest.raises(CannotStart, match=r"0\.5 GB.*Kosongkan"):
        preflight.check(make_environment(ports(), tmp_path))
    with pytest.raises(prepare.CannotPrepare, match="Kosongkan"):
        prepare._require_space(tmp_path)


def test_a_second_system_on_the_same_data_is_refused_and_the_lock_ends_with_the_first(
    tmp_path: Path,
) -> None:
    with only_instance(tmp_path):
        with pytest.raises(CannotStart) as problem, only_instance(tmp_path):
            pytest.fail("two systems hold one data folder")
        assert f"proses {os.getpid()}" in str(problem.value)
        assert "SAPA_DATA_DIR" in str(problem.value)
    with only_instance(tmp_path):
        pass


def test_secrets_are_random_kept_and_readable_by_the_owner_only(tmp_path: Path) -> None:
    first = make_environment({}, tmp_path).variables
    second = make_environment({}, tmp_path).variables
    path = tmp_path / "var" / "rahasia.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for name, value in json.loads(path.read_text()).items():
        assert first[name] == second[name] == value
        assert len(value) >= 32


def test_a_secret_from_outside_wins_over_the_kept_one(tmp_path: Path) -> None:
    variables = make_environment({"SAPA_ADMIN_PASSWORD": "pilihan-sendiri"}, tmp_path).variables
    assert variables["SAPA_ADMIN_PASSWORD"] == "pilihan-sendiri"


def test_production_gets_no_made_up_secret(tmp_path: Path) -> None:
    variables = make_environment({"SAPA_ENV": "production"}, tmp_path).variables
    assert "SAPA_SERVICE_TOKEN" not in variables
    assert not (tmp_path / "var" / "rahasia.json").exists()


def test_the_example_file_itself_is_a_valid_configuration(tmp_path: Path) -> None:
    shutil.copy(prepare.ROOT / ".env.example", tmp_path / ".env")
    environment = make_environment({}, tmp_path)
    assert environment.demo
    assert environment.port("bot") == 8000
    assert len(environment.variables["SAPA_SERVICE_TOKEN"]) >= 32
    assert "SAPA_CLOCK_ANCHOR" not in environment.variables


def test_all_processes_count_from_the_same_moment_when_the_clock_is_set(tmp_path: Path) -> None:
    variables = make_environment({"SAPA_NOW": "2026-11-25T08:00:00+07:00"}, tmp_path).variables
    assert float(variables["SAPA_CLOCK_ANCHOR"]) > 0


def test_without_python_310_the_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uv = tmp_path / "uv"
    uv.write_text("#!/bin/sh\nexit 2\n")
    uv.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    with pytest.raises(prepare.CannotPrepare, match=r"Python 3\.10.*pyenv install 3\.10"):
        prepare.find_python310(str(uv))


def test_a_shim_that_only_complains_is_passed_over_for_one_that_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shims = tmp_path / "shims"
    real = tmp_path / "pyenv" / "versions" / "3.10.99" / "bin"
    for folder, body in ((shims, "exit 127"), (real, "echo 3.10")):
        folder.mkdir(parents=True)
        name = "python3.10" if folder is shims else "python"
        (folder / name).write_text(f"#!/bin/sh\n{body}\n")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{shims}:/bin:/usr/bin")
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    assert prepare.find_python310("uv") == str(real / "python")


def test_an_environment_is_synced_only_when_its_lock_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = tmp_path / "calls"
    uv = tmp_path / "uv"
    uv.write_text(
        f'#!/bin/sh\necho "$@" >> {calls}\n'
        'while [ "$1" != --project ]; do shift; done\n'
        'mkdir -p "$2/.venv/bin" && touch "$2/.venv/bin/python"\n'
    )
    uv.chmod(0o755)
    monkeypatch.setattr(prepare, "find_uv", lambda _root: str(uv))
    monkeypatch.setattr(prepare, "find_python310", lambda _uv: "python3.10")
    for folder in (tmp_path, tmp_path / "nlu"):
        folder.mkdir(exist_ok=True)
        (folder / "pyproject.toml").write_text("[project]")
        (folder / "uv.lock").write_text("version = 1")
    prepare.prepare(tmp_path)
    prepare.prepare(tmp_path)
    assert len(calls.read_text().splitlines()) == 2
    (tmp_path / "nlu" / "uv.lock").write_text("version = 2")
    prepare.prepare(tmp_path)
    assert calls.read_text().splitlines()[-1].endswith("--python python3.10")
    assert len(calls.read_text().splitlines()) == 3


def test_make_help_lists_every_public_target() -> None:
    shown = subprocess.run(
        ["make", "help"], cwd=prepare.ROOT, capture_output=True, text=True, check=True, timeout=30
    ).stdout
    for target in ("run", "test", "check", "train", "bench", "help", "setup", "clean"):
        assert f"make {target} " in shown
