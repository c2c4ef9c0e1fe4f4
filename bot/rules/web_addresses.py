"""Web addresses: read as people write them, kept so that nothing opens them, compared by their meaning."""

import re

from bot.rules import fields

_ADDRESS = re.compile(
    r"(?:(?P<scheme>h(?:tt|xx)ps?|f(?:t|x)p)(?:://|\[:\]//))?"
    r"(?:(?P<user>[^\s/?#@]*)@)?"
    r"(?P<host>\[[0-9a-f:]+\]|[^\s/?#:@]+)"
    r"(?::(?P<port>\d{1,5}))?"
    r"(?P<rest>[/?#]\S*)?",
    re.IGNORECASE,
)
_DOTS = re.compile(r"\[\.\]|\(\.\)|\[dot\]|[\u3002\uff0e\uff61]", re.IGNORECASE)
_ORDINARY = {"http": "80", "https": "443", "ftp": "21"}
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
CREDENTIALS = "Leave out the name and password in front of the host. They were not kept."
NONE = "Write one web address, such as example.org/page. It is not opened."


def error(text: str) -> str | None:
    """What is wrong with a web address as somebody typed it."""
    found = _read(text)
    if found is None:
        return NONE
    return CREDENTIALS if found["user"] is not None else None


def kept(text: str) -> str:
    """The address as it is kept: `hxxps://example[.]org/page`, its host in the letters of the domain system.

    Look-alike letters of other alphabets show by that. An address that cannot be read is kept as it is.
    """
    found = _read(text)
    if found is None:
        return text
    port = f":{found['port']}" if found["port"] else ""
    scheme = found["scheme"].replace("http", "hxxp").replace("ftp", "fxp")
    return f"{scheme}://{found['host'].replace('.', '[.]')}{port}{fields.kept(found['rest'] or '')}"


def meant(text: str) -> str:
    """What two spellings of one address share: no scheme, no ordinary port, no fragment, no last slash."""
    found = _read(text)
    if found is None:
        return text.strip().casefold()
    port = "" if found["port"] in {None, _ORDINARY.get(found["scheme"])} else f":{found['port']}"
    path = (found["rest"] or "").partition("#")[0].rstrip("/")
    return f"{found['host'].removeprefix('www.')}{port}{path}"


def _read(text: str) -> dict[str, str] | None:
    match = _ADDRESS.fullmatch(_DOTS.sub(".", text.strip().strip("<>")))
    if match is None:
        return None
    found = match.groupdict()
    host = _host(found["host"])
    scheme = (found["scheme"] or "http").lower().replace("xx", "tt").replace("fxp", "ftp")
    return found | {"host": host, "scheme": scheme} if host else None


def _host(host: str) -> str | None:
    """Its host in lower-case letters of the domain system; None when it is none."""
    if host.startswith("["):
        return host.lower()
    try:
        plain = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    labels = plain.split(".")
    return plain if len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels) else None
