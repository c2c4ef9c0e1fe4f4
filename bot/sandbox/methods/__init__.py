"""The Web API methods that the sandbox speaks, and the check of a call's arguments."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.sandbox.methods.chat import CHAT
from bot.sandbox.methods.connection import CONNECTION
from bot.sandbox.methods.conversations import CONVERSATIONS
from bot.sandbox.methods.files import FILES
from bot.sandbox.methods.kinds import KINDS
from bot.sandbox.methods.model import Argument, Method
from bot.sandbox.methods.people import PEOPLE
from bot.sandbox.methods.views import VIEWS

__all__ = ["COMMON_ERRORS", "METHODS", "Argument", "Method", "check_arguments"]

METHODS: Mapping[str, Method] = MappingProxyType(
    {method.name: method for method in (*CONNECTION, *CHAT, *CONVERSATIONS, *FILES, *PEOPLE, *VIEWS)}
)

# What any method may answer beside its own errors.
COMMON_ERRORS = frozenset(
    {
        "access_denied",
        "account_inactive",
        "fatal_error",
        "internal_error",
        "invalid_arg_name",
        "invalid_arguments",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "ratelimited",
        "request_timeout",
        "service_unavailable",
        "token_expired",
        "token_revoked",
        "unknown_method",
    }
)

# Clients add these to any call: the token where no header carries it, the team of an organization's app.
_ALWAYS_ALLOWED = frozenset({"token", "team_id"})

# This method answers with whatever it was sent, so it knows no wrong argument.
_ECHOES = "api.test"


def check_arguments(method: Method, arguments: Mapping[str, object]) -> list[str]:
    """Sentences on what is missing, unknown or ill-typed; empty when Slack would take the call.

    An argument that is None counts as not given. Values may be JSON or the strings of a form.
    """
    given = {name: value for name, value in arguments.items() if value is not None}
    missing = [
        f"missing required field: {name}"
        for name, argument in method.arguments.items()
        if argument.required and name not in given
    ]
    return missing + [
        problem for name, value in given.items() if (problem := _problem(method, name, value)) is not None
    ]


def _problem(method: Method, name: str, value: object) -> str | None:
    argument = method.arguments.get(name)
    if argument is None:
        allowed = name in _ALWAYS_ALLOWED or method.name == _ECHOES
        return None if allowed else f"unknown argument: {name}"
    if not KINDS[argument.kind](value):
        article = "an" if argument.kind[0] in "aeio" else "a"
        return f"`{name}` must be {article} {argument.kind}"
    return None
