"""Every form as it opens, under its name: for checks that walk all of them."""

from collections.abc import Mapping

from handlers.forms import agency_entry, country, escalate, hand, note, notice, request, resolve, term
from handlers.views.blocks import View
from handlers.views.words import DeskWords
from storage.records.agencies import Agency, AgencyKind
from storage.records.countries import Country
from storage.records.notices import Colour
from storage.records.terms import Term, TermKind

SAMPLE = "sample"
_COUNTRY = Country(code="FR", name="France")
_AGENCY = Agency(id=SAMPLE, name=SAMPLE, kind=AgencyKind.OTHER, state="DC")
_TERM = Term(kind=TermKind.OFFENCE, code=SAMPLE, label=SAMPLE, source=SAMPLE)


def every_form(desk: DeskWords) -> Mapping[str, View]:
    """New records of each kind, pages, and entries of the registries."""
    return {
        "request": request.render(key=SAMPLE, on_behalf=True, desk=desk),
        "colour": notice.render_colour(key=SAMPLE),
        **{f"{colour} notice": notice.render(key=SAMPLE, colour=colour, desk=desk) for colour in Colour},
        "escalate": escalate.render(key=SAMPLE, desk=desk),
        "hand": hand.render(escalation_id=SAMPLE),
        "note": note.render(escalation_id=SAMPLE, limit=desk.text_limit),
        "country": country.render(_COUNTRY),
        "requirement": country.render_requirement(key=SAMPLE, country=_COUNTRY),
        "new agency": agency_entry.render_new(key=SAMPLE),
        "agency": agency_entry.render(_AGENCY),
        "new term": term.render_new(TermKind.OFFENCE),
        "term": term.render(_TERM),
        "resolve": resolve.render(escalation_id=SAMPLE, limit=desk.text_limit),
    }
