"""Journeys of offenders: out, told to each country in time; in, told to the US offices concerned."""

import pytest

from tests.scenarios.services.casework import (
    TODAY,
    claimed,
    details,
    done,
    ends,
    goes_out,
    missing,
    own,
    tells,
    text_to_copy,
)
from tests.world import DAN, DESK, OLGA, ONCALL, RITA, World

pytestmark = pytest.mark.parametrize("world", ["socket mode, postgresql"], indirect=True)

ALEX = {"family_name": "Example", "forename": "Alex", "birth": "1980-01-02"}
OUT = {"kind": "travel", "country": "PH", "facts": "", **ALEX}
IN = {
    "kind": "travel",
    "direction": "incoming",
    "country": "GB",
    "agency": "",
    **ALEX,
    "arrives_on": "2026-12-01",
    "their_reference": "IP-EXAMPLE-3 of 2026-11-21",
    "facts": "",
}
LATE = ":warning: Late: the journey was announced less than 21 days before it (28 CFR 72)."
CALL = "call this agency, and say here when it knows."


def test_a_journey_is_told_to_each_country_in_time_without_the_fbi_number(world: World) -> None:
    record = {"fbi_number": "123456AA1", "document": "US X1234567"}
    reference = claimed(
        world, **OUT, **record, countries=["TH", "VN"], departs_on="2027-01-05", priority="routine"
    )
    before = details(world, reference)
    goes_out(world, reference)
    nobody = world.steps(OLGA, "Tell a partner", reference, recipient="country", sent_on=TODAY)
    world.slack.close(OLGA, world.slack.views(OLGA)[-1], clear=True)
    for country in ("TH", "VN"):
        tells(world, reference, "country", recipient_country=country, content="travel", authority="statute")
    tells(world, reference, "Angel Watch Center")
    text, after = text_to_copy(world, reference), details(world, reference)
    world.steps(OLGA, "Receipt confirmed", reference)
    ends(world, reference, "The country was informed")

    assert "FBI number\n…6AA1" in after
    assert "123456AA1" not in text + after
    assert "X1234567" in text
    assert "FURTHER COUNTRIES ON THE JOURNEY: Thailand, Vietnam" in text
    assert "To be sent by <!date^1798520400^" in before
    assert {"Bureau of Thailand told (the desk)", "Bureau of Vietnam told (the desk)"} <= missing(before)
    assert {"Bureau of Thailand told", "Bureau of Vietnam told", "Angel Watch Center told"} <= done(after)
    assert nobody.errors == {"recipient_country": "Choose the country whose bureau was told."}
    assert "2026-11-22: the bureau of Philippines; the request" in after
    assert "2026-11-22: the bureau of Thailand; travel; authority: a statute" in after


def test_a_journey_announced_less_than_three_weeks_before_is_marked_late_everywhere(world: World) -> None:
    late = claimed(world, **OUT, departs_on="2026-12-12")
    in_time = claimed(
        world, **{**OUT, "forename": "Kim"}, departs_on="2026-12-12", told_registry_on="2026-11-21"
    )

    for shown in (world.card(late).plain, own(world, late).plain, details(world, late)):
        assert LATE in shown
    for shown in (world.card(in_time).plain, own(world, in_time).plain, details(world, in_time)):
        assert LATE not in shown


def test_what_was_told_wrong_of_a_journey_is_reminded_of_every_hour_until_it_is_corrected(
    world: World,
) -> None:
    reference = claimed(world, **OUT, departs_on="2027-05-17")
    goes_out(world, reference)
    world.steps(OLGA, "Receipt confirmed", reference)
    ends(world, reference, "The country was informed")
    world.steps(OLGA, "Wrong: correct it", reference, error="The passport's last digit, invented.")
    before = len(world.told(OLGA))
    for _ in range(3):
        world.after(hours=1)
    reminded = world.told(OLGA)[before:]
    world.steps(OLGA, "Correction sent", reference, message_reference="EX-MSG-2", sent_on=TODAY)
    corrected = len(world.told(OLGA))
    world.after(hours=3)

    assert len([each for each in reminded if f"*{reference}* is wrong abroad" in each]) == 3
    assert len(world.told(OLGA)) == corrected
    log = details(world, reference)
    assert "2026-11-22: the bureau of Philippines; a correction; authority: the requesting agency" in log
    assert "EX-MSG-2" in log


def test_the_desk_pages_itself_two_days_before_an_offender_leaves(world: World) -> None:
    world.takes_duty(DAN, hours=24, starts_in=24)
    reference = claimed(world, **OUT, departs_on="2026-11-26")
    world.after(hours=40)
    before = world.said(ONCALL)
    world.after(hours=1)

    assert before == []
    assert f"*About*\n{reference}" in world.page("ES-2026-00001").plain


def test_a_foreign_offender_who_comes_is_told_to_the_us_offices_concerned_and_they_acknowledge(
    world: World,
) -> None:
    reference = claimed(
        world,
        OLGA,
        **IN,
        offices=["example-county-sheriff", "harbor-city-police"],
        port_of_entry="Example Airport, Virginia",
        convicted_of="Invented offence, Example Crown Court, 2012",
    )
    alert = next(each for each in world.slack.dms(RITA) if reference in each.plain)
    read = world.reads(RITA, alert)
    thanked = world.answer_to_click(RITA, "Acknowledge", alert)
    half = world.card(reference).plain
    [to_call] = [each for each in world.slack.messages(DESK) if CALL in each.plain]
    world.answer_to_click(OLGA, "Acknowledged by telephone", to_call)
    [called] = [each for each in world.slack.messages(DESK) if "Nobody need call." in each.plain]
    after = next(each for each in world.slack.dms(RITA) if reference in each.plain)
    ends(world, reference, "Admitted")

    assert "Travel of a sex offender, from United Kingdom. Arrival: 2026-12-01." in alert.plain
    assert "It concerns your office." in alert.plain
    assert alert.buttons == ["Acknowledge", "Show details"]
    assert "Example Airport, Virginia" in read
    assert thanked == f"The alert *{reference}* is acknowledged. Thank you."
    assert f"Acknowledged by <@{RITA}>" in after.plain
    assert after.buttons == ["Show details"]
    assert "US agencies alerted: 2; acknowledged: 1" in half
    assert "US agencies alerted: 2; acknowledged: 2" in world.card(reference).plain
    assert "Harbor City Police Department" in to_call.plain
    assert called.ts == to_call.ts
    assert f"*{reference}*: acknowledged by <@{OLGA}>." in called.plain
    assert called.buttons == ["Show details"]


def test_an_office_that_does_not_acknowledge_within_the_hour_is_called(world: World) -> None:
    reference = claimed(
        world,
        OLGA,
        **IN,
        offices=["example-county-sheriff"],
    )
    world.after(minutes=59)
    early = [each for each in world.said(DESK) if CALL in each]
    world.after(minutes=1)

    assert early == []
    [late] = [each for each in world.said(DESK) if CALL in each]
    assert f"*{reference}*: {CALL}" in late
    assert "Example County Sheriff's Office" in late
