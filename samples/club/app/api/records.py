"""What the routes of all records share: what they refuse with, for OpenAPI."""

from typing import Any

from fastapi import status

from app.core.errors import PROBLEM_RESPONSES

Responses = dict[int | str, dict[str, Any]]

CONFLICT: Responses = {status.HTTP_409_CONFLICT: PROBLEM_RESPONSES["4XX"]}
NOT_FOUND: Responses = {status.HTTP_404_NOT_FOUND: PROBLEM_RESPONSES["4XX"]}
UNAUTHORIZED: Responses = {
    status.HTTP_401_UNAUTHORIZED: PROBLEM_RESPONSES["4XX"],
    status.HTTP_403_FORBIDDEN: PROBLEM_RESPONSES["4XX"],
}
