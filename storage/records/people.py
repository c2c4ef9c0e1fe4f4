"""People of the desk: who they are to Slack, and what they may be here."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

PersonId = NewType("PersonId", str)
"""`U123` for somebody of the desk's own workspace, `T9/U123` for somebody from outside it."""

Actor = NewType("Actor", str)
"""Who did it: a PersonId, `operator:<os user>` at the command line, or `system`."""

SYSTEM = Actor("system")


class Role(StrEnum):
    """Ordered by what a person may do; nobody has one by default."""

    REQUESTER = "requester"
    OFFICER = "officer"
    SUPERVISOR = "supervisor"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What the desk knows of somebody. No name: Slack shows names, and the desk keeps none."""

    id: PersonId
    role: Role | None = None
    agency_id: str | None = None
    outside: bool = False
    """A guest, a stranger or a member of another workspace: refused unless admitted by a supervisor."""
    deactivated: bool = False
    is_bot: bool = False
    timezone: str = "America/New_York"
    checked_at: datetime | None = None
    """When Slack last told who this is; None: known by a grant only."""
