"""The providers at which people can sign in."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.core.oauth import Provider
from app.core.oauth_github import GithubProvider
from app.core.oauth_openid import OpenIdProvider
from app.core.settings import Settings


def make_providers(settings: Settings) -> list[Provider]:
    return [
        GithubProvider(
            "github",
            "https://github.com/login/oauth",
            settings.github_client_id,
            settings.github_client_secret,
        ),
        OpenIdProvider(
            "google",
            "https://accounts.google.com",
            settings.google_client_id,
            settings.google_client_secret,
        ),
        OpenIdProvider(
            "work",
            settings.work_issuer,
            settings.work_client_id,
            settings.work_client_secret,
        ),
    ]


@asynccontextmanager
async def open_oauth(app: FastAPI) -> AsyncIterator[None]:
    app.state.providers = {each.name: each for each in make_providers(app.state.settings)}
    yield
