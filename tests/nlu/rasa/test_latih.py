"""When a model is stale, which one is served, and how the server is set up."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from nlu.jejak import nama_model, sidik_jari
from nlu.latih import latih
from nlu.layani import penyimpan_kunci, penyimpan_tracker, pilih_model
from nlu.pengaturan import AKAR, Pengaturan, dari_lingkungan

ATUR = Pengaturan(Path("/data"), 5005, 5055, "", "", "")


def test_an_up_to_date_model_is_not_trained_again(model: Path) -> None:
    sebelum = model.stat().st_mtime_ns
    assert latih(dari_lingkungan()) == model
    assert model.stat().st_mtime_ns == sebelum


@pytest.mark.parametrize(
    "berkas",
    [
        "config.yml",
        "nlu/domain/pemahaman.yml",
        "nlu/data/pemahaman/cuti.yml",
        "nlu/bahasa/tanggal.py",
        "nlu/komponen/niat.py",
    ],
)
def test_a_change_of_any_source_makes_the_model_stale(tmp_path: Path, berkas: str) -> None:
    shutil.copy(AKAR / "config.yml", tmp_path)
    abaikan = shutil.ignore_patterns(".venv", "__pycache__")
    shutil.copytree(AKAR / "nlu", tmp_path / "nlu", ignore=abaikan)
    sebelum = sidik_jari(tmp_path)
    assert sebelum == sidik_jari(AKAR)
    with (tmp_path / berkas).open("a", encoding="utf-8") as isi:
        isi.write("\n# berubah\n")
    assert sidik_jari(tmp_path) != sebelum


def test_the_model_of_the_present_sources_is_served(tmp_path: Path) -> None:
    atur = replace(ATUR, data_dir=tmp_path)
    atur.models_dir.mkdir()
    with pytest.raises(SystemExit, match=r"nlu\.latih"):
        pilih_model(atur)
    (atur.models_dir / "sapa-000000000000.tar.gz").touch()
    assert pilih_model(atur).name == "sapa-000000000000.tar.gz"
    (atur.models_dir / nama_model()).touch()
    assert pilih_model(atur).name == nama_model()


def test_one_machine_uses_files_and_a_grown_system_its_servers() -> None:
    assert penyimpan_tracker(ATUR)["url"] == "sqlite:////data/rasa.db"
    assert penyimpan_kunci(ATUR) is None
    besar = replace(
        ATUR,
        database_url="postgresql+psycopg://u:p@db:5433/sapa",
        redis_url="redis://:rahasia@redis:6380/2",
    )
    assert penyimpan_tracker(besar)["url"] == "postgresql+psycopg2://u:p@db:5433/sapa"
    kunci = penyimpan_kunci(besar)
    assert kunci is not None
    assert (kunci["url"], kunci["port"], kunci["db"]) == ("redis", 6380, 2)
    assert kunci["password"] == "rahasia"
