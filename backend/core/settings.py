"""Settings of the backend and the worker: environment variables with the prefix SAPA_."""

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

DEMO_SECRET = "hanya-untuk-demo"  # noqa: S105  # the production check below refuses exactly this value


class Settings(BaseSettings):
    """All values the backend and the worker read from outside; `.env.example` explains each."""

    model_config = SettingsConfigDict(
        env_prefix="SAPA_", env_file=".env", extra="ignore", env_ignore_empty=True
    )

    env: Literal["demo", "production"] = "demo"
    now: datetime | None = None
    clock_anchor: float | None = None
    database_url: str = ""
    data_dir: Path = Path("var")
    backend_port: int = 8001
    bot_port: int = 8000
    bot_url: str = ""
    public_url: str = ""
    service_token: SecretStr = SecretStr(DEMO_SECRET)
    token_secret: SecretStr = SecretStr(DEMO_SECRET)
    admin_password: SecretStr = SecretStr(DEMO_SECRET)
    upload_max_bytes: int = Field(default=10_000_000, gt=0)

    @model_validator(mode="after")
    def _production_is_strict(self) -> Self:
        if self.env != "production":
            return self
        if self.now is not None:
            raise ValueError("SAPA_NOW hanya boleh dipakai bila SAPA_ENV=demo.")
        weak = [
            f"SAPA_{name.upper()}"
            for name in ("service_token", "token_secret", "admin_password")
            if getattr(self, name).get_secret_value() in ("", DEMO_SECRET)
        ]
        if weak:
            raise ValueError(
                "Isi dahulu pengaturan rahasia berikut sebelum SAPA_ENV=production: "
                + ", ".join(weak)
            )
        return self

    @property
    def database(self) -> str:
        """SQLAlchemy URL of the async engine: an SQLite file unless PostgreSQL is configured."""
        if not self.database_url:
            return f"sqlite+aiosqlite:///{self.data_dir / 'sapa.db'}"
        _, _, rest = self.database_url.partition("://")
        return f"postgresql+psycopg://{rest}"

    @property
    def bot_base_url(self) -> str:
        return self.bot_url or f"http://127.0.0.1:{self.bot_port}"

    @property
    def public_base_url(self) -> str:
        """Where a citizen's browser finds the verification page; no trailing slash."""
        return (self.public_url or f"http://127.0.0.1:{self.backend_port}").rstrip("/")

    @property
    def files_dir(self) -> Path:
        return self.data_dir / "berkas"


@lru_cache
def get_settings() -> Settings:
    """The settings, or the end of the process with a sentence for each fault. What was set is never
    shown: it may be a secret."""
    try:
        return Settings()
    except ValidationError as error:
        raise SystemExit("\n".join(map(_sentence, error.errors(include_url=False)))) from None


def _sentence(fault: ErrorDetails) -> str:
    if fault["type"] == "value_error":
        return str(fault["ctx"]["error"])  # our own words, of the check above
    name = "_".join(str(part) for part in fault["loc"]).upper()
    return f"Isi SAPA_{name} tidak dapat dibaca. Contoh isi yang benar ada di berkas .env.example."
