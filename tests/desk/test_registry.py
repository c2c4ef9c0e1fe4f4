"""The registries: who may look and edit, what is found, and what a form that is already open may not do."""

from typing import Any

import pytest

from bot.rules.errors import DeskError, InvalidForm, NotYet, Refusal
from bot.rules.registry import AgencyForm, CountryForm, RequirementForm, TermForm
from storage.records.agencies import Agency, AgencyKind, LiaisonPerson
from storage.records.countries import Topic
from storage.records.people import Actor, Person
from storage.records.terms import TermKind
from tests.desk.around import both_databases
from tests.desk.floor import (
    ADMITTED,
    AUDITOR,
    NEWCOMER,
    OFFICER,
    REQUESTER,
    SECOND,
    STRANGER,
    SUPERVISOR,
    Floor,
)

STAFF_WITH_ROLES = (REQUESTER, ADMITTED, OFFICER, SUPERVISOR, AUDITOR)
TREATY = RequirementForm(topic=Topic.TREATY, text="An invented demand.", source="An invented treaty, 1990")


def an_agency_form(**changes: Any) -> AgencyForm:
    facts: dict[str, Any] = {"name": "Example Harbor Patrol", "kind": AgencyKind.LOCAL, "state": "me"}
    return AgencyForm(**(facts | changes))


def a_term(**changes: Any) -> TermForm:
    facts: dict[str, Any] = {"kind": TermKind.OFFENCE, "code": "grooming", "label": "Grooming"}
    facts["source"] = "A law"
    return TermForm(**(facts | changes))


def patrol(floor: Floor, **changes: Any) -> Agency:
    return floor.desk.registry_edits.add_agency(OFFICER, an_agency_form(**changes), "k")


@pytest.mark.parametrize("asker", STAFF_WITH_ROLES, ids=lambda each: each.id)
def test_everybody_with_a_role_may_look(floor: Floor, asker: Person) -> None:
    registry = floor.desk.registry
    entry, found = registry.country(asker, "MX"), registry.agency(asker, "VAEX00100")
    terms = (registry.offences(asker), registry.programmes(asker))

    edits = asker in {OFFICER, SUPERVISOR}
    assert (entry.country.name, entry.members, entry.may_edit) == ("Mexico", 196, edits)
    assert [each.id for each in found.agencies] == ["example-county-sheriff"]
    assert (found.may_edit, found.may_remove) == (edits, asker == SUPERVISOR)
    assert {each.may_edit for each in terms} == {edits}


@pytest.mark.parametrize("asker", [NEWCOMER, STRANGER], ids=lambda each: each.id)
def test_whoever_has_no_role_may_not_look(floor: Floor, asker: Person) -> None:
    for look in (
        lambda: floor.desk.registry.country(asker, "MX"),
        lambda: floor.desk.registry.agency(asker, "TX"),
        lambda: floor.desk.registry.offences(asker),
    ):
        with pytest.raises(Refusal):
            look()


@pytest.mark.parametrize("asker", [REQUESTER, ADMITTED, AUDITOR], ids=lambda each: each.id)
def test_only_officers_and_supervisors_edit_and_refusals_are_audited(floor: Floor, asker: Person) -> None:
    edits = floor.desk.registry_edits
    for edit in (
        lambda: edits.add_agency(asker, an_agency_form(), "k"),
        lambda: edits.edit_agency(asker, "example-city-police", an_agency_form(), 1),
        lambda: edits.edit_country(asker, "MX", CountryForm(name="Mexico"), 1),
        lambda: edits.add_requirement(asker, "MX", TREATY, "k"),
        lambda: edits.withdraw_requirement(asker, "q"),
        lambda: edits.add_term(asker, a_term()),
        lambda: edits.edit_term(asker, a_term(), 1),
        lambda: floor.desk.registry.check_editor(asker),
    ):
        with pytest.raises(Refusal, match="Only officers and supervisors"):
            edit()

    assert (asker.id, "registry.country.edit") in floor.refused("country:MX")


@pytest.mark.parametrize(
    ("words", "code"),
    [("MX", "MX"), ("mexico", "MX"), ("cote d'ivoire", "CI"), ("Zimb", "ZW"), ("niger", "NE"), ("US", "US")],
)
def test_a_country_is_found_by_its_letters_or_its_name(floor: Floor, words: str, code: str) -> None:
    entry = floor.desk.registry.country(REQUESTER, words)

    assert (entry.country.code, entry.via) == (code, None)


