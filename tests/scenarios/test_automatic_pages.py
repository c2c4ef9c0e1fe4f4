"""Pages that the desk opens by itself: flash requests, approvals at night, deadlines, given-up messages."""

import pytest

from bot.sandbox.faults import Fault
from bot.sandbox.messages import Message
from storage.records.notices import Colour
from tests.scenarios.notices.cases import TODAY, brought
from tests.world import DAN, DESK, NINA, OLGA, ONCALL, RITA, SAM, World

PAGE = "ES-2026-00001"


def test_a_flash_request_pages_as_it_is_filed_and_whoever_claims_it_has_the_page(world: World) -> None:
    world.takes_duty(DAN)

    request = world.files_request(priority="flash")
    page = world.page(PAGE, DAN)
    world.steps(OLGA, "Claim", request)

    assert f"*About*\n{request}" in page.plain
    assert "Opened by the desk itself: a flash request was filed." in page.plain
    assert "*Priority*\nFlash" in page.plain
    assert f"*Acknowledged*\n<@{OLGA}>" in world.page(PAGE, DAN).plain
    assert not any("Your page" in text for text in world.told(RITA)), "she did not page"


def test_no_other_request_pages(world: World) -> None:
    for priority in ("urgent", "normal", "routine"):
        world.files_request(priority=priority)

    assert world.said(ONCALL) == []


def test_a_flash_item_that_awaits_approval_pages_the_second_pair_of_eyes_by_the_ladder(
    world: World,
) -> None:
    world.takes_duty(OLGA)
    world.takes_duty(DAN, starts_in=8)
    notice = flash_notice(world, claimed_by=OLGA)

    first = [who for who in (OLGA, DAN, NINA, SAM) if approval(world, who)]
    world.after(minutes=3)
    then = [who for who in (OLGA, DAN, NINA, SAM) if approval(world, who)]
    refused = world.answer_to_click(OLGA, "Acknowledge", approval_page(world))
    world.clicks(DAN, "Acknowledge", approval_page(world))
    world.approves(DAN, notice)

    assert first == [DAN], "Olga is on duty, but she claimed it"
    assert then == [DAN, SAM]
    assert "so a second pair of eyes must take it" in refused
    assert f"*Resolved*\n<@{DAN}>" in approval_page(world).plain
    assert "a flash item awaits approval by a second officer" in approval_page(world).plain


def test_another_page_about_the_notice_keeps_no_second_pair_of_eyes_from_being_paged(world: World) -> None:
    world.takes_duty(DAN)
    notice = world.files_notice("yellow", request_reference=world.files_request(priority="flash"))
    world.completes(notice)
    world.pages(OLGA, f"{notice} what about it?")
    world.clicks(OLGA, "Acknowledge", world.page("ES-2026-00002"))

    world.steps(OLGA, "Claim", notice)

    asked_for = world.page("ES-2026-00003", DAN)
    assert asked_for.buttons[0] == "Acknowledge"
    assert "a flash item awaits approval by a second officer" in asked_for.plain
    assert f"*Acknowledged*\n<@{OLGA}>" in world.page("ES-2026-00002").plain
    world.approves(DAN, notice)
    assert f"*Resolved*\n<@{DAN}>" in world.page("ES-2026-00003").plain
    assert f"*Acknowledged*\n<@{OLGA}>" in world.page("ES-2026-00002").plain


def test_an_approval_page_ends_with_what_it_was_about(world: World) -> None:
    world.takes_duty(DAN)
    notice = flash_notice(world, claimed_by=OLGA)

    world.steps(SAM, "Ask for information", notice, missing="The warrant's number")

    assert f"*Resolved*\n<@{SAM}>" in approval_page(world).plain
    world.after(hours=2)
    assert not any("<!channel>" in text for text in world.said(ONCALL))


def test_two_days_before_a_departure_somebody_is_paged_once(world: World) -> None:
    world.takes_duty(DAN, hours=24)
    request = world.files_request(kind="travel", departs_on="2026-11-26")
    world.steps(OLGA, "Claim", request)

    world.after(hours=40, minutes=59)
    before = world.said(ONCALL)
    world.after(minutes=1)
    world.clicks(OLGA, "Acknowledge", world.page(PAGE))
    world.clicks(OLGA, "Resolve", world.page(PAGE))
    world.submits(OLGA, {"outcome": "Done."})
    world.steps(OLGA, "Watch the subject", request)
    world.after(hours=30)

    assert before == []
    assert "a departure is near" in world.page(PAGE).plain
    assert f"*About*\n{request}" in world.page(PAGE).plain
    assert len([text for text in world.said(ONCALL) if "*Priority*" in text]) == 1


def test_a_departure_that_is_nearer_than_that_pages_at_once(world: World) -> None:
    world.files_request(kind="travel", departs_on="2026-11-23")

    assert "a departure is near" in world.page(PAGE).plain


def test_a_request_that_is_over_pages_nobody_before_its_departure(world: World) -> None:
    request = world.files_request(kind="travel", departs_on="2026-11-26")
    world.steps(OLGA, "Claim", request)
    world.steps(OLGA, "Close", request, outcome="The journey did not take place")

    world.after(days=3)

    assert world.said(ONCALL) == []


def test_two_days_before_the_full_extradition_request_is_due_somebody_is_paged(world: World) -> None:
    notice = brought(world, Colour.RED)
    world.steps(OLGA, "Arrested", notice, arrested_on=TODAY, arrested_in="FR", evidence="EX-1")
    status = world.asks(OLGA, f"/notice status {notice}")

    world.after(days=37, hours=16)
    before = [text for text in world.said(ONCALL) if "*Priority*" in text]
    world.after(hours=2)

    assert "Jan 1, 2027, 00:00 EST" in status, "forty days: the least that 7 FAM 1621.1 names"
    assert before == []
    assert "a full extradition request is due soon" in world.page(PAGE).plain
    assert f"*About*\n{notice}" in world.page(PAGE).plain


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
def test_messages_that_slack_refuses_for_good_page_somebody_once(world: World) -> None:
    world.takes_duty(DAN)
    world.slack.faults.add(
        Fault(method="chat.postMessage", kind="api_error", name="is_archived", channel=DESK, times=2)
    )

    for _ in range(2):
        world.sends_request(RITA)
    page = world.page(PAGE, DAN)
    details = world.reads(DAN, page)

    assert "Slack refused messages of the desk for good" in page.plain
    assert "request_card: is_archived" in details
    assert len([text for text in world.said(ONCALL) if "*Priority*" in text]) == 1


def flash_notice(world: World, *, claimed_by: str) -> str:
    request = world.files_request(priority="flash")
    notice = world.files_notice("yellow", request_reference=request)
    world.completes(notice)
    world.steps(claimed_by, "Claim", notice)
    return notice


def approval_page(world: World) -> Message:
    return world.page("ES-2026-00002")


def approval(world: World, who: str) -> bool:
    return any("ES-2026-00002" in text for text in world.told(who))
