"""What the database refused, as clients see it."""

from fastapi import Request, status
from fastapi.responses import JSONResponse
from sqlalchemy.exc import IntegrityError

from app.core.errors import problem_response

TAKEN = "Another one has this value already"
NEEDED = "It is needed elsewhere, or needs something that is gone"
CONFLICTS: dict[object, str] = {
    "SQLITE_CONSTRAINT_UNIQUE": TAKEN,
    "SQLITE_CONSTRAINT_FOREIGNKEY": NEEDED,
    "SQLITE_CONSTRAINT_TRIGGER": NEEDED,
}


async def handle_integrity_error(_: Request, error: IntegrityError) -> JSONResponse:
    detail = CONFLICTS.get(getattr(error.orig, "sqlite_errorname", None))
    if detail is None:
        raise error  # Not a conflict, but a mistake of the application.
    return problem_response(status.HTTP_409_CONFLICT, detail)
