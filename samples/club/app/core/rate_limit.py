"""How often a client may ask: `dependencies=[Depends(rate_limit("5/minute"))]` limits a route."""

from collections.abc import Callable, Coroutine
from hashlib import sha256
from ipaddress import IPv6Address, IPv6Network
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Request, status
from fastapi.routing import iter_route_contexts
from limits import parse

from app.core.client_address import client_address
from app.core.rate_counter import PAUSE_SECONDS, RateCounter, Standing


class Limiter:
    """What one request is limited by."""

    def __init__(self, counter: RateCounter) -> None:
        self.counter = counter
        self.standings: dict[str, Standing] = {}

    async def require(self, rule: str, name: str, key: str, *, fail_open: bool = True) -> None:
        """Count the request for a key, such as an account that it names; too often is 429.

        `fail_open` says what becomes of it while Redis does not answer: it passes, or is 503.
        """
        # A key may be personal, and of any length.
        standing = await self.counter.count(rule, name, sha256(key.encode()).hexdigest())
        if standing is None and fail_open:
            return
        if standing is None:
            raise HTTPException(
                status.HTTP_503_SERVICE_UNAVAILABLE,
                "Requests cannot be counted",
                headers={"Retry-After": str(PAUSE_SECONDS)},
            )
        self.standings[name] = standing
        if not standing.is_allowed:
            raise HTTPException(
                status.HTTP_429_TOO_MANY_REQUESTS,
                f"Too many requests: try again in {standing.reset_seconds} s",
                headers={"Retry-After": str(standing.reset_seconds)},
            )


def get_limiter(request: Request) -> Limiter:
    limiter: Limiter = request.state.limiter
    return limiter


LimiterDep = Annotated[Limiter, Depends(get_limiter)]
Key = Callable[[Request], str]


def address(request: Request) -> str:
    """The client's address; in IPv6 its network, for a client has all addresses of that."""
    found = client_address(request)
    if isinstance(found, IPv6Address):
        return f"address {IPv6Network((int(found), 64), strict=False)}"
    return f"address {found}"


def caller(request: Request) -> str:
    """Who has logged in, else the address."""
    principal: str | None = getattr(request.state, "principal", None)
    return address(request) if principal is None else f"user {principal}"


def header(name: str) -> Key:
    """What a header says, such as an API key, else the address.

    The route must refuse keys that nobody was given: a client could make up one for each request.
    """

    def key(request: Request) -> str:
        value = request.headers.get(name)
        return address(request) if value is None else f"{name} {value}"

    return key


def route_of(request: Request) -> str:
    """Method and template. `scope["route"].path` lacks the prefixes of the routers around it."""
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    for route in iter_route_contexts(request.app.routes):
        if request.method in (route.methods or ()) and route.path_regex.match(path):
            return f"{request.method} {route.path}"
    return "no route"


def rate_limit(
    rule: str, *, by: Key = caller, fail_open: bool = True
) -> Callable[[Request, Limiter], Coroutine[Any, Any, None]]:
    """A dependency that limits how often a client may call a route.

    A limit by `caller` stands behind the dependency that finds out who calls.
    """
    parse(rule)  # What is no rule fails when the application is loaded.

    async def limit(request: Request, limiter: LimiterDep) -> None:
        key = f"{route_of(request)} {by(request)}"
        await limiter.require(rule, rule, key, fail_open=fail_open)

    return limit
