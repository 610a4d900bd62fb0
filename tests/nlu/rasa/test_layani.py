"""The server process itself: started, asked over HTTP, stopped."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from nlu.pengaturan import AKAR


def porta_bebas() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


def minta(url: str, isi: dict[str, Any] | None = None) -> Any:
    data = json.dumps(isi).encode() if isi is not None else None
    with urlopen(Request(url, data), timeout=20) as jawaban:  # noqa: S310  # our own server
        return json.load(jawaban)


@pytest.fixture(scope="module")
def rasa(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data = tmp_path_factory.mktemp("data")
    (data / "models").mkdir()
    shutil.copy(model, data / "models")
    porta = porta_bebas()
    lingkungan = {
        **os.environ,
        "SAPA_DATA_DIR": str(data),
        "SAPA_RASA_PORT": str(porta),
        "SAPA_ACTIONS_PORT": str(porta_bebas()),  # nobody answers there
        "SAPA_DATABASE_URL": "",
        "SAPA_REDIS_URL": "",
        "SAPA_RASA_ENDPOINTS": "",
    }
    proses = subprocess.Popen([sys.executable, "-m", "nlu.layani"], cwd=AKAR, env=lingkungan)
    url = f"http://127.0.0.1:{porta}"
    try:
        _tunggu(url, proses)
        yield url
    finally:
        proses.terminate()
        proses.wait(30)


def _tunggu(url: str, proses: subprocess.Popen[bytes]) -> None:
    batas = time.monotonic() + 120
    while time.monotonic() < batas:
        assert proses.poll() is None, "server berhenti sebelum siap"
        try:
            minta(f"{url}/status")
        except (URLError, ConnectionError):
            time.sleep(0.3)
        else:
            return
    pytest.fail("server tidak siap dalam dua menit")


def test_the_served_model_is_the_one_of_the_sources(rasa: str, model: Path) -> None:
    assert minta(f"{rasa}/status")["model_file"] == model.name


def test_a_sentence_is_parsed_over_http(rasa: str) -> None:
    hasil = minta(f"{rasa}/model/parse", {"text": "cuti tahunan 7-9 desember"})
    assert hasil["intent"]["name"] == "ajukan_cuti"
    assert {"mulai": "2026-12-07", "selesai": "2026-12-09"} in [
        e["value"] for e in hasil["entities"]
    ]


def test_a_static_answer_comes_and_is_remembered_with_its_event(rasa: str) -> None:
    pesan = {"sender": "s1", "message": "halo", "metadata": {"event_id": "e-1"}}
    (jawaban,) = minta(f"{rasa}/webhooks/rest/webhook", pesan)
    assert jawaban["text"]
    tracker = minta(f"{rasa}/conversations/s1/tracker?include_events=AFTER_RESTART")
    ucapan = [e for e in tracker["events"] if e["event"] == "user"]
    assert [e["metadata"]["event_id"] for e in ucapan] == ["e-1"]


def test_without_an_action_server_the_turn_says_so(rasa: str) -> None:
    pesan = {"sender": "s2", "message": "sisa cuti saya", "metadata": {"event_id": "e-2"}}
    jawaban = minta(f"{rasa}/webhooks/rest/webhook", pesan)
    assert [satu.get("custom") for satu in jawaban] == [{"gangguan": True}]
