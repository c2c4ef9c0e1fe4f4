"""An agency's entry in the registry: a new one, or one that is edited."""

from dataclasses import dataclass

from bot.rules.registry import AgencyForm
from bot.rules.registry_fields import NAME, TELEPHONE, liaisons_text
from handlers.asking import Payload
from handlers.forms.fields import Field, choice, chosen, read, text
from handlers.forms.modal import carried, form
from handlers.views.blocks import View, context
from handlers.views.words import AGENCY_KINDS
from storage.records.agencies import Agency, AgencyKind

CALLBACK_ID = "registry.agency"
NEW_CALLBACK_ID = "registry.agency.new"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedAgency:
    id: str
    seen_version: int
    form: AgencyForm


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAgency:
    key: str
    form: AgencyForm


def render_new(*, key: str) -> View:
    return form(
        callback_id=NEW_CALLBACK_ID,
        title="New agency",
        submit="Add",
        fields=_fields(None),
        carries={"key": key},
        above=[context("Business contacts only: they are shown to everybody with a role at this desk.")],
    )


def render(agency: Agency) -> View:
    return form(
        callback_id=CALLBACK_ID,
        title="Edit the agency",
        submit="Save",
        fields=_fields(agency),
        carries={"agency": agency.id, "version": str(agency.version)},
        above=[context("Business contacts only: they are shown to everybody with a role at this desk.")],
    )


def parse_new(view: Payload) -> NewAgency:
    """Raises InvalidForm."""
    return NewAgency(key=carried(view)["key"], form=_form(view))


def parse(view: Payload) -> EditedAgency:
    """Raises InvalidForm."""
    carries = carried(view)
    return EditedAgency(id=carries["agency"], seen_version=int(carries["version"]), form=_form(view))


def _fields(agency: Agency | None) -> list[Field]:
    kinds = [(kind.value, label) for kind, label in AGENCY_KINDS.items()]
    return [
        text("name", "Name", limit=NAME, initial=agency.name if agency else ""),
        choice("kind", "What is it?", kinds, initial=agency.kind if agency else ""),
        text(
            "state", "State", limit=2, initial=agency.state if agency else "", hint="Two letters, such as TX."
        ),
        text(
            "ori",
            "ORI",
            limit=12,
            initial=(agency and agency.ori) or "",
            required=False,
            hint="Nine characters, such as VAEX00100. Empty when none is at hand.",
        ),
        text(
            "telephone",
            "Telephone",
            limit=TELEPHONE,
            initial=agency.telephone if agency else "",
            required=False,
        ),
        text("email", "E-mail", limit=254, initial=agency.email if agency else "", required=False),
        text(
            "liaisons",
            "Liaison people",
            long=True,
            limit=2000,
            initial=liaisons_text(agency.liaisons) if agency else "",
            required=False,
            hint="One on each line: name; telephone; e-mail.",
        ),
    ]


def _form(view: Payload) -> AgencyForm:
    names = ("name", "state", "ori", "telephone", "email", "liaisons")
    return AgencyForm(kind=chosen(view, "kind", AgencyKind), **{name: read(view, name) for name in names})
