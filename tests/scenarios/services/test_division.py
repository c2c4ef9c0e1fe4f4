"""The division: its queue, the agencies and countries that it serves, its network and its telephone."""

import pytest

from bot.sandbox.messages import Message
from storage.records.people import SYSTEM, PersonId
from tests.scenarios.at_the_form import sees_home
from tests.scenarios.services.casework import (
    SENT,
    TODAY,
    claimed,
    details,
    ends,
    from_abroad,
    goes_out,
    own,
    tells,
    text_to_copy,
)
from tests.shown import MESSAGES, sent
from tests.world import DAN, DESK, GUS, NORA, OLGA, RITA, SHERIFF, World
from tests.world_forms import inputs

pytestmark = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)

TELEPHONE = "202-616-9000"
ADDRESS = "USNCB.HTCP@usdoj.gov"
TREATY = {"topic": "treaty", "text": "An invented demand.", "source": "An invented treaty, 1990"}


def test_the_division_works_one_queue_of_cards_with_owners_and_due_moments(world: World) -> None:
    routine, urgent = (world.files_request(priority=each) for each in ("routine", "urgent"))
    home = sees_home(world, DAN)
    world.slack.click(DAN, "home", text="Next item")
    taken = world.sees(DAN, "is yours now")
    world.settle()

    assert "Next item" in home.buttons
    assert f"Desk: {ADDRESS}" in home.plain
    assert f"*{urgent}* is yours now: Missing or abducted child." in taken
    assert f"*Owner*\n<@{DAN}>" in world.card(urgent).plain
    assert "*Owner*\nnobody yet" in world.card(routine).plain
    assert all("*Due*\n<!date^" in world.card(each).plain for each in (urgent, routine))
    assert urgent in sees_home(world, DAN).plain


@pytest.mark.parametrize(
    ("agency", "name"),
    [
        ("federal-example-washington", "Example Federal Agency, Washington Field Office"),
        ("northern-state-police", "Northern State Police"),
        ("red-mesa-tribal-police", "Red Mesa Tribal Police Department"),
        ("coral-island-police", "Coral Island Territorial Police"),
    ],
)
def test_an_agency_of_any_kind_files_in_slack_and_sees_its_own_requests_only(
    world: World, agency: str, name: str
) -> None:
    for who, whose in ((NORA, agency), (GUS, SHERIFF)):
        world.bot.desk.people.admit(PersonId(who), whose, by=SYSTEM)
    of_the_sheriff = world.files_request(RITA)
    world.begins_request(NORA)
    world.fills_request(NORA, agency=agency)
    world.submits(NORA, {})
    [theirs] = [each for each in world.said(DESK) if of_the_sheriff not in each]
    lists = {who: world.asks(who, "/liaison list") for who in (RITA, GUS, NORA)}
    tried = world.asks(NORA, f"/liaison status {of_the_sheriff}")

    assert f"Agency\n{name}" in theirs
    for who in (RITA, GUS):
        assert "*Requests*: 1 found" in lists[who]
        assert of_the_sheriff in lists[who]
    assert "*Requests*: 1 found" in lists[NORA]
    assert of_the_sheriff not in lists[NORA]
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


def test_what_goes_abroad_is_copied_out_and_only_its_reference_and_date_are_written_down(
    world: World,
) -> None:
    reference = claimed(
        world, agency_case="EX-2026-1", source_message="https://agency.example/archives/C1/p1"
    )
    world.steps(OLGA, "Accept", reference, criteria=True)
    text = text_to_copy(world, reference)
    undated = world.steps(
        OLGA, "Transmitted", reference, requirements=True, **{**SENT, "sent_on": "2026-11-24"}
    )
    world.submits(OLGA, {"sent_on": TODAY})
    shown = details(world, reference)

    assert "Copy it into I-24/7, and record it with *Transmitted*." in text
    assert f"FROM: IP WASHINGTON\nTO: IP FRANCE\nOUR REF: {reference} / EX-2026-1\nPRIORITY: NORMAL" in text
    assert "agency.example" not in text
    assert set(undated.errors) == {"sent_on"}
    assert "2026-11-22: the bureau of France; the request" in shown
    assert "Message: EX-MSG-1" in shown
    assert f"written down by <@{OLGA}>" in shown
    assert "request.text" in [each.action for each in world.audited(reference)]
    assert not any("IP WASHINGTON" in each.raw for each in sent(world, *MESSAGES))


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
    return [each.plain for each in world.slack.messages("C0ONCALL")]


