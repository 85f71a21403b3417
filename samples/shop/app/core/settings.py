"""Settings, from the environment and a local `.env` file."""

from typing import Literal, Self

from pydantic import model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_file=".env",
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,  # A wrong value may be a secret.
    )

    # Let browsers send cookies from the origins in CORS_ORIGINS
    cors_allow_credentials: bool = False
    # Origins that browsers may call from, as JSON: ["https://www.example.com"]
    cors_origins: list[str] = []
    # URL of the database, with its driver
    database_url: str = "sqlite+aiosqlite:///./shop.db"
    # Production has no docs page and no landing page, and insists on HTTPS
    environment: Literal["development", "production"] = "production"
    # The least severe log records that are written
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    # Longest request body that is accepted, in bytes
    max_body_size: int = 1_048_576

    @property
    def is_production(self) -> bool:
        return self.environment == "production"

    @model_validator(mode="after")
    def refuse_credentials_from_anywhere(self) -> Self:
        if self.cors_allow_credentials and "*" in self.cors_origins:
            raise ValueError("CORS_ALLOW_CREDENTIALS needs named origins in CORS_ORIGINS, not *")
        return self
