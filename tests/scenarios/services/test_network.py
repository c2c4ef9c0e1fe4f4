"""What leaves by the secure network, and notices: the desk's own and other countries'."""

import pytest

from bot.sandbox.messages import Message
from storage.records.notices import Colour, NoticeState
from tests.scenarios.notices.cases import brought
from tests.scenarios.services.casework import (
    SENT,
    TODAY,
    claimed,
    details,
    ends,
    from_abroad,
    goes_out,
    tells,
    text_to_copy,
)
from tests.shown import MESSAGES, sent
from tests.world import OLGA, RITA, SHERIFF, World

pytestmark = pytest.mark.parametrize("world", ["http mode, sqlite"], indirect=True)


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


def test_the_general_secretariats_steps_of_a_notice_are_written_down_with_reference_and_date(
    world: World,
) -> None:
    reference = claimed(world, kind="fugitive", family_name="Example", forename="Alex", birth="1980")
    red = brought(world, Colour.RED, NoticeState.APPROVED, answers={"request_reference": reference})
    world.steps(OLGA, "Sent to the General Secretariat", red, **SENT)
    question = {"question": "Which law, invented?", "asked_on": TODAY, "answer_due": "2026-11-27"}
    world.steps(OLGA, "Queried", red, **question)
    due = world.card(red).plain
    world.steps(OLGA, "Query answered", red, message_reference="EX-MSG-2", sent_on=TODAY)
    world.steps(OLGA, "Published", red, control_number="A-1234/11-2026", published_on=TODAY)
    tells(world, reference, "INTERPOL General Secretariat, Lyon", content="identity", **SENT)
    shown, log = world.reads(OLGA, world.card(red)), details(world, reference)

    assert "Nov 27, 00:00 EST)" in due, "the beginning of the day that the question names"
    assert "Control number\nA-1234/11-2026" in world.card(red).plain
    assert "Reference of the message: EX-MSG-1; Date sent: 2026-11-22" in shown
    assert "What the General Secretariat asks: Which law, invented?" in shown
    assert "Control number: A-1234/11-2026; Date of publication: 2026-11-22" in shown
    assert "2026-11-22: INTERPOL General Secretariat, Lyon; the request" in shown
    assert "2026-11-22: INTERPOL General Secretariat, Lyon; a reply" in shown
    assert "Message: EX-MSG-2" in shown
    assert "2026-11-22: INTERPOL General Secretariat, Lyon; identity" in log
    assert "Message: EX-MSG-1" in log


def test_notices_of_all_four_colours_are_filed_from_a_request_or_alone(world: World) -> None:
    reference = claimed(world)
    from_it = {
        colour: world.files_notice(colour, OLGA, request_reference=reference)
        for colour in ("red", "blue", "green", "yellow")
    }
    alone = world.files_notice("green")

    [named] = [each for each in world.card(reference).plain.split("\n") if "Notices from it: " in each]
    assert set(named.removeprefix("Notices from it: ").split(", ")) == set(from_it.values())
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
