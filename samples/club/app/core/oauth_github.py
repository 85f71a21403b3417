"""GitHub, which speaks OAuth 2.0 alone: who it is, its API says."""

from typing import Any

from fastapi import Request
from pydantic import BaseModel, TypeAdapter

from app.core.oauth import Client, Identity, Provider


class GithubUser(BaseModel):
    id: int


class GithubEmail(BaseModel):
    email: str
    primary: bool
    verified: bool


GITHUB_EMAILS = TypeAdapter(list[GithubEmail])


class GithubProvider(Provider):
    def make_client(self) -> Client:
        return self.register(
            "read:user user:email",
            authorize_url="https://github.com/login/oauth/authorize",
            access_token_url="https://github.com/login/oauth/access_token",  # noqa: S106
            api_base_url="https://api.github.com/",
        )

    async def identify(self, request: Request) -> Identity:
        token = await self.client.authorize_access_token(request)
        user = GithubUser.model_validate_json(await self.read("user", token))
        emails = GITHUB_EMAILS.validate_json(await self.read("user/emails", token))
        verified = [each.email for each in emails if each.primary and each.verified]
        # A login can be renamed, and then taken by somebody else; an id stays.
        return self.to_identity(str(user.id), next(iter(verified), None))

    async def read(self, path: str, token: dict[str, Any]) -> bytes:
        response = await self.client.get(path, token=token)
        return response.raise_for_status().content
