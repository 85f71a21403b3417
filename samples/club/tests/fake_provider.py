"""The other side: a provider that signs in whoever the test says, and checks what it is sent."""

import base64
import hashlib
import secrets
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from httpx2 import ASGITransport, AsyncClient, ConnectError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

CLIENT_ID = "shop"
CLIENT_SECRET = "known to both"

Query = dict[str, str]


class FakeProvider(ABC):
    """Each route is a method, named by the end of its path."""

    def __init__(self, name: str, issuer: str) -> None:
        self.name = name
        self.issuer = issuer
        # Who signs in.
        self.subject = 1001
        self.email = "ada@example.org"
        self.verified = True
        # What was asked for, by the code that is out for it.
        self.grants: dict[str, Query] = {}
        # What the browser takes back, beside code and state.
        self.extra: Query = {}
        self.is_down = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        if self.is_down:
            raise ConnectError("Nobody listens")
        route = request.url.path.rpartition("/")[2].replace("-", "_")
        try:
            answer: Response = await getattr(self, route)(request)
        except HTTPException as error:
            answer = Response(status_code=error.status_code)
        await answer(scope, receive, send)

    async def authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        wanted = {"response_type": "code", "client_id": CLIENT_ID, "code_challenge_method": "S256"}
        if not wanted.items() <= asked.items() or not asked.get("code_challenge"):
            raise HTTPException(400)
        code = secrets.token_urlsafe()
        self.grants[code] = asked
        back = {"code": code, "state": asked["state"], **self.extra}
        location = f"{asked['redirect_uri']}?{urlencode(back)}"
        return Response(status_code=302, headers={"Location": location})

    async def access_token(self, request: Request) -> Response:
        asked = dict(parse_qsl((await request.body()).decode()))
        grant = self.grants.pop(asked["code"], None)
        if grant is None or not is_proven(request.headers, asked, grant):
            return self.refuse()
        return JSONResponse({"token_type": "bearer", **self.tokens(grant)})

    async def sign_in(self, url: str) -> str:
        """What a browser does there. Answers where it is sent back to."""
        async with AsyncClient(transport=ASGITransport(app=self)) as browser:
            answer = await browser.get(url)
        assert answer.status_code == 302
        return answer.headers["location"]

    @abstractmethod
    def refuse(self) -> Response: ...

    @abstractmethod
    def tokens(self, grant: Query) -> dict[str, Any]: ...


def is_proven(headers: Mapping[str, str], asked: Query, grant: Query) -> bool:
    digest = hashlib.sha256(asked.get("code_verifier", "").encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    known = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
    return (
        challenge == grant["code_challenge"]
        and asked["redirect_uri"] == grant["redirect_uri"]
        and headers["authorization"] == f"Basic {known}"
    )


def query_of(url: str) -> Query:
    return dict(parse_qsl(urlsplit(url).query))
