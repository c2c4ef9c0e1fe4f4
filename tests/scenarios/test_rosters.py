"""A planned roster: rotations, overrides, swaps, gaps, and the handover at each change of shift."""

from datetime import timedelta

import pytest

from bot.sandbox.acting.outcome import Outcome
from bot.sandbox.messages import Message
from storage.records.people import SYSTEM, PersonId, Role
from tests.world import ADA, DAN, NINA, OLGA, ONCALL, RITA, SAM, World

FOUR = [OLGA, DAN, NINA, SAM]


def previews(world: World, who: str = SAM, **answers: object) -> Outcome:
    """Fills in the form of a rotation: weekly, four people, from this Monday on, unless said otherwise."""
    world.types(who, "/oncall schedule")
    return world.submits(who, {"people": FOUR, **answers})


def plans(world: World, who: str = SAM, **answers: object) -> str:
    """Saves it as well; answers what they read then. Whose week it is has acknowledged that."""
    assert not previews(world, who, **answers).errors
    saved = world.submits(who, {}).views[-1].plain
    world.clicks(OLGA, "I have the desk", handover_to(world, OLGA))
    return saved


def handover_to(world: World, who: str) -> Message:
    """The last brief in somebody's direct messages."""
    return [each for each in world.slack.dms(who) if each.plain.startswith("*Handover*")][-1]


def handovers_of(world: World, who: str) -> int:
    return sum(each.startswith("*Handover*") for each in world.told(who))


def closes(world: World, who: str) -> None:
    """The form or the answer that is open."""
    view = world.slack.view(who)
    assert view is not None
    world.slack.close(who, view)


def gaps(world: World) -> list[str]:
    return [each for each in world.said(ONCALL) if "Nobody has the desk" in each]


def test_a_weekly_rotation_of_four_with_one_override_is_set_up_by_two_forms(world: World) -> None:
    preview = previews(world).views[-1].plain
    saved = world.submits(SAM, {}).views[-1]
    world.clicks(SAM, "Put somebody in", saved)
    would = world.submits(
        SAM, {"person": NINA, "from_day": "2026-11-24", "from_time": "18:00", "to_day": "2026-11-25"}
    ).views[-1]
    put_in = world.submits(SAM, {}).views[-1]
    shown = world.asks(RITA, "/oncall")

    assert "*Until Dec 21, 2026*, all by the desk's clock (America/New_York)" in preview
    assert f": <@{OLGA}>" in preview
    for who, from_, to in (
        (OLGA, "Sun Nov 22, 07:00", "Mon Nov 23, 08:00"),
        (DAN, "Mon Nov 23, 08:00", "Mon Nov 30, 08:00"),
        (NINA, "Mon Nov 30, 08:00", "Mon Dec 7, 08:00"),
        (SAM, "Mon Dec 7, 08:00", "Mon Dec 14, 08:00"),
    ):
        assert f"• <@{who}> has the desk from {from_} to {to}" in preview
    assert f"<@{NINA}> has the desk from Tue Nov 24, 18:00 to Wed Nov 25, 08:00, 14 hours." in would.plain
    assert f"• <@{DAN}> loses the desk from Tue Nov 24, 18:00 to Wed Nov 25, 08:00" in would.plain
    assert "Nothing is saved yet." in preview
    assert "The rotation is saved." in saved.plain
    assert f"<@{NINA}> has the desk from Tue Nov 24, 18:00 to Wed Nov 25, 08:00, 14 hours." in put_in.plain
    assert (
        f"In turn, a week each, from 08:00 (America/New_York): <@{OLGA}>, <@{DAN}>, <@{NINA}>, <@{SAM}>."
        in shown
    )
    assert f"<@{OLGA}> is on duty until <!date^" in shown
    assert f"Next: <@{DAN}> from <!date^" in shown
    assert "08:00 EST" in shown
    # It is Sunday the 22nd: the last day of Olga's week, then Dan's, in which Nina is put in.
    table = shown.partition("At the desk\n")[2]
    assert table.index(f"<@{OLGA}>") < table.index(f"<@{DAN}>") < table.index(f"<@{NINA}>")
    assert "put in" in table
    assert "Thanksgiving Day" in table
    assert any("Your shifts have changed" in each or "changed the roster" in each for each in world.told(DAN))


