"""Providers that speak OpenID Connect: what they can do, they say themselves."""

from typing import Any

from fastapi import Request

from app.core.oauth import Client, Identity, Provider

# Whatever else a provider announces: "none" is no signature.
SIGNATURES = ["EdDSA", "ES256", "ES384", "ES512", "PS256", "RS256", "RS384", "RS512"]


class OpenIdProvider(Provider):
    def make_client(self) -> Client:
        discovery = self.issuer.removesuffix("/") + "/.well-known/openid-configuration"
        return self.register("openid email", server_metadata_url=discovery)

    async def identify(self, request: Request) -> Identity:
        metadata = await self.client.load_server_metadata()
        metadata["id_token_signing_alg_values_supported"] = SIGNATURES
        expected = {"iss": {"value": self.issuer}, "aud": {"value": self.client_id}}
        token = await self.client.authorize_access_token(request, claims_options=expected)
        if "userinfo" not in token:
            raise ValueError("There is no id_token")
        claims = token["userinfo"]
        if "email" not in claims:
            claims = await self.ask_userinfo(token)
        verified = claims.get("email_verified") in (True, "true")
        return self.to_identity(claims["sub"], claims.get("email") if verified else None)

    async def ask_userinfo(self, token: dict[str, Any]) -> dict[str, Any]:
        claims = await self.client.userinfo(token=token)
        if claims.get("sub") != token["userinfo"]["sub"]:
            raise ValueError("The userinfo is of somebody else")
        return claims
