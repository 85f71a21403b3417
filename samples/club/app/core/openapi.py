"""FastAPI, with the schema of our errors in its OpenAPI document."""

from typing import Any

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from app.core.errors import Problem


class Application(FastAPI):
    def openapi(self) -> dict[str, Any]:
        """Add what the routes refer to: a response `model` would be listed as plain JSON too."""
        document = super().openapi()
        _, problem = models_json_schema(
            [(Problem, "serialization")], ref_template="#/components/schemas/{model}"
        )
        document.setdefault("components", {}).setdefault("schemas", {}).update(problem["$defs"])
        return document
