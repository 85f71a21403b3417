"""Tokens: random ones, which the database knows by their hash, and signed ones for access."""

import datetime as dt
import hashlib
import secrets
from typing import NamedTuple

import jwt
from pydantic import SecretStr

from app.about import NAME
from app.core.settings import Settings

# The one that is accepted, whatever a token says of itself (RFC 8725, 3.1).
ALGORITHM = "HS256"
# Tells an access token from whatever else the key may sign (RFC 9068, 2.1).
TYPE = "at+jwt"
REQUIRED_CLAIMS = ["aud", "exp", "iat", "iss", "jti", "sid", "sub"]
# A token without the name of a known key is no better than one that nobody signed.
REFUSALS = (KeyError, jwt.InvalidTokenError)


class Access(NamedTuple):
    """Whom a token lets in, by which login."""

    user_id: str
    sid: str


def new_token() -> str:
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """What is stored. A fast hash will do: 256 random bits are in no list."""
    return hashlib.sha256(token.encode()).hexdigest()


def encode_access_token(settings: Settings, access: Access) -> str:
    now = dt.datetime.now(dt.UTC)
    claims = {
        "iss": settings.public_url,
        "aud": NAME,
        "sub": access.user_id,
        "sid": access.sid,
        "jti": secrets.token_urlsafe(16),
        "iat": now,
        "exp": now + dt.timedelta(minutes=settings.access_token_minutes),
    }
    key = settings.secret_key
    headers = {"kid": key_id(key), "typ": TYPE}
    return jwt.encode(claims, key.get_secret_value(), ALGORITHM, headers=headers)


def decode_access_token(settings: Settings, token: str) -> Access | None:
    """None when it is expired, not for this, or not signed by a key of ours."""
    keys = {key_id(key): key for key in [settings.secret_key, *settings.previous_secret_keys]}
    try:
        header = jwt.get_unverified_header(token)
        claims = jwt.decode(
            token,
            keys[header["kid"]].get_secret_value(),
            algorithms=[ALGORITHM],
            audience=NAME,
            issuer=settings.public_url,
            options={"require": REQUIRED_CLAIMS},
        )
    except REFUSALS:
        return None
    return Access(claims["sub"], claims["sid"]) if header.get("typ") == TYPE else None


def key_id(key: SecretStr) -> str:
    """Says which key signed, so that keys can be changed while tokens are out."""
    return hash_token(key.get_secret_value())[:8]