def test_nothing_is_saved_before_the_preview_is_and_what_was_typed_comes_back(world: World) -> None:
    preview = previews(world, handover_at="17:30", length="1").views[-1]
    world.clicks(SAM, "Change it", preview)
    before = world.asks(RITA, "/oncall")
    form = world.slack.view(SAM)
    world.submits(SAM, {"length": "7"})
    world.submits(SAM, {})

    assert form is not None
    assert [
        each["element"].get("initial_time") for each in form.blocks if each.get("block_id") == "handover_at"
    ] == ["17:30"]
    assert "*Nobody is on duty.*" in before
    assert "17:30 EST" in world.asks(RITA, "/oncall")


def test_what_is_wrong_in_the_form_is_said_beside_its_field(world: World) -> None:
    stranger = previews(world, people=[OLGA, RITA]).errors
    far = world.submits(SAM, {"people": FOUR, "starts_on": "2029-01-01"}).errors
    world.submits(SAM, {"starts_on": "2026-11-23"})
    world.submits(SAM, {})
    world.types(SAM, "/oncall override")
    backwards = world.submits(SAM, {"person": OLGA, "to_day": "2026-11-22"}).errors
    zero = world.submits(SAM, {"to_day": "2026-11-23", "to_time": "08:00"}).errors
    endless = world.submits(SAM, {"to_day": "2027-11-23"}).errors
    requester = world.submits(SAM, {"person": RITA, "to_day": "2026-11-24"}).errors

    assert "The second of them is neither officer nor supervisor" in stranger["people"]
    assert "at most a year from today" in far["starts_on"]
    assert "ends before it begins" in backwards["to_day"]
    assert "ends before it begins" in zero["to_day"]
    assert "At most 31 days at once" in endless["to_day"]
    assert "Only officers and supervisors" in requester["person"]


def test_only_a_supervisor_plans_and_only_an_officer_reads_a_handover(world: World) -> None:
    refused = [world.asks(OLGA, "/oncall schedule"), world.asks(OLGA, "/oncall override")]
    reading = [world.asks(each, "/oncall handover") for each in (RITA, ADA)]
    swap = world.asks(OLGA, "/oncall swap")
    unknown = world.asks(SAM, "/oncall schedule third")

    assert all("Only a supervisor may do this." in each for each in refused)
    assert all("Only officers and supervisors may do this." in each for each in reading)
    assert "There was no handover yet" in world.asks(OLGA, "/oncall handover")
    assert "No shift of a rotation is yours" in swap
    assert "/oncall schedule second" in unknown


def test_at_a_change_of_shift_the_desk_is_handed_over_with_a_brief(world: World) -> None:
    plans(world)
    request = world.files_request(priority="urgent", family_name="Surname")
    world.clicks(OLGA, "Claim", world.card(request))
    world.pages(RITA, "come now")
    world.after(hours=24)
    world.after(hours=1)

    out, brief = handover_to(world, OLGA), handover_to(world, DAN)
    for text in (out.plain, brief.plain):
        assert f"<@{DAN}> takes over the desk from <@{OLGA}>, until <!date^" in text
        assert "*ES-2026-00001*" in text.partition("*Urgent and flash requests*")[0]
        assert f"*{request}* is in intake review" in text
        assert f"To be acknowledged by <@{DAN}>" in text
        assert "Surname" not in text
        assert "come now" not in text
    assert out.buttons == []
    assert brief.buttons == ["I have the desk"]
    answer = world.answer_to_click(DAN, "I have the desk", brief)
    assert "You have the desk until <!date^" in answer
    assert f"Acknowledged by <@{DAN}>" in handover_to(world, OLGA).plain
    assert handover_to(world, DAN).buttons == []
    assert f"Acknowledged by <@{DAN}>" in world.asks(NINA, "/oncall handover")
    world.after(hours=1)
    assert not any("has not acknowledged the handover" in each for who in FOUR for each in world.told(who))
    assert (handovers_of(world, OLGA), handovers_of(world, DAN)) == (2, 1)


