"""Serve the newest model: `python -m nlu.layani`. Listens on 127.0.0.1 only."""

import logging
import os
import warnings
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from nlu.jejak import nama_model
from nlu.pengaturan import Pengaturan, dari_lingkungan, tenangkan

TURN_SECONDS = 20  # the gateway waits as long for a turn; a lock must outlive it


def pilih_model(pengaturan: Pengaturan) -> Path:
    """The model of the present sources, else the newest one; an error when there is none."""
    tepat = pengaturan.models_dir / nama_model()
    if tepat.exists():
        return tepat
    semua = sorted(pengaturan.models_dir.glob("sapa-*.tar.gz"), key=lambda m: m.stat().st_mtime)
    if not semua:
        raise SystemExit(
            f"Belum ada model di {pengaturan.models_dir}. Jalankan dahulu: python -m nlu.latih"
        )
    print(f"Perhatian: {semua[-1].name} lebih lama daripada sumbernya; latih ulang.", flush=True)
    return semua[-1]


def penyimpan_tracker(pengaturan: Pengaturan) -> dict[str, object]:
    """The `tracker_store` endpoint: a SQLite file, or the PostgreSQL database when configured."""
    _, _, sisa = pengaturan.database_url.partition("://")
    url = f"postgresql+psycopg2://{sisa}" if sisa else f"sqlite:///{pengaturan.data_dir}/rasa.db"
    return {"type": "nlu.riwayat.RiwayatRingkas", "url": url}


def penyimpan_kunci(pengaturan: Pengaturan) -> dict[str, object] | None:
    """The `lock_store` endpoint: Redis when configured, else in memory (None)."""
    if not pengaturan.redis_url:
        return None
    alamat = urlsplit(pengaturan.redis_url)
    return {
        "type": "redis",
        "url": alamat.hostname or "127.0.0.1",
        "port": alamat.port or 6379,
        "db": int(alamat.path.strip("/") or 0),
        "password": alamat.password,
        "key_prefix": "sapa",
        "socket_timeout": 2,
    }


def layani(pengaturan: Pengaturan) -> None:
    """Blocks until the server is stopped; exits with a message when the model does not load."""
    model = pilih_model(pengaturan)
    tenangkan()
    os.environ.setdefault("TICKET_LOCK_LIFETIME", str(3 * TURN_SECONDS))
    from rasa.core import agent, run  # noqa: PLC0415  # slow, and only after tenangkan()
    from rasa.utils.common import configure_logging_and_warnings  # noqa: PLC0415  # as above: slow

    from nlu import catatan, perbaikan  # noqa: PLC0415  # imports Rasa

    catatan.tanpa_kata()
    configure_logging_and_warnings(logging.WARNING)
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    perbaikan.terapkan()
    titik = ujung(pengaturan)

    async def muat(app: Any, loop: Any) -> None:
        app.ctx.agent = await agent.load_agent(str(model), endpoints=titik, loop=loop)
        if not app.ctx.agent.is_ready():
            raise SystemExit(f"Model {model.name} tidak dapat dimuat; baca keterangan di atas.")
        print(f"Rasa siap di 127.0.0.1:{pengaturan.rasa_port} dengan {model.name}", flush=True)

    app = run.configure_app(
        run.create_http_input_channels("rest", None),
        port=pengaturan.rasa_port,
        endpoints=titik,
        response_timeout=TURN_SECONDS,
    )
    app.register_listener(muat, "before_server_start")
    app.register_listener(run.close_resources, "after_server_stop")
    app.run(host="127.0.0.1", port=pengaturan.rasa_port, access_log=False)


def ujung(pengaturan: Pengaturan) -> Any:
    """Rasa's `AvailableEndpoints`: from the file named in the settings, else from the settings."""
    from rasa.core.utils import AvailableEndpoints  # noqa: PLC0415  # as in layani()
    from rasa.utils.endpoints import EndpointConfig  # noqa: PLC0415  # as in layani()

    from nlu.ujung_aksi import UjungAksi  # noqa: PLC0415  # imports Rasa

    if pengaturan.endpoints:
        return AvailableEndpoints.read_endpoints(pengaturan.endpoints)
    kunci = penyimpan_kunci(pengaturan)
    aksi = f"http://127.0.0.1:{pengaturan.actions_port}/webhook"
    return AvailableEndpoints(
        action=UjungAksi(aksi, selective_domain=True),
        tracker_store=EndpointConfig.from_dict(penyimpan_tracker(pengaturan)),
        lock_store=EndpointConfig.from_dict(kunci) if kunci else None,
    )


if __name__ == "__main__":
    layani(dari_lingkungan())
