"""Whoever has no role here, no role any more, or comes from outside: told so before they type."""

import pytest

from bot.rules.errors import Refusal
from storage.records.people import SYSTEM, Person, PersonId, Role
from tests.world import DESK, GUS, NORA, OLGA, STRANGER, World

NO_ROLE = "You have no role on this desk yet. Ask a supervisor to give you one."
OUTSIDE = "This desk answers people of its own workspace, and those whom a supervisor has admitted."


def test_whoever_has_no_role_or_is_from_outside_is_told_so_before_they_type(world: World) -> None:
    reference = world.files_request()
    world.slack.invite(GUS, DESK)
    lines = (f"/liaison status {reference}", "/liaison", "/notice new red", "/notice list", "/liaison mine")

    for line in lines:
        assert NO_ROLE in world.asks(NORA, line)
        assert OUTSIDE in world.asks(GUS, line)
        assert OUTSIDE in world.asks(STRANGER, line)
    assert world.answer_to_click(NORA, "Claim", world.card(reference)) == NO_ROLE
    assert OUTSIDE in world.answer_to_click(GUS, "Show details", world.card(reference))
    assert world.slack.views(NORA) == []
    assert "submitted" in world.card(reference).plain


def test_somebody_of_another_workspace_who_was_admitted_files_for_their_agency_alone(world: World) -> None:
    world.bot.desk.people.admit(PersonId(f"T0FAR/{STRANGER}"), "harbor-city-police", by=SYSTEM)
    theirs = world.files_request()
    wrong = world.sends_request(STRANGER)
    world.submits(STRANGER, {"agency": "Harbor City Police Department (CAEX00300)"})
    listed = world.asks(STRANGER, "/liaison list")

    assert wrong.errors == {"agency": "You are admitted for one agency only. Choose that one."}
    assert "LR-2026-00002" in listed
    assert theirs not in listed
    assert "I found nothing" in world.asks(STRANGER, f"/liaison status {theirs}")
    assert world.told(STRANGER)[0].startswith("*LR-2026-00002*")
    assert "It has arrived." in world.told(STRANGER)[0]


def test_a_role_that_was_revoked_counts_no_more_also_in_a_form_that_is_open(world: World) -> None:
    reference = world.files_request()
    world.steps(OLGA, "Claim", reference)
    world.clicks(OLGA, "Close", world.card(reference))
    world.bot.desk.people.revoke(PersonId(OLGA), by=SYSTEM)

    late = world.submits(OLGA, {"outcome": "Identified"})

    assert late.errors == {"outcome": NO_ROLE}
    assert world.answer_to_click(OLGA, "Show details", world.card(reference)) == NO_ROLE
    assert NO_ROLE in world.asks(OLGA, f"/liaison status {reference}")
    assert "in intake review" in world.card(reference).plain


def test_a_deactivated_account_is_refused_from_the_moment_slack_tells(world: World) -> None:
    desk, olga = world.bot.desk, Person(id=PersonId(OLGA), role=Role.OFFICER)
    world.asks(OLGA, "/liaison mine")
    world.slack.deactivate(OLGA)
    world.slack.wait_for(lambda: (known := desk.people.known(olga.id)) and known.deactivated)

    with pytest.raises(Refusal, match="This Slack account is deactivated"):
        desk.requests.listing(olga, "")
