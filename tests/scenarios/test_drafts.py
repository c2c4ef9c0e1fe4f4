"""Forms that somebody has begun: found again with everything in them, by whoever began them and nobody else."""

import pytest

from bot.sandbox.faults import Fault
from handlers.action_ids import draft
from tests.scenarios.at_the_form import (
    comes_up_again,
    fills_in,
    keeps_section,
    my_drafts,
    on_top,
    opens,
    opens_section,
    resumes,
    sees_home,
    standing,
)
from tests.world import ADA, DESK, NORA, OLGA, RITA, SAM, World

BEGUN = {"family_name": "Example", "forename": "Casey", "birth": "2018-05", "facts": "Invented example."}
IDENTITY = {"sex": "female", "nationalities": ["US", "FR"], "document": "US X1234567"}
KEPT = {"sex": "female", "nationalities": "US,FR", "document": "US X1234567"}
GONE = "This draft is not there any more: it was sent, thrown away, or grew too old."
on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
on_http = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)


def begins(world: World, who: str = RITA) -> None:
    """Half a form: what is asked at once, and a section."""
    opens(world, who, "/liaison child FR")
    keeps_section(world, who, "identity", **IDENTITY)
    fills_in(world, who, **BEGUN)


@on_http
def test_a_form_that_is_closed_is_resumed_by_command_with_everything_in_it(world: World) -> None:
    begins(world)
    world.slack.close(RITA, on_top(world, RITA))
    listed = my_drafts(world, RITA)
    hub = resumes(world, RITA)
    identity = opens_section(world, RITA, "identity")
    world.submits(RITA, {})
    filed = world.submits(RITA, {})

    assert "*Your drafts*: 1" in listed.plain
    assert "*Missing or abducted child*, France. Outgoing: we ask abroad" in listed.plain
    assert "Nobody else sees them. Each is thrown away 14 days after you last touched it" in listed.plain
    assert not any(answer in listed.plain + listed.text for answer in BEGUN.values())
    assert standing(hub).items() >= BEGUN.items()
    assert standing(identity) == KEPT
    assert "*LR-2026-00001* is filed" in filed.views[-1].plain
    assert "*Your drafts*: 0" in my_drafts(world, RITA).plain


@on_socket
def test_it_is_resumed_from_the_home_and_thrown_away_there(world: World) -> None:
    begins(world)
    world.slack.close(RITA, opens_section(world, RITA, "search"), clear=True)
    world.after(minutes=1)
    opens(world, RITA, "/liaison")
    world.submits(RITA, {"kind": "fugitive", "country": "MX"})
    world.slack.close(RITA, fills_in(world, RITA, forename="Robin"))
    home = sees_home(world, RITA)
    hub = world.slack.click(RITA, "home", action_id=draft("resume", 1)).views[-1]
    world.slack.close(RITA, hub)
    world.slack.click(RITA, "home", text="Throw away", action_id=draft("discard", 1))

    def without_it() -> bool:
        world.settle()
        shown = world.slack.home(RITA)
        return shown is not None and shown.buttons.count("Resume") == 1

    assert home.plain.index("*Fugitive*, Mexico") < home.plain.index("*Missing or abducted child*, France")
    assert not any(answer in home.plain for answer in (*BEGUN.values(), "Robin"))
    assert standing(hub).items() >= BEGUN.items()
    assert world.sees(RITA, "The draft is thrown away.")
    assert world.slack.wait_for(without_it)
    assert "*Fugitive*, Mexico" in my_drafts(world, RITA).plain


@on_socket
def test_a_form_that_was_only_looked_at_leaves_no_draft(world: World) -> None:
    world.slack.close(RITA, opens(world, RITA, "/liaison"))
    world.slack.close(RITA, opens(world, RITA, "/liaison child FR"))
    world.slack.close(OLGA, opens(world, OLGA, "/liaison url in FR"))

    assert "*Your drafts*: 0" in my_drafts(world, RITA).plain
    assert "*Your drafts*: 0" in my_drafts(world, OLGA).plain


def test_a_form_outlives_the_bot_that_opened_it(world: World) -> None:
    begins(world)
    world.restarts()
    keeps_section(world, RITA, "search", ncmec_case="EX-NCMEC-1")
    filed = world.submits(RITA, {})

    assert "*LR-2026-00001* is filed" in filed.views[-1].plain
    details = world.reads(OLGA, world.card("LR-2026-00001"))
    assert all(answer in details for answer in ("US X1234567", "EX-NCMEC-1", "Invented example."))


