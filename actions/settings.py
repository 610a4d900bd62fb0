"""Settings of the action server: environment variables with the prefix SAPA_."""

from typing import Literal, Self

from pydantic import SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

DEMO_SECRET = "hanya-untuk-demo"  # noqa: S105  # the production check below refuses exactly this value


class Settings(BaseSettings):
    """Everything the action server reads from outside; `.env.example` explains each."""

    model_config = SettingsConfigDict(
        env_prefix="SAPA_", env_file=".env", extra="ignore", env_ignore_empty=True
    )

    env: Literal["demo", "production"] = "demo"
    actions_port: int = 5055
    backend_port: int = 8001
    backend_url: str = ""
    service_token: SecretStr = SecretStr(DEMO_SECRET)

    @model_validator(mode="after")
    def _production_is_strict(self) -> Self:
        weak = self.service_token.get_secret_value() in ("", DEMO_SECRET)
        if self.env == "production" and weak:
            raise ValueError("Isi dahulu SAPA_SERVICE_TOKEN sebelum SAPA_ENV=production.")
        return self

    @property
    def backend_base_url(self) -> str:
        return (self.backend_url or f"http://127.0.0.1:{self.backend_port}").rstrip("/")


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
