"""Signing in at another provider: OAuth 2.0 with PKCE. What each does differently is its own."""

import logging
from abc import ABC, abstractmethod
from typing import Any, Literal, NamedTuple, Protocol

from authlib.integrations.starlette_client import OAuth, OAuthError
from fastapi import Request
from httpx2 import HTTPError, Response
from joserfc.errors import JoseError
from pydantic import SecretStr, TypeAdapter

from app.core.fields import Email

logger = logging.getLogger(__name__)

EMAIL: TypeAdapter[str] = TypeAdapter(Email)

# What goes wrong on the way to a provider, and with what it answers.
PROVIDER_ERRORS = (OAuthError, JoseError, HTTPError, ValueError)

Reason = Literal[
    "access_denied", "already_linked", "email_unverified", "failed", "registration_required"
]


class SignInError(Exception):
    """Nobody was signed in. The front end is told the reason, and no more."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


class Identity(NamedTuple):
    """Who somebody is at a provider."""

    provider: str
    subject: str
    email: str | None
    """None unless the provider has verified it."""


class Client(Protocol):
    """What we use of Authlib, which has no types of its own."""

    client_kwargs: dict[str, Any]

    async def create_authorization_url(self, redirect_uri: str) -> dict[str, str]: ...
    async def save_authorize_data(self, request: Request, **values: str) -> None: ...
    async def authorize_access_token(self, request: Request, **options: Any) -> dict[str, Any]: ...
    async def load_server_metadata(self) -> dict[str, Any]: ...
    async def userinfo(self, *, token: dict[str, Any]) -> dict[str, Any]: ...
    async def get(self, url: str, *, token: dict[str, Any]) -> Response: ...


class Provider(ABC):
    def __init__(self, name: str, issuer: str, client_id: str, client_secret: SecretStr) -> None:
        self.name = name
        self.issuer = issuer
        self.client_id = client_id
        self.client_secret = client_secret.get_secret_value()
        self.client = self.make_client()

    @property
    def is_configured(self) -> bool:
        return bool(self.client_id and self.client_secret)

    def register(self, scope: str, **options: str) -> Client:
        # A registry of its own: a shared one would hand out the client of another application.
        registry: Any = OAuth()
        client: Client = registry.register(
            self.name,
            client_id=self.client_id,
            client_secret=self.client_secret,
            client_kwargs={"scope": scope, "code_challenge_method": "S256"},
            **options,
        )
        return client

    async def start(self, request: Request, redirect_uri: str) -> str:
        """Where the browser goes. What proves that it is this browser who comes back, it keeps."""
        await self.load_metadata()
        started = await self.client.create_authorization_url(redirect_uri)
        await self.client.save_authorize_data(request, redirect_uri=redirect_uri, **started)
        return started["url"]

    async def finish(self, request: Request) -> Identity:
        """Who came back."""
        if request.query_params.get("error") == "access_denied":
            raise SignInError("access_denied")
        try:
            await self.check_issuer(request)
            return await self.identify(request)
        except PROVIDER_ERRORS as error:
            logger.warning("Signing in at %s failed: %r", self.name, error)
            raise SignInError("failed") from error

    async def check_issuer(self, request: Request) -> None:
        """Refuse the answer of another provider (RFC 9207), before a code is sent to this one."""
        metadata = await self.load_metadata()
        said = request.query_params.get("iss")
        if said is None and not metadata.get("authorization_response_iss_parameter_supported"):
            return
        if said != self.issuer:
            raise ValueError(f"The answer comes from {said}")

    async def load_metadata(self) -> dict[str, Any]:
        """What it says of itself; as somebody else, it gets nobody (OpenID Discovery, 4.3)."""
        metadata = await self.client.load_server_metadata()
        if metadata.get("issuer", self.issuer) != self.issuer:
            raise ValueError(f"It calls itself {metadata['issuer']}")
        return metadata

    def to_identity(self, subject: str, email: str | None) -> Identity:
        return Identity(self.name, subject, EMAIL.validate_python(email) if email else None)

    @abstractmethod
    def make_client(self) -> Client: ...

    @abstractmethod
    async def identify(self, request: Request) -> Identity: ...
