"""Settings of the Rasa process, from environment variables with the prefix SAPA_."""

import os
from dataclasses import dataclass
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Pengaturan:
    """`database_url` and `redis_url` are empty in the embedded system."""

    data_dir: Path
    rasa_port: int
    actions_port: int
    endpoints: str
    database_url: str
    redis_url: str

    @property
    def models_dir(self) -> Path:
        return self.data_dir / "models"


def dari_lingkungan() -> Pengaturan:
    env = os.environ.get
    return Pengaturan(
        data_dir=Path(env("SAPA_DATA_DIR") or AKAR / "var").resolve(),
        rasa_port=int(env("SAPA_RASA_PORT") or 5005),
        actions_port=int(env("SAPA_ACTIONS_PORT") or 5055),
        endpoints=env("SAPA_RASA_ENDPOINTS") or "",
        database_url=env("SAPA_DATABASE_URL") or "",
        redis_url=env("SAPA_REDIS_URL") or "",
    )


def tenangkan() -> None:
    """Quiet TensorFlow and telemetry, CPU only; must run before Rasa is imported."""
    bawaan = {
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
        "PYTHONWARNINGS": "ignore",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "LOG_LEVEL_LIBRARIES": "ERROR",
    }
    for nama, nilai in bawaan.items():
        os.environ.setdefault(nama, nilai)