@both_databases
def test_a_sub_bureau_leads_to_its_country_and_so_does_its_requirement(floor: Floor) -> None:
    added = floor.desk.registry_edits.add_requirement(OFFICER, "HK", TREATY, "k")
    entry = floor.desk.registry.country(REQUESTER, "hong kong")

    assert entry.via is not None
    assert (entry.via.code, entry.country.code) == ("HK", "CN")
    assert {each.code for each in entry.sub_bureaus} == {"HK", "MO"}
    assert entry.requirements == (added,)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("Atlantis", "I know no country as “Atlantis”"), ("guinea", None), ("united", "Give the two letters")],
)
def test_a_country_that_is_unknown_or_one_of_several_is_asked_for_again(
    floor: Floor, words: str, sentence: str | None
) -> None:
    if sentence is None:
        assert floor.desk.registry.country(OFFICER, words).country.code == "GN"
        return
    with pytest.raises(DeskError, match=sentence):
        floor.desk.registry.country(OFFICER, words)


def test_a_state_lists_its_agencies_and_its_task_forces(floor: Floor) -> None:
    by_letters, by_name = (floor.desk.registry.agency(REQUESTER, words) for words in ("tx", "Texas"))

    assert by_letters.agencies == by_name.agencies
    assert {each.kind for each in by_letters.agencies} == {AgencyKind.LOCAL, AgencyKind.ICAC}
    assert sum(each.kind is AgencyKind.ICAC for each in by_letters.agencies) == 3


def test_an_agency_is_found_by_parts_of_its_name(floor: Floor) -> None:
    found = floor.desk.registry.agency(REQUESTER, "harbor police")

    assert [each.id for each in found.agencies] == ["harbor-city-police"]
    assert floor.desk.registry.agency(REQUESTER, "nothing such").agencies == ()


def test_a_new_agency_is_offered_at_once_and_the_same_form_makes_one(floor: Floor) -> None:
    people = "Casey Example; 202-555-0101\nRobin Example; ; robin@agency.example"
    first, again = (patrol(floor, ori="meex 09900", liaisons=people) for _ in range(2))

    assert first == again
    assert first in floor.desk.registry.agencies()
    assert (first.state, first.ori) == ("ME", "MEEX09900")
    assert first.liaisons == (
        LiaisonPerson(name="Casey Example", telephone="202-555-0101"),
        LiaisonPerson(name="Robin Example", email="robin@agency.example"),
    )
    assert floor.audited(f"agency:{first.id}") == [(OFFICER.id, "registry.agency.add")]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "fill this in"),
        ("name", "=HYPERLINK(1)", "looks like a formula"),
        ("name", "x" * 101, "at most 100 fit"),
        ("state", "ZZ", "two letters, such as TX"),
        ("ori", "123", "nine characters"),
        ("ori", "VAEX00100", "Example County Sheriff's Office has this ORI already"),
        ("telephone", "call me", "Write a telephone number"),
        ("email", "nobody", "Write one e-mail address"),
        ("liaisons", "Casey Example; 12", "Line 1: Write a telephone number"),
        ("liaisons", "\n".join(["Casey"] * 6), "At most 5 people fit"),
    ],
)
def test_a_mistake_in_an_agency_stands_beside_its_field(
    floor: Floor, field: str, value: str, sentence: str
) -> None:
    with pytest.raises(InvalidForm) as refused:
        patrol(floor, **{field: value})

    assert set(refused.value.errors) == {field}
    assert sentence in refused.value.errors[field]


def test_an_edit_is_audited_by_the_fields_that_changed_and_none_when_none_did(floor: Floor) -> None:
    agency = patrol(floor)
    edits = floor.desk.registry_edits
    changed = edits.edit_agency(SECOND, agency.id, an_agency_form(telephone="202-555-0100"), 1)
    same = edits.edit_agency(SECOND, agency.id, an_agency_form(telephone="202-555-0100"), 2)

    assert (changed.version, same.version) == (2, 2)
    assert [each.fields for each in floor.trail(f"agency:{agency.id}")][:1] == [("telephone",)]
    assert len(floor.trail(f"agency:{agency.id}")) == 2


