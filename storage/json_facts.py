"""Facts as JSON and back, by the types that their dataclasses declare."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints


def to_plain(value: object) -> Any:
    """What `json.dumps` understands."""
    match value:
        case StrEnum():
            return str(value)
        case None | bool() | int() | str():
            return value
        case datetime():
            return value.isoformat()
        case Mapping():
            return {str(key): to_plain(item) for key, item in value.items()}
        case tuple():
            return [to_plain(item) for item in value]
        case _ if is_dataclass(value):
            return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            raise TypeError(f"{type(value).__name__} has no form in JSON")


def from_plain(hint: Any, value: Any) -> Any:
    """The value that `hint` declares. A field that is missing takes its default."""
    hint = hint.__supertype__ if isinstance(hint, NewType) else hint
    if get_origin(hint) in {Union, types.UnionType}:
        (only,) = (member for member in get_args(hint) if member is not type(None))
        return None if value is None else from_plain(only, value)
    if get_origin(hint) is tuple:
        return tuple(from_plain(get_args(hint)[0], item) for item in value)
    if is_dataclass(hint):
        return _fact(hint, value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    return datetime.fromisoformat(value) if hint is datetime else value


def _fact(kind: Any, value: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: from_plain(hints[name], value[name]) for name in hints if name in value})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
