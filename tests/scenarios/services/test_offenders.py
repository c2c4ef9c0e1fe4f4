"""Fugitives and offenders: wanted abroad, removed, watched, and counted."""

import pytest

from tests.scenarios.services.casework import (
    MARSHALS,
    claimed,
    details,
    done,
    ends,
    goes_out,
    is_answered,
    missing,
    tells,
    text_to_copy,
)
from tests.world import DAN, DESK, OLGA, RITA, World

pytestmark = pytest.mark.parametrize("world", ["http mode, sqlite"], indirect=True)

ALEX = {"family_name": "Example", "forename": "Alex", "birth": "1980-01-02"}
RECORD = {"fbi_number": "123456AA1", "document": "US X1234567"}


def test_a_fugitive_is_located_abroad_by_warrant_with_the_marshals_and_brought_back(world: World) -> None:
    reference = claimed(
        world,
        kind="fugitive",
        **ALEX,
        **RECORD,
        warrant="Example County Court, EX-W-5, 2026-10-01",
        prosecutor="Example prosecutor; International Affairs asked on 2026-11-01",
        marshals_district="Example District, Deputy Example",
    )
    red = world.files_notice("red", request_reference=reference, **ALEX)
    before = details(world, reference)
    tells(world, reference, MARSHALS)
    goes_out(world, reference)
    text = text_to_copy(world, reference)
    is_answered(world, reference, "Located in Example Town, invented.")
    card = world.card(reference).plain
    ends(world, reference, "Returned to the United States")

    assert f"{MARSHALS} told (the desk)" in missing(before)
    assert {"Arrest warrant or judgment", "US Marshals Service district or task force"} <= done(before)
    assert "Charge and law (the agency)" in missing(before)
    assert f"{MARSHALS} told" in done(details(world, reference))
    assert f"Notices from it: {red}" in card
    assert f"Request\n{reference}" in world.card(red).plain.replace("*", "")
    assert "ARREST WARRANT OR JUDGMENT: Example County Court" in text
    assert "may be a duplicate" not in "".join(world.told(OLGA))


def test_a_registered_offender_who_does_not_comply_is_sought_with_the_marshals_and_registers_again(
    world: World,
) -> None:
    reference = claimed(
        world,
        kind="noncompliant_offender",
        **ALEX,
        offence="sexual_offence_against_child",
        convicted_of="Invented offence, Example Court, 2010; the victim was 12",
        registered_in="Virginia, Example registry",
        breach="travel_not_told",
        last_registered_on="2026-05-01",
        marshals_district="Example District",
    )
    tells(world, reference, MARSHALS, content="location")
    goes_out(world, reference)
    text, shown = text_to_copy(world, reference), details(world, reference)
    ends(world, reference, "Registered again")

    assert "WHICH DUTY WAS NOT KEPT: Travelled abroad without telling the registry" in text
    assert {"Convicted of", "Registered in", "Which duty was not kept?", f"{MARSHALS} told"} <= done(shown)
    assert f"2026-11-22: {MARSHALS}; whereabouts; authority: the requesting agency" in shown
    assert "Sexual offence against a child" in world.card(reference).plain


