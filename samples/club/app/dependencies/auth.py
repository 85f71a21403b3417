"""Who asks, and whether they may."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, HTTPException, Request, status
from fastapi.security import OAuth2PasswordBearer

from app.core.permissions import permissions_of, roles_of
from app.core.tokens import decode_access_token
from app.dependencies.settings import SettingsDep
from app.models.login_session import LoginSession
from app.models.user import User
from app.services.session_service import SessionService, unauthenticated

# Relative, so that the docs page finds it behind a prefix too.
access_token = OAuth2PasswordBearer(tokenUrl="api/v1/auth/token", auto_error=False)

SessionServiceDep = Annotated[SessionService, Depends()]


async def require_session(
    request: Request,
    settings: SettingsDep,
    sessions: SessionServiceDep,
    token: Annotated[str | None, Depends(access_token)],
) -> LoginSession:
    """A token alone lets nobody in: its login must not have ended. One query finds both."""
    access = decode_access_token(settings, token or "")
    if access is None:
        raise unauthenticated()
    login = await sessions.find(LoginSession.sid == access.sid)
    if login is None or str(login.user_id) != access.user_id:
        raise unauthenticated()
    request.state.principal = access.user_id
    return login


CurrentSession = Annotated[LoginSession, Depends(require_session)]


async def require_user(login: CurrentSession) -> User:
    return login.user


CurrentUser = Annotated[User, Depends(require_user)]

Guard = Callable[[User], Awaitable[User]]


async def require_verified(user: CurrentUser) -> User:
    if user.verified_at is None:
        raise HTTPException(status.HTTP_403_FORBIDDEN, "Confirm your e-mail address first")
    return user


def require_roles(*roles: str) -> Guard:
    """One of these roles."""

    async def require(user: CurrentUser) -> User:
        if roles_of(user).isdisjoint(roles):
            raise forbidden()
        return user

    return require


def require_permissions(*permissions: str) -> Guard:
    """All of these permissions."""

    async def require(user: CurrentUser) -> User:
        if not permissions_of(user).issuperset(permissions):
            raise forbidden()
        return user

    return require


def forbidden() -> HTTPException:
    return HTTPException(status.HTTP_403_FORBIDDEN, "Your roles do not allow it")
