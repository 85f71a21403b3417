import pytest
from fastapi import FastAPI, Request
from pydantic import IPvAnyNetwork, TypeAdapter

from app.core.client_address import client_address
from app.core.settings import Settings

NETWORKS = TypeAdapter(list[IPvAnyNetwork])


def address_of(
    settings: Settings,
    peer: str | None,
    forwarded: list[str],
    trusted: list[str],
    port: int = 50000,
) -> str:
    app = FastAPI()
    app.state.settings = settings.model_copy(
        update={"trusted_proxies": NETWORKS.validate_python(trusted)}
    )
    scope = {
        "type": "http",
        "app": app,
        "client": peer and (peer, port),
        "headers": [(b"x-forwarded-for", line.encode()) for line in forwarded],
    }
    return str(client_address(Request(scope)))


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.7", [], "203.0.113.7"),
        ("203.0.113.7", ["198.51.100.1"], "203.0.113.7"),
        ("203.0.113.7", ["198.51.100.1, 10.0.0.2"], "203.0.113.7"),
        ("10.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["192.0.2.66, 198.51.100.1, 10.0.0.2"], "198.51.100.1"),
        ("10.0.0.1", ["192.0.2.66", "198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["10.0.0.3, 10.0.0.2"], "10.0.0.3"),
        ("10.0.0.1", ["198.51.100.1, unknown"], "10.0.0.1"),
        ("10.0.0.1", [], "10.0.0.1"),
        ("::ffff:10.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("2001:db8::1", ["198.51.100.1"], "198.51.100.1"),
        (None, ["198.51.100.1"], "127.0.0.1"),
    ],
)
def test_only_trusted_proxies_are_believed(
    settings: Settings, peer: str | None, forwarded: list[str], address: str
) -> None:
    trusted = ["10.0.0.0/8", "2001:db8::1"]
    assert address_of(settings, peer, forwarded, trusted) == address


@pytest.mark.parametrize(
    ("forwarded", "port"),
    [("198.51.100.1", 0), ("198.51.100.1:8000", 8000), ("[198.51.100.1]", 0)],
)
def test_what_uvicorn_took_from_the_header_is_not_believed(
    settings: Settings, forwarded: str, port: int
) -> None:
    assert address_of(settings, "198.51.100.1", [forwarded], [], port) == "127.0.0.1"


def test_it_is_where_proxies_are_trusted(settings: Settings) -> None:
    trusted = ["127.0.0.1"]
    assert address_of(settings, "198.51.100.1", ["198.51.100.1"], trusted, 0) == "198.51.100.1"


def test_who_names_themselves_is_who_they_are(settings: Settings) -> None:
    named = ["198.51.100.1, 198.51.100.1:8000"]
    assert address_of(settings, "198.51.100.1", named, []) == "198.51.100.1"