def test_a_handover_that_nobody_acknowledges_is_told_to_both_and_the_supervisor(world: World) -> None:
    plans(world)
    world.after(hours=25)
    world.after(minutes=14)
    quiet = [world.told(who) for who in FOUR]
    world.after(minutes=1)
    world.after(hours=3)

    told = {who: sum("has not acknowledged the handover" in each for each in world.told(who)) for who in FOUR}
    assert not any("has not acknowledged" in each for texts in quiet for each in texts)
    assert told == {OLGA: 1, DAN: 1, SAM: 1, NINA: 0}
    late = world.clicks(DAN, "I have the desk", handover_to(world, DAN))
    assert late.acked
    assert f"Acknowledged by <@{DAN}>" in handover_to(world, DAN).plain


def test_whoever_takes_the_desk_now_gets_the_brief_and_the_other_hears_of_it(world: World) -> None:
    plans(world)

    taken = world.asks(DAN, "/oncall take")
    world.settle()

    assert "You are on duty until <!date^" in taken
    assert f"<@{DAN}> takes over the desk from <@{OLGA}>" in handover_to(world, DAN).plain
    assert any(f"<@{DAN}> changed the roster:" in each for each in world.told(OLGA))
    world.pages(RITA, "come now")
    assert any("ES-2026-00001" in each for each in world.told(DAN))
    world.after(hours=8)
    assert f"<@{OLGA}> is on duty until" in world.asks(RITA, "/oncall"), "her own week is not over"
    assert f"<@{OLGA}> takes over the desk from <@{DAN}>" in handover_to(world, OLGA).plain


def test_a_shift_is_offered_taken_over_and_follows_when_it_is_moved(world: World) -> None:
    plans(world)
    world.types(OLGA, "/oncall swap")
    form = world.slack.view(OLGA)
    assert form is not None
    options = next(each["element"]["options"] for each in form.blocks if each.get("block_id") == "turn")
    next_week = options[1]["value"]
    offered = world.submits(OLGA, {"turn": next_week, "officer": NINA}).views[-1].plain
    offer = next(each for each in world.slack.dms(NINA) if "asks you to take over" in each.plain)
    world.clicks(NINA, "Take it over", offer)
    closes(world, OLGA)
    world.types(SAM, "/oncall schedule")
    world.submits(SAM, {"handover_at": "18:00"})
    world.submits(SAM, {})

    assert f"<@{NINA}> is asked to take over your shift" in offered
    assert any(f"<@{NINA}> takes over your shift" in each for each in world.told(OLGA))
    # Olga's next turn begins on 14 December: it is Nina's now, and begins at the new time.
    world.after(days=22, hours=10, minutes=30)
    assert f"<@{SAM}> is on duty" in world.asks(RITA, "/oncall")
    world.after(hours=1)
    assert f"<@{NINA}> is on duty" in world.asks(RITA, "/oncall")
    standing = next(each for each in world.slack.dms(NINA) if "asks you to take over" in each.plain)
    assert "You have taken it over." in standing.plain
    assert standing.buttons == []


def test_a_shift_that_is_declined_or_withdrawn_stays_where_it_was(world: World) -> None:
    plans(world)
    for officer, who, label in ((NINA, NINA, "Not me"), (DAN, OLGA, "Withdraw the offer")):
        world.types(OLGA, "/oncall swap")
        said = world.submits(OLGA, {"officer": officer}).views[-1]
        if who is OLGA:
            world.clicks(OLGA, label, said)
        else:
            offer = next(each for each in world.slack.dms(NINA) if "asks you to take over" in each.plain)
            world.clicks(who, label, offer)
            world.slack.close(OLGA, said)

    assert any(f"<@{NINA}> does not take over your shift" in each for each in world.told(OLGA))
    offer = next(each for each in world.slack.dms(DAN) if "asks you to take over" in each.plain)
    assert "The offer was withdrawn." in offer.plain
    assert f"<@{OLGA}> is on duty" in world.asks(RITA, "/oncall")