def test_a_form_that_somebody_overtook_changes_nothing(floor: Floor) -> None:
    edits = floor.desk.registry_edits
    edits.edit_country(OFFICER, "MX", CountryForm(name="Mexico", ncb="NCB Example", source="A letter"), 1)
    edits.edit_agency(OFFICER, "example-city-police", an_agency_form(), 1)
    edits.add_term(OFFICER, a_term())
    edits.edit_term(OFFICER, a_term(label="Grooming of a child"), 1)

    for late in (
        lambda: edits.edit_country(SECOND, "MX", CountryForm(name="Other"), 1),
        lambda: edits.edit_agency(SECOND, "example-city-police", an_agency_form(name="Other"), 1),
        lambda: edits.remove_agency(SUPERVISOR, "example-city-police", 1),
        lambda: edits.edit_term(SECOND, a_term(label="Other"), 1),
    ):
        with pytest.raises(NotYet, match="It has changed since you looked"):
            late()
    assert floor.desk.registry.country(OFFICER, "MX").country.ncb == "NCB Example"


def test_a_removed_agency_is_refused_in_a_form_that_is_open_and_records_keep_it(floor: Floor) -> None:
    before = floor.file_request(agency="example-city-police")
    with pytest.raises(Refusal, match="Only a supervisor"):
        floor.desk.registry_edits.remove_agency(OFFICER, "example-city-police", 1)
    removed = floor.desk.registry_edits.remove_agency(SUPERVISOR, "example-city-police", 1)
    with pytest.raises(InvalidForm, match="removed from the registry") as refused:
        floor.file_request(agency="example-city-police", key="open")
    with pytest.raises(DeskError, match="No agency is registered"):
        floor.desk.people.admit(ADMITTED.id, "example-city-police", by=SUPERVISOR.id)  # type: ignore[arg-type]

    assert set(refused.value.errors) == {"agency"}
    assert removed not in floor.desk.registry.agencies()
    assert floor.desk.registry.agency(OFFICER, "TXEX00200").agencies == (removed,)
    assert floor.desk.requests.details(OFFICER, before.id).request.agency_id == "example-city-police"


def test_a_removal_is_taken_back(floor: Floor) -> None:
    edits = floor.desk.registry_edits
    edits.remove_agency(SUPERVISOR, "example-city-police", 1)
    back = edits.restore_agency(SUPERVISOR, "example-city-police", 2)

    assert back in floor.desk.registry.agencies()
    assert floor.file_request(agency="example-city-police").agency_id == "example-city-police"


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"name": "*Mexico*"}, "name", "Use letters"),
        ({"name": "evil.example"}, "name", "Use letters"),
        ({"name": "France"}, "name", "Another country has this name"),
        ({"ncb": "NCB Example"}, "source", "Name the source"),
        ({"response_days": "0", "source": "A letter"}, "response_days", "whole days"),
        ({"left_on": "2999-01-01", "source": "A letter"}, "left_on", "in the future"),
        ({"left_on": "yesterday", "source": "A letter"}, "left_on", "Give a real date"),
    ],
)
def test_a_mistake_in_a_country_stands_beside_its_field(
    floor: Floor, changes: dict[str, str], field: str, sentence: str
) -> None:
    form = CountryForm(**({"name": "Mexico"} | changes))
    with pytest.raises(InvalidForm) as refused:
        floor.desk.registry_edits.edit_country(OFFICER, "MX", form, 1)

    assert set(refused.value.errors) == {field}
    assert sentence in refused.value.errors[field]


def test_the_united_states_never_leave(floor: Floor) -> None:
    form = CountryForm(name="United States", left_on="2026-01-01", source="A letter")

    with pytest.raises(InvalidForm, match="the desk's own country"):
        floor.desk.registry_edits.edit_country(OFFICER, "US", form, 1)


@pytest.mark.parametrize(
    ("country", "sentence"),
    [
        ("ZZ", "This is not a member country"),
        ("US", "the United States' own bureau"),
        ("PR", "the United States' own bureau"),
        ("HK", "Hong Kong is a sub-bureau of China and no member itself. Choose China."),
        ("MX", "Mexico has not been a member since 2026-01-31"),
    ],
)
def test_a_country_that_cannot_be_asked_is_refused_with_why(
    floor: Floor, country: str, sentence: str
) -> None:
    form = CountryForm(name="Mexico", left_on="2026-01-31", source="An invented letter")
    floor.desk.registry_edits.edit_country(OFFICER, "MX", form, 1)
    for file in (floor.file_request, floor.file_notice):
        with pytest.raises(InvalidForm) as refused:
            file(country=country)

        assert sentence in refused.value.errors["country"]
    assert floor.desk.registry.country(OFFICER, "FR").members == 195


