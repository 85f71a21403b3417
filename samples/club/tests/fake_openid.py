"""A provider that speaks OpenID Connect."""

import time
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey, Key
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.fake_provider import CLIENT_ID, FakeProvider, Query


class FakeOpenId(FakeProvider):
    def __init__(self, name: str, issuer: str) -> None:
        super().__init__(name, issuer)
        self.key = ECKey.generate_key("P-256", {"kid": "1", "alg": "ES256", "use": "sig"})
        # The one that it publishes, until a test has it sign with another.
        self.signing_key: Key = self.key
        self.header = {"alg": "ES256", "kid": "1"}
        # What it says of itself, in each token, and when it is asked, where a test wants it so.
        self.metadata: dict[str, Any] = {}
        self.claims: dict[str, Any] = {}
        self.profile: dict[str, Any] = {}

    async def openid_configuration(self, _: Request) -> Response:
        base = self.issuer.removesuffix("/")
        known = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{base}/authorize",
            "token_endpoint": f"{base}/access_token",
            "userinfo_endpoint": f"{base}/userinfo",
            "jwks_uri": f"{base}/jwks",
            "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
        }
        return JSONResponse(known | self.metadata)

    async def jwks(self, _: Request) -> Response:
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def userinfo(self, _: Request) -> Response:
        person = {"sub": str(self.subject), "email": self.email, "email_verified": self.verified}
        return JSONResponse(person | self.profile)

    def refuse(self) -> Response:
        return JSONResponse({"error": "invalid_grant"}, status_code=400)

    def tokens(self, grant: Query) -> dict[str, Any]:
        return {"access_token": "for userinfo", "id_token": self.id_token(grant)}

    def id_token(self, grant: Query) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "sub": str(self.subject),
            "iat": now,
            "exp": now + 60,
            "nonce": grant["nonce"],
            "email": self.email,
            "email_verified": self.verified,
        } | self.claims
        said = {name: value for name, value in claims.items() if value is not None}
        return jwt.encode(self.header, said, self.signing_key, algorithms=[self.header["alg"]])
