"""What the routes of other providers receive and answer."""

from pydantic import BaseModel, Field

from app.core.schemas import RequestModel


class CodeExchange(RequestModel):
    """What the front end was given when the browser came back."""

    code: str = Field(max_length=100)


class ProviderUrl(BaseModel):
    """Where to send the browser."""

    url: str
