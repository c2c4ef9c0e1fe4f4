"""User ids as they are typed at the command line."""

import re
from typing import Annotated

import typer

_USER_ID = re.compile(r"(T[A-Z0-9]+/)?[UW][A-Z0-9]+")


def checked_user(user: str | None) -> str | None:
    """Raises typer.BadParameter for a name: a role given to it would be nobody's."""
    if user is not None and not _USER_ID.fullmatch(user):
        raise typer.BadParameter(
            f"{user} is not a Slack user id. In Slack: the person's profile, the three dots, Copy member ID."
        )
    return user


User = Annotated[
    str,
    typer.Argument(
        help="Slack user id, such as U012AB3CD; T9/U012AB3CD for somebody from outside.",
        callback=checked_user,
    ),
]
