"""One Web API call as it arrived: its method, its token and its arguments, whatever their encoding was."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from bot.sandbox.methods import METHODS, Method
from bot.sandbox.refusals import Refused
from bot.sandbox.shapes import Json

_YES = (True, 1, "1", "true", "True")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """`arguments` are as sent: JSON values, or text where the call was a form or a query."""

    method: str
    token: str | None
    arguments: Mapping[str, object]
    ignored: tuple[str, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    @property
    def known(self) -> Method | None:
        return METHODS.get(self.method)

    @property
    def channel(self) -> str | None:
        """The one that the call is about, by whichever name the method has for it."""
        return self.text("channel") or self.text("channel_id") or None

    def text(self, name: str) -> str:
        value = self.arguments.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str, *, default: bool = False) -> bool:
        value = self.arguments.get(name)
        return default if value is None else value in _YES

    def whole(self, name: str, *, default: int) -> int:
        value = self.text(name)
        try:
            return int(value) if value else default
        except ValueError:
            raise Refused("invalid_arguments", messages=[f"[ERROR] {name} must be a number"]) from None

    def json(self, name: str) -> object:
        """A structured argument, decoded where it came as text; None when it is absent."""
        value = self.arguments.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except json.JSONDecodeError:
            wrong = "invalid_blocks_format" if name == "blocks" else "invalid_arguments"
            raise Refused(wrong, messages=[f"[ERROR] {name} is not JSON"]) from None

    def object(self, name: str) -> Json:
        value = self.json(name)
        if not isinstance(value, dict):
            raise Refused("invalid_arguments", messages=[f"[ERROR] {name} must be an object"])
        return value


def read_call(method: str, *, headers: Mapping[str, str], query: str, body: bytes) -> Call:
    """Token from the Authorization header or a form field, never from the query, as at Slack."""
    content_type = headers.get("content-type", "")
    arguments: dict[str, object] = dict(parse_qsl(query, keep_blank_values=True))
    arguments.pop("token", None)
    token = _bearer(headers)
    ignored: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    if content_type.startswith("application/json"):
        sent = _json_object(body)
        known = METHODS.get(method)
        if known is not None and not known.json_input:
            ignored = tuple(name for name in sent if name != "team_id")
        else:
            arguments |= sent
        if "charset" not in content_type:
            warnings = ("missing_charset",)
    else:
        arguments |= dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
    in_form = arguments.pop("token", None)
    return Call(
        method=method,
        token=token or (in_form if isinstance(in_form, str) else None),
        arguments=arguments,
        ignored=ignored,
        warnings=warnings,
    )


def _bearer(headers: Mapping[str, str]) -> str | None:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token else None


def _json_object(body: bytes) -> Json:
    try:
        words = json.loads(body or b"{}")
    except json.JSONDecodeError:
        raise Refused("invalid_json") from None
    if not isinstance(words, dict):
        raise Refused("json_not_object")
    return words
