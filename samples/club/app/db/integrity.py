"""What the database refused, as clients see it."""

from fastapi import Request, status
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from app.core.errors import problem_response

TAKEN = "Another one has this value already"
NEEDED = "It is needed elsewhere, or needs something that is gone"
BUSY = "Others are changing it: try again"
CONFLICTS: dict[object, str] = {
    "SQLITE_CONSTRAINT_UNIQUE": TAKEN,
    "SQLITE_CONSTRAINT_FOREIGNKEY": NEEDED,
    "SQLITE_CONSTRAINT_TRIGGER": NEEDED,
    "SQLITE_BUSY": BUSY,
}


async def handle_database_error(_: Request, error: DBAPIError) -> JSONResponse:
    detail = CONFLICTS.get(getattr(error.orig, "sqlite_errorname", None))
    if detail is None:
        raise error  # Not a conflict, but a mistake of the application.
    return problem_response(status.HTTP_409_CONFLICT, detail)


async def handle_stale_data(_: Request, __: StaleDataError) -> JSONResponse:
    """Between reading and writing, somebody else has changed or removed it."""
    return problem_response(status.HTTP_409_CONFLICT, BUSY)
