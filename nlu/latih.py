"""Train the model when it is missing or stale: `python -m nlu.latih [--paksa]`."""

import argparse
import os
import sys
import tempfile
import time
import warnings
from pathlib import Path

from nlu.jejak import nama_model
from nlu.pengaturan import AKAR, Pengaturan, dari_lingkungan, tenangkan

SIMPAN = 2  # the newest and its predecessor, which a running server may still be loading


def latih(pengaturan: Pengaturan, *, paksa: bool = False) -> Path:
    """Path of a model made from the sources as they are now. Trains only when there is none.

    The archive appears under its name only when it is complete.
    """
    tujuan = pengaturan.models_dir / nama_model()
    if tujuan.exists() and not paksa:
        print(f"Model bahasa sudah terbaru: {tujuan.name}", flush=True)
        return tujuan
    pengaturan.models_dir.mkdir(parents=True, exist_ok=True)
    mulai = time.monotonic()
    print("Melatih model bahasa (biasanya kurang dari satu menit) …", flush=True)
    with tempfile.TemporaryDirectory(prefix=".latih-", dir=pengaturan.models_dir) as sementara:
        hasil = _latih_rasa(Path(sementara))
        hasil.replace(tujuan)
    _buang_lama(pengaturan.models_dir)
    print(
        f"Model bahasa siap dalam {time.monotonic() - mulai:.0f} detik: {tujuan.name}", flush=True
    )
    return tujuan


def _latih_rasa(sementara: Path) -> Path:
    tenangkan()
    warnings.filterwarnings("ignore")
    os.environ["RASA_CACHE_DIRECTORY"] = str(sementara / "cache")
    import rasa.model_training as pelatihan  # noqa: PLC0415  # slow, and only after tenangkan()

    hasil = pelatihan.train(
        domain=str(AKAR / "nlu" / "domain"),
        config=str(AKAR / "config.yml"),
        training_files=[str(AKAR / "nlu" / "data")],
        output=str(sementara),
        force_training=True,  # Rasa's cache does not see changes in modules a component imports
        fixed_model_name="model",
    )
    if hasil.code != 0 or hasil.model is None:
        raise SystemExit("Pelatihan model bahasa gagal; baca keterangan di atas.")
    return Path(hasil.model)


def _buang_lama(folder: Path) -> None:
    semua = sorted(folder.glob("sapa-*.tar.gz"), key=lambda berkas: berkas.stat().st_mtime)
    for usang in semua[:-SIMPAN]:
        usang.unlink(missing_ok=True)


def main() -> int:
    argumen = argparse.ArgumentParser(prog="python -m nlu.latih", description=__doc__)
    argumen.add_argument("--paksa", action="store_true", help="latih walau tidak ada yang berubah")
    latih(dari_lingkungan(), paksa=argumen.parse_args().paksa)
    return 0


if __name__ == "__main__":
    sys.exit(main())
