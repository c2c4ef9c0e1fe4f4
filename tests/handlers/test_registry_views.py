"""What the registries' cards say, and that their forms come back as they were filled in."""

from dataclasses import replace

from bot.rules.registry import AgencyForm, CountryForm, RequirementForm, TermForm
from bot.sandbox.blocks import check_message
from handlers.forms import agency_entry, country, term
from handlers.views import agencies, countries, terms
from handlers.views.blocks import Message
from storage.records.agencies import AgencyKind
from storage.records.countries import Topic
from storage.records.terms import TermKind
from tests.handlers import registry_samples as samples
from tests.handlers.examples import DESK, NOW
from tests.handlers.filling import fill


def plain(message: Message) -> str:
    return str(list(message.blocks))


def test_what_nobody_has_recorded_is_said_so_and_a_default_is_called_one() -> None:
    shown = plain(countries.message(samples.entry(), DESK))

    assert "*Mexico* (MX), one of 196 member countries" in shown
    assert "National Central Bureau\\nnot recorded: ask the NCB" in shown
    assert "*Treaty*: not recorded: ask the NCB" in shown
    assert "flash 1 hour, urgent 24 hours, normal 10 days, routine 30 days (desk default)" in shown
    assert (
        "to the full request*: not recorded: ask the NCB; the desk reckons with 40 days (desk default)"
        in shown
    )


def test_a_requirement_is_shown_with_its_source_its_day_and_who_recorded_it() -> None:
    recorded = samples.requirement(Topic.PROVISIONAL_ARREST, text="60, article 12", source="Treaty of 1978")
    shown = plain(countries.message(samples.entry(samples.MEXICO, recorded), DESK))

    assert "Provisional arrest: days to the full request\\n60, article 12\\nSource: Treaty of 1978" in shown
    assert "Recorded <!date^1795331100^" in shown
    assert "by <@U0ZOE>" in shown
    assert "40 days" not in shown


def test_a_requirement_without_a_source_counts_as_not_recorded() -> None:
    hearsay = samples.requirement(Topic.LANGUAGE, text="English will do", source="")
    shown = plain(countries.message(samples.entry(samples.MEXICO, hearsay), DESK))

    assert "English will do" not in shown
    assert "*Language*: not recorded: ask the NCB" in shown


def test_a_sub_bureau_says_where_it_leads_and_a_former_member_since_when() -> None:
    shown = plain(countries.message(samples.entry(samples.FULL, via=samples.BUREAUS[0]), DESK))

    assert "Bosnia &amp; Herzegovina (AA) is a sub-bureau of China" in shown
    assert "*no member since 2026-01-31*: its bureau cannot be asked" in shown
    assert "*Response time*\\n30 days" in shown


def test_the_fullest_cards_keep_slacks_limits() -> None:
    many = [replace(samples.TERM, code=f"c{number}") for number in range(60)]

    assert check_message(list(samples.FULL_COUNTRY.blocks)) == []
    assert check_message(list(terms.message(samples.listed(*many), DESK).blocks)) == []
    assert check_message(list(agencies.message(samples.found(*[samples.AGENCY] * 70), DESK).blocks)) == []


def test_only_who_may_edit_sees_buttons_for_it() -> None:
    looked = [
        countries.message(replace(samples.entry(), may_edit=False), DESK),
        agencies.message(replace(samples.found(samples.AGENCY), may_edit=False, may_remove=False), DESK),
        terms.message(replace(samples.listed(samples.TERM), may_edit=False), DESK),
    ]
    officers = agencies.message(replace(samples.found(samples.AGENCY), may_remove=False), DESK)

    assert [each for each in looked if "button" in plain(each)] == []
    assert "Edit" in plain(officers)
    assert "Remove" not in plain(officers)


def test_a_retired_term_is_listed_behind_the_others_and_says_so() -> None:
    retired = replace(samples.TERM, label="A word of before", retired_at=NOW)
    message = terms.message(samples.listed(retired, samples.TERM), DESK)

    assert "A word of before" in plain(message).rpartition("LLL")[2]
    assert "Retired Nov 22, 2026, 02:05 EST" in plain(message)


def test_a_countrys_form_comes_back_as_it_was_filled_in() -> None:
    edited = country.parse(fill(country.render(samples.FULL), {"name": "Example", "response_days": "5"}))

    assert (edited.code, edited.seen_version) == ("CN", 3)
    assert edited.form == CountryForm(
        name="Example",
        ncb=samples.LONG,
        languages=samples.LONG,
        response_days="5",
        source=samples.SOURCE,
        left_on="2026-01-31",
    )


def test_a_requirements_form_comes_back_as_it_was_filled_in() -> None:
    form = country.render_requirement(key="k", country=samples.MEXICO)
    new = country.parse_requirement(fill(form, {"topic": "treaty", "text": "Yes", "source": "A letter"}))

    assert (new.key, new.country) == ("k", "MX")
    assert new.form == RequirementForm(topic=Topic.TREATY, text="Yes", source="A letter")


def test_an_agencys_form_keeps_its_people_line_by_line() -> None:
    edited = agency_entry.parse(fill(agency_entry.render(samples.AGENCY), {"name": "Example Patrol"}))
    new = agency_entry.parse_new(
        fill(agency_entry.render_new(key="k"), {"name": "Example", "kind": "tribal", "state": "AZ"})
    )

    assert (edited.id, edited.seen_version, edited.form.name) == ("a1", 1, "Example Patrol")
    assert edited.form.liaisons.count("202-555-0101; x@agency.example") == 5
    assert new.form == AgencyForm(name="Example", kind=AgencyKind.TRIBAL, state="AZ")


def test_a_terms_form_tells_whether_it_is_retired() -> None:
    new = term.parse_new(
        fill(term.render_new(TermKind.OFFENCE), {"code": "fraud", "label": "Fraud", "source": "A law"})
    )
    edited = term.parse(fill(term.render(samples.TERM), {"standing": "retired"}))

    assert new == TermForm(kind=TermKind.OFFENCE, code="fraud", label="Fraud", source="A law")
    assert edited.form.retired
    assert (edited.form.code, edited.seen_version) == (samples.TERM.code, 1)
