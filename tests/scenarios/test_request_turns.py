"""What else happens to a request: handed over, merged, reopened, corrected, or too urgent to wait."""

import pytest

from tests.scenarios.a_request import TODAY, claimed, own, transmitted
from tests.world import DAN, OLGA, ONCALL, RITA, SAM, World

on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
on_http = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)


@on_socket
def test_it_is_handed_to_another_officer_who_hears_of_it_and_works_on(world: World) -> None:
    reference = claimed(world)
    nobody = world.steps(OLGA, "Hand over", reference, officer=RITA)
    same = world.submits(OLGA, {"officer": OLGA})
    world.submits(OLGA, {"officer": DAN})

    assert nobody.errors == {"officer": "This is no officer of the desk. Choose one."}
    assert same.errors == {"officer": "They have it already."}
    assert f"*{reference}* is yours now: <@{OLGA}> handed it over." in world.told(DAN)[-1]
    assert f"*Owner*\n<@{DAN}>" in world.card(reference).plain
    assert f"With <@{DAN}>." in own(world, reference).plain
    assert len(world.told(RITA)) == 1
    assert reference in world.asks(DAN, "/liaison mine")
    assert reference not in world.asks(OLGA, "/liaison mine")


@on_http
def test_a_duplicate_is_merged_into_the_one_that_goes_on(world: World) -> None:
    goes_on, double, over = claimed(world), claimed(world), claimed(world)
    world.steps(OLGA, "Close", over, outcome="Identified")
    world.clicks(OLGA, "Merge", world.card(double))
    errors = [
        world.submits(OLGA, {"into": each}).errors for each in (double, over, "LR-2026-99999", "that one")
    ]
    unlike = world.submits(OLGA, {"into": f" {goes_on.lower()} "})
    world.submits(OLGA, {"reason": "The same child by another name, invented."})

    none = {"into": "There is no such request. Write it like LR-2026-00042."}
    assert errors == [
        {"into": "This is the same request. Name the one that goes on."},
        {"into": f"{over} is over. Name one that goes on."},
        none,
        none,
    ]
    assert unlike.errors == {"reason": "Nothing shows that both are about the same. Say why they are."}
    assert "It is over. Merged into another request." in own(world, double).plain
    assert f"*{double}* is now closed" in world.told(RITA)[-1]
    assert f"Ended: Merged into another request: {goes_on}." in world.card(double).plain
    assert "in intake review" in world.card(goes_on).plain


@on_socket
def test_only_a_supervisor_reopens_what_is_over(world: World) -> None:
    reference = claimed(world)
    world.steps(OLGA, "Close", reference, outcome="Identified")
    refused = world.answer_to_click(OLGA, "Reopen", world.card(reference))
    world.steps(SAM, "Reopen", reference, reason="A new trace, invented.")

    assert refused == "Only a supervisor may do this."
    assert "in intake review" in world.card(reference).plain
    assert f"*Owner*\n<@{OLGA}>" in world.card(reference).plain
    assert "An officer is looking at it." in own(world, reference).plain
    assert "Identified" not in own(world, reference).plain + world.card(reference).plain
    assert "Withdraw" in own(world, reference).buttons
    assert f"*{reference}* is now in intake review, by <@{SAM}>." in world.told(OLGA)[-1]


@on_http
def test_what_was_wrong_abroad_is_corrected_and_reminded_of_every_hour_until_then(world: World) -> None:
    journey = {"kind": "travel", "departs_on": "2027-05-17", "facts": ""}
    reference = transmitted(world, **journey)
    before = len(world.told(OLGA))
    world.steps(OLGA, "Wrong: correct it", reference, error="The departure is a week later, invented.")
    wrong = own(world, reference).plain
    world.after(hours=1)
    world.after(hours=1)
    reminded = [each for each in world.told(OLGA)[before:] if "wrong abroad" in each]
    world.steps(OLGA, "Correction sent", reference, message_reference="EX-MSG-2", sent_on=TODAY)
    corrected = len(world.told(OLGA))
    world.after(hours=3)

    assert "Something in it was wrong, and the desk corrects it now." in wrong
    assert len(reminded) == 2
    assert len(world.told(OLGA)) == corrected
    assert "It was passed on." in own(world, reference).plain
    assert "a correction; authority" in world.reads(OLGA, world.card(reference))
    assert len(world.told(RITA)) == 1


@on_socket
def test_a_flash_request_pages_at_once_and_whoever_filed_it_reads_so(world: World) -> None:
    world.takes_duty(DAN)
    world.begins_request()
    world.fills_request(priority="flash")
    filed = world.submits(RITA, {}).views[-1]
    page = world.page("ES-2026-00001")
    world.steps(DAN, "Claim", "LR-2026-00001")

    assert "It is a flash request: the officer on duty is being paged now." in filed.plain
    assert "An officer looks at it and answers by <!date^1795352400^" in filed.plain
    assert "LR-2026-00001" in page.plain
    assert any(
        "LR-2026-00001 is a flash request" in each or "ES-2026-00001" in each for each in world.told(DAN)
    )
    assert f"*Acknowledged*\n<@{DAN}>" in world.page("ES-2026-00001").plain
    assert world.said(ONCALL)
