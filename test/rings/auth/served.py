"""The application as it is, with the addresses of GitHub on this machine."""

import os

from app.core.oauth import Client
from app.core.oauth_github import GithubProvider
from app.factory import create_app

GITHUB = os.environ["GITHUB_FOR_TESTS"]


def make_client(self: GithubProvider) -> Client:
    return self.register(
        "read:user user:email",
        authorize_url=f"{GITHUB}/login/oauth/authorize",
        access_token_url=f"{GITHUB}/login/oauth/access_token",
        api_base_url=f"{GITHUB}/",
    )


GithubProvider.make_client = make_client
app = create_app()
