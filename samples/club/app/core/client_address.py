"""Where a request comes from, also behind proxies."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from fastapi import Request
from starlette.datastructures import Address

LOCAL = "127.0.0.1"


def parse_address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def is_from_header(peer: Address, hops: list[str]) -> bool:
    """uvicorn believes the header when it comes from this machine. No real peer has the port 0."""
    written = (f"{peer.host}:{peer.port}", f"[{peer.host}]:{peer.port}")
    return peer.port == 0 or any(hop.strip() in written for hop in hops)


def client_address(request: Request) -> IPv4Address | IPv6Address:
    """X-Forwarded-For is read from the right, and only while a trusted proxy wrote what is read."""
    trusted: list[IPv4Network | IPv6Network] = request.app.state.settings.trusted_proxies
    hops = ",".join(request.headers.getlist("X-Forwarded-For")).split(",")
    peer = request.client or Address(LOCAL, 0)
    is_real = bool(trusted) or not is_from_header(peer, hops)

    address = (parse_address(peer.host) if is_real else None) or ip_address(LOCAL)
    for hop in reversed(hops):
        next_address = parse_address(hop.strip())
        if next_address is None or not any(address in network for network in trusted):
            break
        address = next_address
    return address
