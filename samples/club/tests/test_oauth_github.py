"""Signing in at GitHub: who somebody is, its API says."""

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.fake_github import FakeGithub
from tests.oauth import Browser, SetUp


@pytest.fixture
def provider(set_up: SetUp) -> FakeGithub:
    provider = set_up("github")
    assert isinstance(provider, FakeGithub)
    return provider


@pytest.mark.parametrize(
    ("route", "answer"),
    [
        ("user", {"message": "Bad credentials"}),
        ("user", []),
        ("emails", {"message": "Not Found"}),
        ("emails", [{"email": "ada@example.org"}]),
    ],
)
async def test_an_answer_of_another_shape_signs_nobody_in(
    provider: FakeGithub,
    browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
    route: str,
    answer: object,
) -> None:
    async def answers(_: Request) -> Response:
        return JSONResponse(answer)

    monkeypatch.setattr(provider, route, answers)
    assert await browser.sign_in(provider) == {"error": "failed"}


async def test_an_account_without_an_address_signs_nobody_in(
    provider: FakeGithub, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no_emails(_: Request) -> Response:
        return JSONResponse([])

    monkeypatch.setattr(provider, "emails", no_emails)
    assert await browser.sign_in(provider) == {"error": "email_unverified"}