def test_a_requirement_is_recorded_once_with_who_and_when_and_withdrawn_once(floor: Floor) -> None:
    edits = floor.desk.registry_edits
    added, again = (edits.add_requirement(OFFICER, "MX", TREATY, "k") for _ in range(2))
    stands = floor.desk.registry.country(REQUESTER, "MX").requirements
    edits.withdraw_requirement(SECOND, added.id)
    with pytest.raises(NotYet, match="withdrawn already"):
        edits.withdraw_requirement(OFFICER, added.id)

    assert (added, (added,)) == (again, stands)
    assert added.recorded_by == Actor(OFFICER.id)
    assert added.recorded_at == floor.clock.now()
    assert floor.desk.registry.country(REQUESTER, "MX").requirements == ()
    assert floor.trail("country:MX")[-1].fields == ("treaty",)


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"source": ""}, "source", "A requirement needs a source"),
        ({"text": "+cmd|x"}, "text", "looks like a formula"),
        ({"topic": Topic.PROVISIONAL_ARREST, "text": "soon"}, "text", "Begin with the number of days"),
    ],
)
def test_a_mistake_in_a_requirement_stands_beside_its_field(
    floor: Floor, changes: dict[str, Any], field: str, sentence: str
) -> None:
    form = RequirementForm(**({"topic": Topic.TREATY, "text": "A demand", "source": "A law"} | changes))
    with pytest.raises(InvalidForm) as refused:
        floor.desk.registry_edits.add_requirement(OFFICER, "MX", form, "k")

    assert set(refused.value.errors) == {field}
    assert sentence in refused.value.errors[field]


def test_no_card_gets_more_requirements_than_it_can_show(floor: Floor) -> None:
    for number in range(12):
        floor.desk.registry_edits.add_requirement(OFFICER, "MX", TREATY, f"k{number}")

    with pytest.raises(DeskError, match="Mexico has 12 requirements"):
        floor.desk.registry_edits.add_requirement(OFFICER, "MX", TREATY, "one more")


def test_a_new_offence_is_offered_and_a_retired_one_only_keeps_its_label(floor: Floor) -> None:
    edits, names = floor.desk.registry_edits, floor.desk.names
    edits.add_term(OFFICER, a_term())
    offered = dict(names.offered(TermKind.OFFENCE))
    edits.edit_term(OFFICER, a_term(retired=True), 1)

    assert offered["grooming"] == "Grooming"
    assert list(offered)[-1] == "other"
    assert "grooming" not in dict(names.offered(TermKind.OFFENCE))
    assert names.offence("grooming") == "Grooming"
    assert names.offence("never") is None


def test_an_offence_that_was_retired_since_the_form_opened_is_refused(floor: Floor) -> None:
    known = floor.desk.registry.term(OFFICER, TermKind.OFFENCE, "kidnapping")
    form = a_term(code=known.code, label=known.label, source=known.source, retired=True)
    floor.desk.registry_edits.edit_term(OFFICER, form, known.version)

    with pytest.raises(InvalidForm, match="not offered any more"):
        floor.file_request()


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"code": "Two Words"}, "code"), ({"code": "rape"}, "code"), ({"label": "<b>"}, "label")],
)
def test_a_mistake_in_a_term_stands_beside_its_field(
    floor: Floor, changes: dict[str, str], field: str
) -> None:
    with pytest.raises(InvalidForm) as refused:
        floor.desk.registry_edits.add_term(OFFICER, a_term(**changes))

    assert set(refused.value.errors) == {field}


def test_what_is_gone_is_answered_with_a_sentence(floor: Floor) -> None:
    edits = floor.desk.registry_edits
    for ask in (
        lambda: edits.edit_agency(OFFICER, "nowhere", an_agency_form(), 1),
        lambda: edits.edit_country(OFFICER, "ZZ", CountryForm(name="Nowhere"), 1),
        lambda: edits.withdraw_requirement(OFFICER, "q"),
        lambda: edits.edit_term(OFFICER, a_term(code="never"), 1),
        lambda: floor.desk.registry.term(OFFICER, TermKind.OFFENCE, "never"),
    ):
        with pytest.raises(DeskError, match=r"There is no|No offence is recorded"):
            ask()
