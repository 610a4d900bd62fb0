"""Settings of the bot: environment variables with the prefix SAPA_ (see `.env.example`)."""

import hashlib
import hmac
from datetime import datetime
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

DEMO_SECRET = "hanya-untuk-demo"  # noqa: S105  # the production check below refuses exactly this value


class Settings(BaseSettings):
    """Everything the bot reads from outside."""

    model_config = SettingsConfigDict(
        env_prefix="SAPA_", env_file=".env", extra="ignore", env_ignore_empty=True
    )

    env: Literal["demo", "production"] = "demo"
    now: datetime | None = None
    clock_anchor: float | None = None
    database_url: str = ""
    data_dir: Path = Path("var")
    bot_port: int = 8000
    backend_port: int = 8001
    rasa_port: int = 5005
    backend_url: str = ""
    rasa_url: str = ""
    rasa_token: SecretStr = SecretStr("")
    public_url: str = ""
    service_token: SecretStr = SecretStr(DEMO_SECRET)
    token_secret: SecretStr = SecretStr(DEMO_SECRET)
    upload_max_bytes: int = Field(default=10_000_000, gt=0)
    rate_per_minute: int = Field(default=20, ge=0)
    """Messages one account may send in a minute; 0 lifts the limit. The web chat of the
    demonstration is exempt; a queue of `backlog` unread messages is the limit everywhere."""
    backlog: int = Field(default=20, gt=0)
    turn_seconds: float = Field(default=20, gt=0)
    outage_hours: float = Field(default=24, gt=0)
    """How long a message waits for the system behind to recover before it is given up."""
    telegram_token: SecretStr = SecretStr("")
    telegram_api_url: str = "https://api.telegram.org"
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_poll_seconds: int = Field(default=30, ge=1, le=50)
    telegram_secrets: SecretStr = SecretStr("")
    """Comma-separated; the first is given to Telegram, all are accepted (rotation)."""

    @model_validator(mode="after")
    def _production_is_strict(self) -> Self:
        if self.env != "production":
            return self
        if self.now is not None:
            raise ValueError("SAPA_NOW hanya boleh dipakai bila SAPA_ENV=demo.")
        weak = [
            f"SAPA_{name.upper()}"
            for name in ("service_token", "token_secret")
            if getattr(self, name).get_secret_value() in ("", DEMO_SECRET)
        ]
        if self.telegram_on and self.telegram_mode == "webhook":
            weak += [] if self.telegram_secrets.get_secret_value() else ["SAPA_TELEGRAM_SECRETS"]
            weak += [] if self.public_url else ["SAPA_PUBLIC_URL"]
        if weak:
            raise ValueError(
                "Isi dahulu pengaturan berikut sebelum SAPA_ENV=production: " + ", ".join(weak)
            )
        return self

    @property
    def demo(self) -> bool:
        return self.env == "demo"

    @property
    def database(self) -> str:
        """URL of the async engine: a SQLite file by default, PostgreSQL when configured."""
        if not self.database_url:
            return f"sqlite+aiosqlite:///{self.data_dir / 'bot.db'}"
        _, _, rest = self.database_url.partition("://")
        return f"postgresql+psycopg://{rest}"

    @property
    def backend_base_url(self) -> str:
        return (self.backend_url or f"http://127.0.0.1:{self.backend_port}").rstrip("/")

    @property
    def rasa_base_url(self) -> str:
        return (self.rasa_url or f"http://127.0.0.1:{self.rasa_port}").rstrip("/")

    @property
    def telegram_on(self) -> bool:
        return bool(self.telegram_token.get_secret_value())

    @property
    def telegram_bot_id(self) -> str:
        return self.telegram_token.get_secret_value().partition(":")[0]

    @property
    def telegram_accepted_secrets(self) -> tuple[str, ...]:
        """Secrets the webhook accepts; in the demonstration one is derived when none is set."""
        given = self.telegram_secrets.get_secret_value().split(",")
        return tuple(s.strip() for s in given if s.strip()) or (self.derived("telegram-secret"),)

    @property
    def telegram_webhook_url(self) -> str:
        """Ends in a slot that is random per installation and says nothing about the token."""
        base = (self.public_url or f"http://127.0.0.1:{self.bot_port}").rstrip("/")
        return f"{base}/hooks/telegram/{self.telegram_slot}"

    @property
    def telegram_slot(self) -> str:
        return self.derived("telegram-slot")[:22]

    def derived(self, purpose: str) -> str:
        """A secret for each purpose (64 hex characters), so that none opens two doors."""
        key = self.token_secret.get_secret_value().encode()
        return hmac.new(key, purpose.encode(), hashlib.sha256).hexdigest()


def read_settings() -> Settings:
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
