"""A country's entry, and what it asks for."""

from dataclasses import dataclass

from bot.rules.registry import CountryForm, RequirementForm
from bot.rules.registry_fields import LINE, NAME, TEXT
from handlers.asking import Payload
from handlers.forms.fields import choice, chosen, read, text
from handlers.forms.modal import carried, form
from handlers.views.blocks import View, context
from handlers.views.words import TOPICS
from storage.records.countries import Country, Topic

CALLBACK_ID = "registry.country"
REQUIREMENT_CALLBACK_ID = "registry.requirement"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedCountry:
    code: str
    seen_version: int
    form: CountryForm


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRequirement:
    key: str
    country: str
    form: RequirementForm


def render(country: Country) -> View:
    days = str(country.response_days or "")
    ncb_hint, days_hint = "They are named by their cities.", "Empty: the desk's own default."
    return form(
        callback_id=CALLBACK_ID,
        title=f"Edit {country.name}",
        submit="Save",
        fields=[
            text("name", "Name", limit=NAME, initial=country.name),
            text(
                "ncb",
                "National Central Bureau",
                limit=NAME,
                initial=country.ncb or "",
                required=False,
                hint=ncb_hint,
            ),
            text(
                "languages", "Languages it takes", limit=NAME, initial=country.languages or "", required=False
            ),
            text(
                "response_days",
                "Answers within how many days",
                limit=3,
                initial=days,
                required=False,
                hint=days_hint,
            ),
            text(
                "left_on",
                "No member since",
                limit=10,
                initial=country.left_on or "",
                required=False,
                hint="Year-month-day, such as 2026-05-17. Only for a former member.",
            ),
            text("source", "Source of these", limit=LINE, initial=country.source or "", required=False),
        ],
        carries={"code": country.code, "version": str(country.version)},
        above=[context("Leave empty what no source gives: the desk then says that it is not recorded.")],
    )


def parse(view: Payload) -> EditedCountry:
    carries = carried(view)
    names = ("name", "ncb", "languages", "response_days", "source", "left_on")
    return EditedCountry(
        code=carries["code"],
        seen_version=int(carries["version"]),
        form=CountryForm(**{name: read(view, name) for name in names}),
    )


def render_requirement(*, key: str, country: Country) -> View:
    return form(
        callback_id=REQUIREMENT_CALLBACK_ID,
        title="Add a requirement",
        submit="Add",
        fields=[
            choice("topic", "What is it about?", [(topic.value, label) for topic, label in TOPICS.items()]),
            text("text", "What does the country ask for?", long=True, limit=TEXT),
            text(
                "source",
                "Source",
                limit=LINE,
                hint="A treaty, a letter of the bureau, a web page, and its date.",
            ),
        ],
        carries={"key": key, "country": country.code},
        above=[context("It is shown with its source, the day on which you record it, and your name.")],
    )


def parse_requirement(view: Payload) -> NewRequirement:
    """Raises InvalidForm."""
    carries = carried(view)
    return NewRequirement(
        key=carries["key"],
        country=carries["country"],
        form=RequirementForm(
            topic=chosen(view, "topic", Topic), text=read(view, "text"), source=read(view, "source")
        ),
    )
