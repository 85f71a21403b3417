"""The engine of an application, and a session for each request."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, Request
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from app.db.engine import application_engine


@asynccontextmanager
async def open_database(app: FastAPI) -> AsyncIterator[None]:
    engine = application_engine(app.state.settings.database_url)
    # Rows stay readable after a commit: an expired one can not be reloaded by reading it.
    app.state.sessions = async_sessionmaker(engine, expire_on_commit=False)
    try:
        yield
    finally:
        await engine.dispose()


async def get_session(request: Request) -> AsyncIterator[AsyncSession]:
    sessions: async_sessionmaker[AsyncSession] = request.app.state.sessions
    async with sessions() as session:
        yield session


# Closed when the route function is done, not when the answer is sent.
SessionDep = Annotated[AsyncSession, Depends(get_session, scope="function")]
