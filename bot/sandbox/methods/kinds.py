"""The kinds of argument that Web API methods take, from JSON or from the strings of a form."""

import json
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

_TIMESTAMP = re.compile(r"\d+(\.\d{1,6})?")
_WHOLE_NUMBER = re.compile(r"\d+")
_BOOLEANS = frozenset({"true", "false", "1", "0"})


def _is_string(value: object) -> bool:
    return isinstance(value, str)


def _is_boolean(value: object) -> bool:
    return isinstance(value, bool) or str(value).lower() in _BOOLEANS


def _is_whole_number(value: object) -> bool:
    if isinstance(value, bool):
        return False
    return isinstance(value, int | str) and bool(_WHOLE_NUMBER.fullmatch(str(value)))


def _is_timestamp(value: object) -> bool:
    return isinstance(value, str) and bool(_TIMESTAMP.fullmatch(value))


def _is_id(value: object) -> bool:
    return isinstance(value, str) and bool(value) and not value.isspace()


def _from_json(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return None


def _is_object(value: object) -> bool:
    return isinstance(_from_json(value), dict)


def _is_list_of_objects(value: object) -> bool:
    found = _from_json(value)
    return isinstance(found, list) and all(isinstance(each, dict) for each in found)


def _is_list_of_ids(value: object) -> bool:
    """A JSON list, or ids with commas between."""
    if isinstance(value, str) and not value.lstrip().startswith("["):
        return all(_is_id(each) for each in value.split(","))
    found = _from_json(value)
    return isinstance(found, list) and all(_is_id(each) for each in found)


KINDS: Mapping[str, Callable[[object], bool]] = MappingProxyType(
    {
        "string": _is_string,
        "boolean": _is_boolean,
        "whole number": _is_whole_number,
        "timestamp": _is_timestamp,
        "id": _is_id,
        "list of ids": _is_list_of_ids,
        "object": _is_object,
        "list of objects": _is_list_of_objects,
    }
)
