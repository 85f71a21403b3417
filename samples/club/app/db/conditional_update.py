"""Changing what may have changed meanwhile."""

from sqlalchemy import CursorResult, Update
from sqlalchemy.ext.asyncio import AsyncSession


async def update_rows(session: AsyncSession, statement: Update) -> int:
    """How many rows it changed: of many requests that take one row at a time, one gets a 1.

    The WHERE says that the row is still free. The database lets the others wait and look again,
    which a SELECT before the UPDATE would not.
    """
    result = await session.execute(statement.execution_options(synchronize_session=False))
    return result.rowcount if isinstance(result, CursorResult) else 0
