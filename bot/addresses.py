"""How the addresses in settings are written."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit


def is_gateway(address: str) -> bool:
    """An Apprise address with a place for the person's own one."""
    return "{to}" in address and re.fullmatch(r"[a-z][a-z0-9+.-]*://\S+", address) is not None


def is_web_address(address: str) -> bool:
    """By HTTP or HTTPS, and with a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in address


def is_loopback(address: str) -> bool:
    """Whether that web address is on this machine."""
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
