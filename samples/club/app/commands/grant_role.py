"""Gives somebody a role: `python -m app.commands.grant_role ada@example.com admin`.

The first admin is made by whoever runs the service, and by no request.
"""

import argparse
import asyncio
import sys

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.permissions import ROLES, roles_of
from app.core.settings import Settings
from app.db.engine import application_engine
from app.models.user import User


async def grant_role(session: AsyncSession, email: str, role: str) -> bool:
    """False when nobody has this address."""
    user = await session.scalar(select(User).where(User.email == email.lower()))
    if user is None:
        return False
    user.roles = sorted(roles_of(user) | {role})
    await session.commit()
    return True


async def run(email: str, role: str) -> int:
    engine = application_engine(Settings().database_url)
    try:
        async with AsyncSession(engine) as session:
            if await grant_role(session, email, role):
                return 0
    finally:
        await engine.dispose()
    sys.stderr.write(f"There is no account of {email}: register it first\n")
    return 1


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m app.commands.grant_role")
    parser.add_argument("email")
    parser.add_argument("role", choices=sorted(ROLES))
    given = parser.parse_args(arguments)
    return asyncio.run(run(given.email, given.role))


if __name__ == "__main__":
    sys.exit(main())
