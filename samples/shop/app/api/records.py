"""What the routes of all records share."""

from typing import Any

from app.core.errors import PROBLEM_RESPONSES


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What a route refuses with, for OpenAPI."""
    return dict.fromkeys(statuses, PROBLEM_RESPONSES["4XX"])
