"""The division: its queue, the agencies and countries that it serves, and its telephone."""

import pytest

from storage.records.people import SYSTEM, PersonId
from tests.scenarios.at_the_form import sees_home
from tests.scenarios.services.casework import SENT, claimed, details, ends, goes_out, own
from tests.world import DAN, DESK, GUS, NORA, OLGA, ONCALL, RITA, SHERIFF, World
from tests.world_forms import inputs

pytestmark = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)

TELEPHONE = "202-616-9000"
ADDRESS = "USNCB.HTCP@usdoj.gov"
AGENCIES = {
    "federal-example-washington": "Example Federal Agency, Washington Field Office",
    "northern-state-police": "Northern State Police",
    "red-mesa-tribal-police": "Red Mesa Tribal Police Department",
    "coral-island-police": "Coral Island Territorial Police",
}
TREATY = {"topic": "treaty", "text": "An invented demand.", "source": "An invented treaty, 1990"}


def test_the_division_works_one_queue_of_cards_with_owners_and_due_moments(world: World) -> None:
    routine, urgent = (world.files_request(priority=each) for each in ("routine", "urgent"))
    home = sees_home(world, DAN)
    world.slack.click(DAN, "home", text="Next item")
    taken = world.sees(DAN, "is yours now")
    world.settle()

    assert "Next item" in home.buttons
    assert f"Desk: {ADDRESS}" in home.plain
    assert f"*{urgent}* is yours now: Missing or abducted child, France. Urgent. Due <!date^" in taken
    assert f"*Owner*\n<@{DAN}>" in world.card(urgent).plain
    assert "*Owner*\nnobody yet" in world.card(routine).plain
    assert all("*Due*\n<!date^" in world.card(each).plain for each in (urgent, routine))
    assert urgent in sees_home(world, DAN).plain


def test_an_agency_of_any_kind_files_in_slack_and_sees_its_own_requests_only(world: World) -> None:
    of_the_sheriff = world.files_request(RITA)
    world.bot.desk.people.admit(PersonId(GUS), SHERIFF, by=SYSTEM)
    for number, (agency, name) in enumerate(AGENCIES.items(), 1):
        world.bot.desk.people.admit(PersonId(NORA), agency, by=SYSTEM)
        reference = world.files_request(NORA, agency=agency)
        listed = world.asks(NORA, "/liaison list")

        assert f"Agency\n{name}" in world.card(reference).plain
        assert f"*Requests*: {number} found" in listed
        assert of_the_sheriff not in listed
    lists = [world.asks(who, "/liaison list") for who in (RITA, GUS)]
    tried = world.asks(NORA, f"/liaison status {of_the_sheriff}")

    for listed in lists:
        assert "*Requests*: 1 found" in listed
        assert of_the_sheriff in listed
    assert "I found nothing for" in tried


def test_an_officer_files_for_a_tribal_agency_that_calls_and_that_no_registry_has(world: World) -> None:
    reference = claimed(
        world,
        OLGA,
        agency="",
        agency_typed="Example River Tribal Police",
        contact="Casey Example, day shift",
        channel="Telephone",
        call_back="202-555-0147",
    )
    card, shown = world.card(reference).plain, details(world, reference, DAN)
    goes_out(world, reference)
    ends(world, reference, "Protected")

    assert "Agency\nnot in the registry: see the details" in card
    assert "Filed by an officer for somebody outside Slack." in card
    assert "Agency*\nExample River Tribal Police" in shown
    assert "Reached us by: Telephone. Call back*\n202-555-0147" in shown
    assert not any("River Tribal" in each or "555-0147" in each for each in (*world.said(DESK), card))


def test_kind_direction_and_country_decide_what_is_asked(world: World) -> None:
    out = world.types(OLGA, "/liaison travel MX").views[-1]
    world.slack.close(OLGA, out)
    coming = world.types(OLGA, "/liaison travel in MX").views[-1]
    world.slack.close(OLGA, coming)
    no_such_way = world.types(OLGA, "/liaison fugitive in MX").views[-1]
    refused = world.submits(OLGA, {})

    for form in (out, coming):
        assert "Mexico. " in form.plain
        assert "What Mexico requires is not recorded: ask the NCB." in form.plain
    assert set(inputs(out)) - set(inputs(coming)) == {"departs_on", "countries"}
    assert set(inputs(coming)) - set(inputs(out)) == {"arrives_on", "their_reference", "offices"}
    assert set(inputs(no_such_way)) == {"kind", "direction", "country"}
    assert refused.errors == {"direction": "“Fugitive” is outgoing only. Choose that, or another kind."}


def test_what_a_country_requires_is_shown_while_filing_and_looked_at_on_the_way_out(world: World) -> None:
    country = world.types(OLGA, "/liaison country MX").message
    assert country is not None
    world.clicks(OLGA, "Add requirement", country)
    world.submits(OLGA, TREATY)
    form = world.begins_request(RITA, country="MX")
    world.slack.close(RITA, form)
    reference = claimed(world, country="MX")
    world.steps(OLGA, "Accept", reference, criteria=True)
    leaving = world.clicks(OLGA, "Transmitted", world.card(reference)).views[-1]
    unseen = world.slack.submit(OLGA, leaving, SENT)
    world.submits(OLGA, {"requirements": True})

    recorded = "Treaty: An invented demand. (source: An invented treaty, 1990; recorded 2026-11-22)"
    for shown in (form, leaving):
        assert f"*What Mexico requires*\n{recorded}" in shown.plain
    assert set(unseen.errors) == {"requirements"}
    assert "transmitted, since" in world.card(reference).plain


def test_the_command_centers_telephone_stands_wherever_something_cannot_wait(world: World) -> None:
    world.begins_request(RITA)
    world.fills_request(RITA, priority="flash")
    filed = world.submits(RITA, {}).views[-1].plain
    paged = world.pages(NORA, "LR-2026-00001 a child in danger, invented")
    homes = [sees_home(world, who).plain for who in (RITA, NORA, OLGA)]
    oncall = world.asks(RITA, "/oncall")
    world.after(hours=1)

    for said in (filed, own(world, "LR-2026-00001").plain, paged, *homes, oncall):
        assert TELEPHONE in said
    assert "Nobody is on duty" in paged
    assert any(f"Call the command center: {TELEPHONE}" in each for each in pages(world))


def pages(world: World) -> list[str]:
    return [each.plain for each in world.slack.messages(ONCALL)]
