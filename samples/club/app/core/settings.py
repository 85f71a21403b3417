"""Settings, from the environment and a local `.env` file."""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, HttpUrl, IPvAnyNetwork, RedisDsn, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_file=".env",
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,  # A wrong value may be a secret.
    )

    # How long an access token works; it ends earlier when its login does
    access_token_minutes: int = 15
    # Where browsers reach the API, if not below PUBLIC_URL: providers send them back there
    api_url: Annotated[str, Field(pattern="^(https?://.*[^/])?$")] = ""
    # Where beat keeps when it sent which job
    beat_file: str = "./beat-schedule"
    # Let browsers send cookies from the origins in CORS_ORIGINS
    cors_allow_credentials: bool = False
    # Origins that browsers may call from, as JSON: ["https://www.example.com"]
    cors_origins: list[str] = []
    # URL of the database, with its driver
    database_url: str = "sqlite+aiosqlite:///./club.db"
    # Production has no docs page and no landing page, and insists on HTTPS
    environment: Literal["development", "production"] = "production"
    # Origins that a sign-in may end at, beside the one of PUBLIC_URL, as JSON
    frontend_origins: list[Annotated[str, Field(pattern="^https?://[^/]+$")]] = []
    # What GitHub calls this application; nobody signs in there while it is empty
    github_client_id: str = ""
    # What GitHub knows this application by
    github_client_secret: SecretStr = SecretStr("")
    # What Google calls this application; nobody signs in there while it is empty
    google_client_id: str = ""
    # What Google knows this application by
    google_client_secret: SecretStr = SecretStr("")
    # A file that the log is written to besides, such as logs/app.log
    log_file: str = ""
    # How large it gets before a new one is begun
    log_file_bytes: int = 10_485_760
    # How many older ones are kept, compressed
    log_file_retention: int = 5
    # The least severe log records that are written
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    # Log the SQL statements, outside of production with their parameters
    log_sql: bool = False
    # Who mail comes from: an address, or Name <address>
    mail_from: str
    # Where mail goes: console: (the log), or smtp://user:password@mail.example.com
    mail_url: SecretStr
    # Longest request body that is accepted, in bytes
    max_body_size: int = 1_048_576
    # Signs notifications: who receives them has it, too
    notification_key: Annotated[SecretStr, Field(min_length=32)]
    # Where notifications go: console: (the log), or https://... without a password: it is logged
    notification_url: Literal["console:"] | HttpUrl
    # Keys that signed before SECRET_KEY, as JSON, until what they signed has expired
    previous_secret_keys: list[SecretStr] = []
    # Where people find the site: links in mail begin with it, and tokens name it
    public_url: Annotated[str, Field(pattern="^https?://.*[^/]$")]
    # How often one address may call one route
    rate_limit_default: str = "300/minute"
    # Where requests are counted: memory:// of one process, or redis://HOST:6379/0
    rate_limit_url: Literal["memory://"] | RedisDsn = "memory://"
    # How long a login lasts
    refresh_token_days: int = 30
    # Where reports are
    report_folder: Path = Path("reports")
    # Signs access tokens
    secret_key: Annotated[SecretStr, Field(min_length=32)]
    # When another worker gets the task of one that died: more than any task or delay takes
    task_recovery_seconds: int = 3600
    # Where tasks wait for workers: redis://HOST:6379/1; eager: runs them where they are called
    task_url: Literal["eager:"] | RedisDsn = "eager:"
    # Proxies whose X-Forwarded-For is believed, as JSON: ["10.0.0.0/8"]
    trusted_proxies: list[IPvAnyNetwork] = []
    # Where files are that were uploaded; those in incoming wait for their task
    upload_folder: Path = Path("uploads")
    # What work calls this application; nobody signs in there while it is empty
    work_client_id: str = ""
    # What work knows this application by
    work_client_secret: SecretStr = SecretStr("")
    # Which server work is; another one elsewhere
    work_issuer: str = "https://sso.example.com"
    # How many tasks a worker runs at a time
    worker_processes: int = 2

    @property
    def is_production(self) -> bool:
        return self.environment == "production"

    @model_validator(mode="after")
    def refuse_credentials_from_anywhere(self) -> Self:
        if self.cors_allow_credentials and "*" in self.cors_origins:
            raise ValueError("CORS_ALLOW_CREDENTIALS needs named origins in CORS_ORIGINS, not *")
        return self
