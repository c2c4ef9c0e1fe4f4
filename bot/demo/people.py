"""The people of the example desk. All of them are invented, and obviously so."""

from dataclasses import dataclass

from storage.records.people import PersonId, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """`name` and `title` are what Slack shows; the desk itself keeps neither."""

    id: PersonId
    name: str
    real_name: str
    title: str
    role: Role | None
    timezone: str = "America/New_York"
    agency: str | None = None
    """Id of the agency of a requester."""
    outside: bool = False


REQUESTER = DemoPerson(
    id=PersonId("U0REQUEST"),
    name="rita",
    real_name="Rita Requester",
    title="Detective, Example County Sheriff's Office",
    role=Role.REQUESTER,
    timezone="America/Chicago",
    agency="example-county-sheriff",
)
OFFICER = DemoPerson(
    id=PersonId("U0OFFICER"), name="olga", real_name="Olga Officer", title="Desk officer", role=Role.OFFICER
)
DUTY = DemoPerson(
    id=PersonId("U0DUTY"), name="dan", real_name="Dan Duty", title="Duty officer tonight", role=Role.OFFICER
)
NEXT = DemoPerson(
    id=PersonId("U0NEXT"),
    name="nina",
    real_name="Nina Next",
    title="Next on duty",
    role=Role.OFFICER,
    timezone="America/Los_Angeles",
)
SUPERVISOR = DemoPerson(
    id=PersonId("U0SUPER"), name="sam", real_name="Sam Supervisor", title="Supervisor", role=Role.SUPERVISOR
)
AUDITOR = DemoPerson(
    id=PersonId("U0AUDIT"), name="ada", real_name="Ada Auditor", title="Auditor", role=Role.AUDITOR
)
OUTSIDER = DemoPerson(
    id=PersonId("U0GUEST"),
    name="gus",
    real_name="Gus Guest",
    title="A guest with no role at the desk",
    role=None,
    outside=True,
)

EVERYBODY = (REQUESTER, OFFICER, DUTY, NEXT, SUPERVISOR, AUDITOR, OUTSIDER)