def test_a_gap_is_announced_a_week_and_a_day_ahead_and_when_it_comes(world: World) -> None:
    plans(world, length="7")

    world.bot.desk.people.revoke(PersonId(NINA), by=SYSTEM)
    world.settle()
    at_first = gaps(world)
    # Nina's week begins on 30 November, at 08:00: a week ahead is the 23rd.
    world.after(hours=25)
    week = gaps(world)
    world.after(days=6)
    day = gaps(world)
    world.after(days=1)
    now = gaps(world)
    world.after(days=1)

    assert at_first == []
    assert len(week) == 1
    assert f"<@{NINA}> is on the roster and has left, from <!date^" in week[0]
    assert "Nov 30, 08:00 EST" in week[0]
    assert f"<@{SAM}>" in week[0]
    assert (len(day), len(now), len(gaps(world))) == (2, 3, 3)
    assert "An officer takes over with `/oncall take`" in now[-1]
    assert "*Nobody is on duty.*" in world.asks(RITA, "/oncall")
    world.pages(RITA, "come now")
    assert "straight on" in world.page("ES-2026-00001").plain


def test_an_override_closes_a_gap_and_is_taken_out_again(world: World) -> None:
    plans(world)
    world.types(SAM, "/oncall override")
    world.submits(
        SAM, {"person": DAN, "from_day": "2026-11-22", "from_time": "06:00", "to_day": "2026-11-23"}
    )
    world.submits(SAM, {})
    during = world.asks(RITA, "/oncall")
    closes(world, SAM)
    world.types(SAM, "/oncall override")
    form = world.slack.view(SAM)
    assert form is not None
    world.clicks(SAM, "Take out", form)

    assert f"<@{DAN}> is on duty" in during
    assert f"<@{OLGA}> is on duty" in world.asks(RITA, "/oncall")
    assert any("you do not have the desk any more" in each for each in world.told(DAN))


def test_a_long_override_is_changed_from_its_preview(world: World) -> None:
    plans(world)
    world.types(SAM, "/oncall override")
    slip = {"person": NINA, "from_day": "2026-11-28", "to_day": "2026-12-09", "to_time": "20:00"}
    preview = world.submits(SAM, slip).views[-1]
    world.clicks(SAM, "Change it", preview)
    world.submits(SAM, {"to_day": "2026-11-29"})
    put_in = world.submits(SAM, {}).views[-1]

    assert "11 days and 12 hours." in preview.plain
    assert f"• <@{DAN}> loses the desk from Sat Nov 28, 08:00 to Mon Nov 30, 08:00" in preview.plain
    assert "from Sat Nov 28, 08:00 to Sun Nov 29, 20:00, 1 day and 12 hours." in put_in.plain
    assert any("1 day and 12 hours" not in each and "Nov 28" in each for each in world.told(NINA))


def test_a_page_that_the_first_misses_goes_to_whoever_stands_behind(world: World) -> None:
    plans(world)
    world.types(SAM, "/oncall schedule second")
    world.submits(SAM, {"people": [SAM]})
    world.submits(SAM, {})

    world.pages(RITA, "come now")
    world.after(minutes=5)

    assert f"<@{SAM}> stands behind them." in world.asks(RITA, "/oncall")
    assert any("ES-2026-00001" in each for each in world.told(SAM))
    assert not any("ES-2026-00001" in each for each in world.told(DAN))


def test_two_supervisors_do_not_overwrite_each_other(world: World) -> None:
    world.bot.desk.people.grant(PersonId(OLGA), role=Role.SUPERVISOR, by=SYSTEM)
    first = previews(world, SAM)
    second = previews(world, OLGA, length="1")
    world.submits(SAM, {})
    late = world.submits(OLGA, {}).views[-1].plain

    assert not first.errors
    assert not second.errors
    assert "Somebody changed it at the same moment" in late


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
def test_a_rotation_is_ended_and_what_is_not_planned_is_not_missed(world: World) -> None:
    plans(world)
    world.types(SAM, "/oncall schedule")
    form = world.slack.view(SAM)
    assert form is not None

    world.clicks(SAM, "End this rotation", form)
    world.after(days=8)

    assert "*Nobody is on duty.*" in world.asks(RITA, "/oncall")
    assert [each for each in world.said(ONCALL) if "Nobody has the desk" in each] == []
    assert handovers_of(world, DAN) == 0


@pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)
def test_a_change_that_came_while_the_desk_was_down_is_handed_over_once(world: World) -> None:
    plans(world)
    world.slack.clock.advance(timedelta(hours=30))
    world.restarts()
    with world.second_bot() as other:
        for sweep in other.sweeps:
            sweep.run()
        world.settle()

    assert (handovers_of(world, OLGA), handovers_of(world, DAN)) == (2, 1)
