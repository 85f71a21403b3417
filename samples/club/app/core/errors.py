"""Errors as clients see them: problem details (RFC 9457)."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Request, status
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from app.core.request_id import current_request_id

PROBLEM_MEDIA_TYPE = "application/problem+json"

# Python 3.13 renamed these two; clients see one name on every version.
TITLES = {
    status.HTTP_413_CONTENT_TOO_LARGE: "Content Too Large",
    status.HTTP_422_UNPROCESSABLE_CONTENT: "Unprocessable Content",
}

# HTTP forbids a body in these, and servers refuse to send one.
STATUSES_WITHOUT_BODY = {204, 205, 304}


class FieldProblem(BaseModel):
    """What is wrong with one part of the request. The value itself is not repeated."""

    loc: list[int | str]
    msg: str
    type: str


class Problem(BaseModel):
    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    request_id: str
    errors: list[FieldProblem] | None = None


# For OpenAPI. Ranges, because any route may answer with any of them.
PROBLEM_RESPONSES: dict[int | str, dict[str, Any]] = {
    status_range: {
        "content": {PROBLEM_MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status_range in ("4XX", "5XX")
}


def title_of(status_code: int) -> str:
    try:
        return TITLES.get(status_code) or HTTPStatus(status_code).phrase
    except ValueError:  # A status that is not registered, such as 499 or 520.
        return "Server Error" if status_code >= 500 else "Client Error"


def problem_response(
    status_code: int,
    detail: str | None = None,
    errors: list[FieldProblem] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    title = title_of(status_code)
    problem = Problem(
        title=title,
        status=status_code,
        detail=detail or title,
        code=re.sub(r"\W+", "_", title.lower()),
        request_id=current_request_id.get(),
        errors=errors,
    )
    return JSONResponse(
        problem.model_dump(exclude_none=True),
        status_code=status_code,
        headers=headers,
        media_type=PROBLEM_MEDIA_TYPE,
    )


async def handle_http_exception(_: Request, error: HTTPException) -> Response:
    if error.status_code in STATUSES_WITHOUT_BODY:
        return Response(status_code=error.status_code, headers=error.headers)
    # Starlette says that a detail is text, FastAPI allows anything. The repr of an object is not
    # for people to read and may show more than was meant: the title stands in. To send members
    # of your own, add them to Problem.
    detail: object = error.detail
    text = detail if isinstance(detail, str) else None
    return problem_response(error.status_code, text, headers=error.headers)


async def handle_validation_error(_: Request, error: RequestValidationError) -> JSONResponse:
    return problem_response(
        status.HTTP_422_UNPROCESSABLE_CONTENT,
        "The request is not valid",
        errors=[FieldProblem.model_validate(each) for each in error.errors()],
    )
