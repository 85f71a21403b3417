"""Accounts and logins as requests say them and answers show them."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, Field, SecretStr

from app.core.fields import Email
from app.core.schemas import RecordRead, RequestModel

# Length is what counts, and no rule says of what (OWASP ASVS 5, 6.2); what is guessed all the same
# is refused by password_strength. The longest is a limit to the work that a request makes.
NewPassword = Annotated[SecretStr, Field(min_length=12, max_length=128)]
GivenPassword = Annotated[SecretStr, Field(max_length=128)]
Token = Annotated[str, Field(max_length=100)]


class Credentials(RequestModel):
    email: Email
    password: GivenPassword


class LoginForm(BaseModel):
    """Clients of OAuth 2 send more, which is not needed here."""

    username: Email
    password: GivenPassword


class TokenBody(RequestModel):
    token: Token


class RefreshBody(RequestModel):
    refresh_token: Token


class PasswordChange(RequestModel):
    current_password: GivenPassword
    password: NewPassword


class ResetRequest(RequestModel):
    email: Email


class PasswordReset(RequestModel):
    token: Token
    password: NewPassword


class TokenPair(BaseModel):
    access_token: str
    refresh_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105
    expires_in: int


class SessionRead(RecordRead):
    user_agent: str | None
    last_used_at: dt.datetime
    expires_at: dt.datetime
    current: bool = False