@pytest.mark.parametrize("world", ["socket mode, postgresql"], indirect=True)
def test_a_form_sent_while_no_bot_runs_stays_open_and_is_sent_again(world: World) -> None:
    begins(world)
    world.bot.stop()
    lost = world.slack.submit(RITA, on_top(world, RITA))
    comes_up_again(world)
    filed = world.submits(RITA, {})

    assert lost.error
    assert "*LR-2026-00001* is filed" in filed.views[-1].plain
    assert len(world.said(DESK)) == 1


@on_socket
def test_a_form_whose_window_died_with_the_bot_is_resumed_as_of_the_last_choice(world: World) -> None:
    begins(world)
    fills_in(world, RITA, priority="flash")
    world.slack.fill(RITA, on_top(world, RITA), {"facts": "Typed after the last choice."})
    world.bot.stop()
    world.slack.close(RITA, on_top(world, RITA))
    comes_up_again(world)
    hub = resumes(world, RITA)

    assert standing(hub).items() >= {**BEGUN, "priority": "flash"}.items()
    assert standing(opens_section(world, RITA, "identity")) == KEPT


@on_socket
def test_a_form_sent_twice_is_one_request_and_its_old_list_says_that_it_was_sent(world: World) -> None:
    begins(world)
    world.slack.close(RITA, on_top(world, RITA))
    old = my_drafts(world, RITA)
    resumes(world, RITA)
    world.slack.faults.add(Fault(kind="repeat_next"))
    world.submits(RITA, {})
    world.slack.wait_for(lambda: not list(world.slack.faults))
    world.settle()
    too_late = [world.answer_to_click(RITA, label, old) for label in ("Resume", "Throw away")]

    assert too_late == [GONE, GONE]
    assert len(world.said(DESK)) == 1
    assert len(world.told(RITA)) == 1
    assert "*Your drafts*: 0" in my_drafts(world, RITA).plain


@on_http
def test_nobody_else_finds_a_draft(world: World) -> None:
    begins(world)
    world.slack.close(RITA, on_top(world, RITA))
    lists = {who: world.asks(who, "/liaison drafts") for who in (OLGA, SAM, ADA, NORA)}
    homes = {who: sees_home(world, who) for who in (OLGA, SAM, ADA, NORA)}

    assert "*Your drafts*: 0" in lists[OLGA]
    assert "*Your drafts*: 0" in lists[SAM]
    assert lists[ADA] == "Your role only reads on this desk. Ask an officer to do this."
    assert lists[NORA] == "You have no role on this desk yet. Ask a supervisor to give you one."
    assert all("Resume" not in home.buttons for home in homes.values())


@on_http
def test_a_draft_is_thrown_away_two_weeks_after_it_was_last_touched(world: World) -> None:
    sees_home(world, RITA)
    begins(world)
    world.slack.close(RITA, on_top(world, RITA))
    world.after(days=13)
    resumes(world, RITA)
    world.slack.close(RITA, fills_in(world, RITA, forename="Robin"))
    world.after(days=13)
    touched = my_drafts(world, RITA)
    world.after(days=1, hours=1)
    after = my_drafts(world, RITA)

    assert "*Your drafts*: 1" in touched.plain
    assert "*Your drafts*: 0" in after.plain
    assert world.answer_to_click(RITA, "Resume", touched) == GONE
    assert "Resume" not in sees_home(world, RITA).buttons


@on_http
def test_a_draft_in_arabic_to_the_brim_is_resumed_whole(world: World) -> None:
    opens(world, RITA, "/liaison child FR")
    full = {"family_name": "ع" * 300, "forename": "م" * 300, "facts": "ع" * 3000}
    keeps_section(world, RITA, "identity", description="م" * 3000, aliases="ع" * 300)
    keeps_section(world, RITA, "search", companion="ع" * 3000, danger="م" * 3000)
    world.slack.close(RITA, fills_in(world, RITA, **full))
    hub = resumes(world, RITA)
    search = opens_section(world, RITA, "search")

    assert standing(hub).items() >= full.items()
    assert standing(search) == {"companion": "ع" * 3000, "danger": "م" * 3000}
    assert "2 of 6 filled in" in hub.plain
