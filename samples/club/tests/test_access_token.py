"""Access tokens: which ones are refused, and how keys change."""

import datetime as dt
from typing import Any

import jwt
import pytest
from httpx2 import AsyncClient
from pydantic import SecretStr, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.settings import Settings
from app.core.tokens import TYPE, Access, decode_access_token, encode_access_token
from tests.accounts import AUTH, by, log_in, token_of

ACCESS = Access(user_id="1", sid="2")
OTHER_KEY = "another-key-that-is-as-long-as-a-key-must-be"


def forge(token: str, key: str | None = None, algorithm: str = "HS256", **changed: Any) -> str:
    """The same token, with other claims, of another type or with another signature."""
    typ = changed.pop("typ", TYPE)
    claims = jwt.decode(token, options={"verify_signature": False}) | changed
    kept = {name: value for name, value in claims.items() if value is not None}
    kid = jwt.get_unverified_header(token)["kid"]
    if key is None:
        key = Settings(database_url="sqlite://").secret_key.get_secret_value()
    return jwt.encode(kept, key, algorithm, headers={"kid": kid, "typ": typ})


PAST = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
FORGERIES: dict[str, dict[str, Any]] = {
    "unsigned": {"key": "", "algorithm": "none"},
    "another key": {"key": OTHER_KEY},
    "another algorithm": {"algorithm": "HS512"},
    "another type": {"typ": "JWT"},
    "no type": {"typ": ""},
    "another audience": {"aud": "another"},
    "another issuer": {"iss": "https://another.example"},
    "expired": {"exp": PAST},
    "without end": {"exp": None},
    "without login": {"sid": None},
    "of another login": {"sid": "another"},
    "of another user": {"sub": "another"},
}


@pytest.mark.parametrize("forgery", FORGERIES)
@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
async def test_a_forged_token_is_refused(
    client: AsyncClient, session: AsyncSession, forgery: str
) -> None:
    await log_in(client, session)
    token = token_of(client)
    for changes, status in (({}, 200), (FORGERIES[forgery], 401)):
        forged = by({"access_token": forge(token, **changes)})
        assert (await client.get(f"{AUTH}/me", headers=forged)).status_code == status


@pytest.mark.parametrize("token", ["", "x", "x.y.z", "..", "e30.e30.e30"])
async def test_what_is_no_token_is_refused(client: AsyncClient, token: str) -> None:
    headers = by({"access_token": token})
    assert (await client.get(f"{AUTH}/me", headers=headers)).status_code == 401


def test_a_key_that_went_out_of_use_is_still_known(settings: Settings) -> None:
    token = encode_access_token(settings, ACCESS)
    changed = settings.model_copy(update={"secret_key": SecretStr(OTHER_KEY)})
    assert decode_access_token(changed, token) is None
    keys = {"previous_secret_keys": [settings.secret_key]}
    assert decode_access_token(changed.model_copy(update=keys), token) == ACCESS


def test_a_short_key_does_not_boot() -> None:
    with pytest.raises(ValidationError, match="secret_key"):
        Settings(database_url="sqlite://", secret_key=SecretStr("x" * 31))
