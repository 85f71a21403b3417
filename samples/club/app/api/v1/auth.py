"""The routes of accounts and logins."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Header, Response, status

from app.core.errors import PROBLEM_RESPONSES
from app.core.password_strength import refuse_guessable
from app.core.rate_limit import LimiterDep, rate_limit
from app.dependencies.auth import CurrentSession, CurrentUser, SessionServiceDep
from app.dependencies.auth_service import AfterAnswerDep, AuthServiceDep
from app.models.user import User
from app.schemas.auth import (
    Credentials,
    LoginForm,
    PasswordChange,
    PasswordReset,
    RefreshBody,
    ResetRequest,
    SessionRead,
    TokenBody,
    TokenPair,
)
from app.schemas.auth_account import AccountUpdate, Registration
from app.schemas.user import UserRead


def forbid_caching(response: Response) -> None:
    """Answers hold tokens, or say who somebody is (RFC 6749, 5.1)."""
    response.headers["Cache-Control"] = "no-store"


router = APIRouter(prefix="/auth", tags=["auth"], dependencies=[Depends(forbid_caching)])

UserAgent = Annotated[str | None, Header(include_in_schema=False)]

# What can be guessed is limited by address here and by account below; what cannot, by the default.
GUESSED = [Depends(rate_limit("20/minute"))]


@router.post("/register", status_code=status.HTTP_202_ACCEPTED, dependencies=GUESSED)
async def register(body: Registration, after_answer: AfterAnswerDep, limiter: LimiterDep) -> None:
    """Always the same answer; what comes of it is told by mail."""
    refuse_guessable(body.password, body.email)
    await limiter.require("5/hour", "register", body.email)
    after_answer(lambda service: service.register(body))


@router.post("/verify", status_code=status.HTTP_204_NO_CONTENT)
async def verify(body: TokenBody, service: AuthServiceDep) -> None:
    await service.verify(body.token)


@router.post("/login", dependencies=GUESSED)
async def log_in(
    body: Credentials,
    service: AuthServiceDep,
    limiter: LimiterDep,
    user_agent: UserAgent = None,
) -> TokenPair:
    await limiter.require("5/minute", "login", body.email)
    return await service.log_in(body, user_agent=user_agent)


@router.post("/token", dependencies=GUESSED)
async def log_in_by_form(
    form: Annotated[LoginForm, Form()],
    service: AuthServiceDep,
    limiter: LimiterDep,
    user_agent: UserAgent = None,
) -> TokenPair:
    """The same, as OAuth 2 spells it: the docs page logs in by it."""
    body = Credentials(email=form.username, password=form.password)
    return await log_in(body, service, limiter, user_agent)


@router.post("/refresh")
async def refresh(body: RefreshBody, sessions: SessionServiceDep) -> TokenPair:
    return await sessions.refresh(body.refresh_token)


@router.post("/logout", status_code=status.HTTP_204_NO_CONTENT)
async def log_out(body: RefreshBody, sessions: SessionServiceDep) -> None:
    await sessions.close(body.refresh_token)


@router.post("/logout/all", status_code=status.HTTP_204_NO_CONTENT)
async def log_out_everywhere(user: CurrentUser, sessions: SessionServiceDep) -> None:
    await sessions.close_all(user.id)


@router.post("/password/change", status_code=status.HTTP_204_NO_CONTENT)
async def change_password(
    body: PasswordChange, user: CurrentUser, service: AuthServiceDep, limiter: LimiterDep
) -> None:
    """Logs out everywhere, here too."""
    await limiter.require("5/minute", "change", str(user.id))
    await service.change_password(user, body)


@router.post("/password/reset", status_code=status.HTTP_202_ACCEPTED, dependencies=GUESSED)
async def request_reset(
    body: ResetRequest, after_answer: AfterAnswerDep, limiter: LimiterDep
) -> None:
    """Always the same answer; a mail goes to who has an account."""
    await limiter.require("5/hour", "reset", body.email)
    after_answer(lambda service: service.request_reset(body.email))


@router.post(
    "/password/reset/confirm", status_code=status.HTTP_204_NO_CONTENT, dependencies=GUESSED
)
async def reset_password(body: PasswordReset, service: AuthServiceDep) -> None:
    """Logs nobody in, and out whoever is."""
    await service.reset_password(body)


@router.get("/me", response_model=UserRead)
async def get_me(user: CurrentUser) -> User:
    return user


@router.patch("/me", response_model=UserRead)
async def update_me(body: AccountUpdate, user: CurrentUser, service: AuthServiceDep) -> User:
    return await service.update(user, body)


@router.get("/sessions")
async def list_sessions(login: CurrentSession, sessions: SessionServiceDep) -> list[SessionRead]:
    shown = [SessionRead.model_validate(each) for each in await sessions.list(login.user)]
    return [each.model_copy(update={"current": each.id == login.id}) for each in shown]


@router.delete(
    "/sessions/{session_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses={status.HTTP_404_NOT_FOUND: PROBLEM_RESPONSES["4XX"]},
)
async def close_session(session_id: str, user: CurrentUser, sessions: SessionServiceDep) -> None:
    await sessions.close_one(user, session_id)