def test_the_general_secretariats_steps_of_a_notice_are_written_down_with_reference_and_date(
    world: World,
) -> None:
    reference = claimed(world, kind="fugitive", family_name="Example", forename="Alex", birth="1980")
    red = world.files_notice("red", request_reference=reference)
    world.steps(OLGA, "Claim", red)
    world.steps(DAN, "Approve", red)
    world.steps(OLGA, "Sent to the General Secretariat", red, **SENT)
    world.steps(OLGA, "Queried", red, asked_on=TODAY, answer_due="Within five days")
    world.steps(OLGA, "Query answered", red)
    world.steps(OLGA, "Published", red, control_number="A-1234/11-2026", published_on=TODAY)
    tells(world, reference, "INTERPOL General Secretariat, Lyon", content="identity", **SENT)
    shown, log = world.reads(OLGA, world.card(red)), details(world, reference)

    assert "Control number\nA-1234/11-2026" in world.card(red).plain
    assert "Message reference: EX-MSG-1; Date sent: 2026-11-22" in shown
    assert "When the answer is due, in its words: Within five days" in shown
    assert "Control number: A-1234/11-2026; Date of publication: 2026-11-22" in shown
    assert "2026-11-22: INTERPOL General Secretariat, Lyon; identity" in log
    assert "Message: EX-MSG-1" in log


def test_notices_of_all_four_colours_are_filed_from_a_request_or_alone(world: World) -> None:
    reference = claimed(world)
    from_it = {
        colour: world.files_notice(colour, OLGA, request_reference=reference)
        for colour in ("red", "blue", "green", "yellow")
    }
    alone = world.files_notice("green")

    assert f"Notices from it: {', '.join(from_it.values())}" in world.card(reference).plain
    for colour, notice in from_it.items():
        assert f"*{notice}*  {colour.capitalize()} Notice" in world.card(notice).plain
        assert f"*Request*\n{reference}" in world.card(notice).plain
    assert "*Request*\nnone" in world.card(alone).plain
    assert alone not in world.card(reference).plain


def test_another_countrys_notice_is_recorded_as_a_hit_and_us_agencies_are_alerted(world: World) -> None:
    reference = from_abroad(
        world,
        "inquiry",
        asked="hit",
        family_name="Example",
        forename="Alex",
        hit="Red Notice A-77/1-2026, read at Example Airport on 2026-11-21",
        warrant="Example Court, Paris, EX-9",
    )
    world.steps(OLGA, "Alert an agency", reference, alerted=SHERIFF)
    alert = alert_of(world, RITA, reference)
    read = world.reads(RITA, alert)
    world.answer_to_click(RITA, "Acknowledge", alert)
    goes_out(world, reference)
    ends(world, reference, "Answered")

    assert "Inquiry to or from a country, from France. It concerns your office." in alert.plain
    assert "What was hit?\nRed Notice A-77/1-2026, read at Example Airport" in read
    assert "US agencies alerted: 1; acknowledged: 1" in world.card(reference).plain
    assert "2026-11-22: the bureau of France; a reply" in details(world, reference)
    assert "third-agency log" not in read


def alert_of(world: World, who: str, reference: str) -> Message:
    [alert] = [each for each in world.slack.dms(who) if reference in each.plain]
    return alert
