"""The type of what travels as JSON; the block and method tables say what may stand in it."""

from typing import Any

Json = dict[str, Any]
