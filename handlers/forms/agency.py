"""The agency in a form: found in the registry, or typed when it is not there."""

from bot.rules.errors import InvalidForm
from handlers import action_ids
from handlers.asking import Payload
from handlers.forms.fields import Field, read, search, text

NAMED = "agency"
TYPED = "agency_typed"


def fields() -> tuple[Field, ...]:
    return (
        search(
            NAMED,
            "Agency, from the registry",
            action_ids.FIND_AGENCY,
            least=0,
            required=False,
            hint="Search by name, state or ORI.",
        ),
        text(TYPED, "Agency, if the registry does not have it", required=False),
    )


def agency(view: Payload) -> str:
    """Id of the agency that was found, or the name that was typed. Raises InvalidForm without either."""
    named = read(view, NAMED) or read(view, TYPED)
    if not named:
        raise InvalidForm({NAMED: "Choose the agency, or type its name below."})
    return named
