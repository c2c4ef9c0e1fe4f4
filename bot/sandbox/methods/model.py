"""What the sandbox knows of one Web API method."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Token = Literal["bot", "app", "none"]


@dataclass(frozen=True, slots=True)
class Argument:
    """`kind` names a check in `bot.sandbox.methods.kinds`."""

    required: bool
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One method as Slack documents it.

    `scopes`: any one of them is enough (which one depends on the kind of conversation). `tier`: Slack's rate
    tier 1 to 4, None where the method has a limit of its own. `json_input`: whether Slack reads a JSON body.
    `errors`: those of this method alone; any method may also answer one of `COMMON_ERRORS`. `reply_keys`:
    always in a successful answer, beside `ok`. `token`: the kind that the call must carry.
    """

    name: str
    arguments: Mapping[str, Argument]
    scopes: frozenset[str]
    tier: int | None
    json_input: bool
    errors: frozenset[str]
    reply_keys: frozenset[str]
    token: Token


def method(
    name: str,
    *,
    required: Mapping[str, str] | None = None,
    optional: Mapping[str, str] | None = None,
    scopes: str = "",
    tier: int | None,
    json_input: bool,
    errors: str = "",
    reply_keys: str = "",
    called_with: Token = "bot",
) -> Method:
    """A row of the tables; `scopes`, `errors` and `reply_keys` are words with blanks between."""
    arguments = {
        **{each: Argument(required=True, kind=kind) for each, kind in (required or {}).items()},
        **{each: Argument(required=False, kind=kind) for each, kind in (optional or {}).items()},
    }
    return Method(
        name=name,
        arguments=arguments,
        scopes=frozenset(scopes.split()),
        tier=tier,
        json_input=json_input,
        errors=frozenset(errors.split()),
        reply_keys=frozenset(reply_keys.split()),
        token=called_with,
    )
