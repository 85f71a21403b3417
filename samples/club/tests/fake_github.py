"""A provider as GitHub is one: no id_token, an API instead, and errors with the status 200."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.fake_provider import FakeProvider, Query


class FakeGithub(FakeProvider):
    async def user(self, _: Request) -> Response:
        return JSONResponse({"id": self.subject, "login": "ada", "email": None})

    async def emails(self, _: Request) -> Response:
        others = {"email": "other@example.org", "primary": False, "verified": True}
        primary = {"email": self.email, "primary": True, "verified": self.verified}
        return JSONResponse([others, primary])

    def refuse(self) -> Response:
        return JSONResponse({"error": "bad_verification_code"})

    def tokens(self, grant: Query) -> dict[str, Any]:
        return {"access_token": "for the API", "scope": grant["scope"]}
