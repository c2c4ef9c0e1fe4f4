"""Entries of the registries as views and forms show them: plain ones, and as full as they can be."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.desk.registry_facts import AgencyList, CountryEntry, TermList
from handlers.forms import agency_entry, country, term
from handlers.views import agencies, countries, terms
from handlers.views.blocks import Message, View, cut
from storage.records.agencies import Agency, AgencyKind, LiaisonPerson
from storage.records.countries import Country, Requirement, Topic
from storage.records.people import Actor
from storage.records.terms import Term, TermKind
from tests.handlers.examples import ABROAD, DESK, LONGEST, NOW, POLICY

LONG, SOURCE = cut(LONGEST, 100), cut(LONGEST, 200)
MEXICO = Country(code="MX", name="Mexico")
FULL = Country(
    code="CN",
    name="China",
    ncb=LONG,
    languages=LONG,
    response_days=30,
    source=SOURCE,
    left_on="2026-01-31",
    version=3,
)
BUREAUS = tuple(
    Country(code=f"A{letter}", name="Bosnia & Herzegovina", parent="CN") for letter in "ABCDEFGHIJ"
)
AGENCY = Agency(
    id="a1",
    name=LONG,
    kind=AgencyKind.LOCAL,
    state="VA",
    ori="VAEX00100",
    telephone="202-555-0100",
    email="front@agency.example",
    liaisons=tuple(
        LiaisonPerson(name=LONG, telephone="202-555-0101", email="x@agency.example") for _ in range(5)
    ),
)
TERM = Term(kind=TermKind.OFFENCE, code="c" * 40, label="L" * 100, source=SOURCE)


def requirement(topic: Topic, *, text: str = "60 days", source: str = "Treaty") -> Requirement:
    return Requirement(
        id=f"q-{topic}",
        country="MX",
        topic=topic,
        text=text,
        source=source,
        recorded_at=NOW,
        recorded_by=Actor(ABROAD),
    )


def entry(of: Country = MEXICO, *requirements: Requirement, via: Country | None = None) -> CountryEntry:
    return CountryEntry(
        country=of,
        via=via,
        sub_bureaus=BUREAUS if of is FULL else (),
        requirements=requirements,
        members=196,
        response=POLICY.response,
        arrest_request=timedelta(days=40),
        may_edit=True,
    )


def found(*several: Agency, state: str | None = None) -> AgencyList:
    return AgencyList(words=LONGEST[:80], state=state, agencies=several, may_edit=True, may_remove=True)


def listed(*several: Term) -> TermList:
    return TermList(kind=TermKind.OFFENCE, terms=several, may_edit=True)


_TWELVE = [requirement(topic, text=cut(LONGEST, 400), source=SOURCE) for topic in (*Topic, *Topic)]
FULL_COUNTRY = countries.message(entry(FULL, *_TWELVE, via=BUREAUS[0]), DESK)

MESSAGES: Mapping[str, Message] = {
    "country with nothing recorded": countries.message(entry(), DESK),
    "country": countries.message(entry(FULL, *_TWELVE[:5], via=BUREAUS[0]), DESK),
    "saved country": countries.saved(MEXICO),
    "added requirement": countries.requirement_added(_TWELVE[0]),
    "withdrawn requirement": countries.requirement_withdrawn(_TWELVE[0]),
    "agency": agencies.message(found(AGENCY), DESK),
    "removed agency": agencies.message(found(replace(AGENCY, removed_at=NOW)), DESK),
    "no agency": agencies.message(found(), DESK),
    "agencies of a state": agencies.message(found(*[AGENCY] * 70, state="VA"), DESK),
    "agencies by name": agencies.message(found(*[AGENCY] * 3), DESK),
    "saved agency": agencies.saved(AGENCY),
    "agency taken out": agencies.removed(AGENCY),
    "agency taken back": agencies.restored(AGENCY),
    "terms": terms.message(listed(TERM, replace(TERM, retired_at=NOW)), DESK),
    "saved term": terms.saved(TERM),
    "retired term": terms.saved(replace(TERM, retired_at=NOW)),
}
FORMS: Mapping[str, View] = {
    "country form": country.render(FULL),
    "requirement form": country.render_requirement(key="k", country=MEXICO),
    "new agency form": agency_entry.render_new(key="k"),
    "agency form": agency_entry.render(AGENCY),
    "new term form": term.render_new(TermKind.PROGRAMME),
    "term form": term.render(TERM),
}