def test_an_offender_who_is_removed_is_told_to_the_receiving_bureau_and_counts_for_operation_predator(
    world: World,
) -> None:
    removal = {"kind": "removal", "country": "MX", "facts": "", "removed_on": "2027-01-05"}
    green = world.files_notice("green", **ALEX)
    reference = claimed(
        world,
        **removal,
        **ALEX,
        **RECORD,
        predator="yes",
        flight="Example Air 7, Houston to Mexico City, 10:00",
        receiving_bureau="The bureau meets the person at the gate; agreed on 2026-11-20",
        a_number="A12345678",
        green_notice=green,
    )
    other = claimed(world, **removal, predator="no")
    tells(world, reference, "ICE Operation Predator")
    goes_out(world, reference)
    text, shown = text_to_copy(world, reference), details(world, reference)
    world.steps(OLGA, "Receipt confirmed", reference)
    ends(world, reference, "Removed, and received")
    ends(world, other, "The removal did not take place")
    counted = world.asks(OLGA, "/liaison list tag:predator")
    of_the_year = world.asks(OLGA, "/liaison list tag:predator kind:removal country:MX closed")

    assert "FLIGHT, SHIP OR VEHICLE: Example Air 7" in text
    assert "RECEIVING BUREAU: The bureau meets the person" in text
    assert f"GREEN NOTICE ABOUT THE PERSON: {green}" in text
    assert "12345678" not in text + shown
    assert "123456AA1" not in text + shown
    assert "A-number\n…5678" in shown
    assert {"Green Notice about the person", "Receiving bureau", "ICE Operation Predator told"} <= done(shown)
    assert "To be sent by <!date^1798520400^" in shown
    assert "tag: Operation Predator" in world.card(reference).plain
    assert "tag: Operation Predator" not in world.card(other).plain
    assert f"*{reference}* and *{green}* may be about the same person, document, case or address." in "".join(
        world.said(DESK)
    )
    for listed in (counted, of_the_year):
        assert "*Requests*: 1 found" in listed
        assert reference in listed


def test_whoever_watches_a_selected_offender_hears_of_each_new_request_and_notice(world: World) -> None:
    reference = claimed(world, kind="fugitive", **ALEX, document="US X1234567")
    watching = world.steps(DAN, "Watch the subject", reference)
    before = len(world.told(DAN))
    by_name = world.files_request(
        kind="travel", country="PH", departs_on="2027-05-17", facts="", **{**ALEX, "forename": "ÁLEX"}
    )
    by_document = world.files_request(kind="fugitive", document="X-1234567")
    notice = world.files_notice("green", **ALEX)
    somebody_else = world.files_request(kind="fugitive")
    heard = world.told(DAN)[before:]
    shown = world.clicks(DAN, "Show details", world.card(reference)).views[-1]
    world.clicks(DAN, "Stop watching the subject", shown)
    world.slack.close(DAN, world.slack.views(DAN)[-1], clear=True)
    world.files_request(kind="fugitive", **ALEX)

    assert not watching.errors
    for each in (by_name, by_document, notice):
        about = f"*{each}* is about a subject that you watch since *{reference}*."
        assert [about in text for text in heard].count(True) == 1
    assert not any(somebody_else in text for text in heard)
    assert world.told(DAN)[before:] == heard


def test_the_journeys_of_offenders_are_counted_by_country_and_time(world: World) -> None:
    journey = {"kind": "travel", "departs_on": "2027-05-17", "facts": ""}
    old = [world.files_request(**journey, country="PH") for _ in range(2)]
    world.files_request(**journey, country="TH")
    world.files_request(kind="fugitive", country="PH")
    world.after(days=31)
    new = world.files_request(**journey, country="PH")
    older = world.asks(OLGA, "/liaison list kind:travel country:PH older:30d")
    both = world.asks(OLGA, "/liaison list kind:travel country:Philippines")

    assert "*Requests*: 2 found" in older
    assert all(each in older for each in old)
    assert "*Requests*: 3 found" in both
    assert new in both


def test_a_request_carries_the_national_strategys_programme_and_counts_for_it(world: World) -> None:
    strategy = "National Strategy for Child Exploitation Prevention and Interdiction"
    form = world.begins_request(RITA, kind="noncompliant_offender")
    world.slack.close(RITA, form)
    carried = claimed(world, kind="noncompliant_offender", **ALEX, programme=strategy)
    world.files_request(kind="noncompliant_offender", programme="Operation Predator")
    world.files_request(kind="noncompliant_offender")
    counted = world.asks(OLGA, "/liaison list tag:national_strategy")
    spelled = world.asks(OLGA, "/liaison list tag:national-strategy open")

    for listed in (counted, spelled):
        assert "*Requests*: 1 found" in listed
        assert carried in listed
    assert "Programme" in details(world, carried)
