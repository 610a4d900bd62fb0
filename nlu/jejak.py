"""The fingerprint of everything a trained model depends on."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from nlu.pengaturan import AKAR

POLA = (
    "config.yml",
    "nlu/domain/**/*.yml",
    "nlu/data/**/*.yml",
    "nlu/bahasa/**/*.py",
    "nlu/komponen/**/*.py",
    "nlu/uv.lock",
)


def _berkas(akar: Path) -> Iterator[Path]:
    for pola in POLA:
        yield from sorted(akar.glob(pola))


def sidik_jari(akar: Path = AKAR) -> str:
    """Twelve hex digits that change when config, domain, data, our components or Rasa change."""
    jumlah = hashlib.sha256()
    for berkas in _berkas(akar):
        jumlah.update(str(berkas.relative_to(akar)).encode())
        jumlah.update(berkas.read_bytes())
    return jumlah.hexdigest()[:12]


def nama_model(akar: Path = AKAR) -> str:
    return f"sapa-{sidik_jari(akar)}.tar.gz"
