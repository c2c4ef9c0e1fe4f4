"""A notice that nobody must forget: reminded, snoozed, overdue, told to the supervisor, and resolved."""

import pytest

from tests.world import OLGA, SAM, World


@pytest.mark.parametrize("world", ["socket mode, postgresql"], indirect=True)
def test_a_pending_notice_is_reminded_of_until_somebody_acts(world: World) -> None:
    notice = world.files_notice("red")
    world.clicks(OLGA, "Claim", world.card(notice))

    world.after(days=3)
    [reminded] = world.told(OLGA)
    world.clicks(OLGA, "Snooze", world.slack.dms(OLGA)[-1])
    world.restarts()
    world.after(hours=4)
    [again] = world.told(OLGA)[1:]
    world.after(hours=8)
    [overdue] = [each for each in world.said() if "is overdue" in each]
    world.after(hours=13)
    digests = {who: world.digests(who)[-1] for who in (OLGA, SAM)}
    desk = world.digests()[-1]
    listed = world.asks(SAM, "/notice due 7d")
    world.clicks(OLGA, "Ask for information", world.card(notice))
    world.submits(OLGA, {"missing": "The number of the passport."})
    after = world.asks(SAM, "/notice due 7d")
    world.after(hours=20)

    assert f"*{notice}* is in review, and the next step is due <!date^" in reminded
    assert world.sees(OLGA, "It comes up again")
    assert again.startswith(f"As you asked, once more: *{notice}* is in review")
    assert f":warning: *{notice}* is overdue: still in review" in overdue
    assert f"Owner: <@{OLGA}>. <@{SAM}>" in overdue
    for digest in (*digests.values(), desk):
        assert digest.startswith("*Digest of Nov 26, 2026*\n*:warning: Overdue*")
        assert f"*{notice}*  in review, owner: <@{OLGA}>" in digest
    assert ":warning: overdue, *next step*, due <!date^" in listed
    assert "07:00 EST)" in listed
    assert "overdue, " not in after
    assert f"*{notice}*  Red Notice, France, waiting for information" in after
    assert [f"*{notice}*" in each for each in world.digests(SAM)[2:]] == []


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
def test_a_snooze_is_chosen_anew_and_what_falls_due_is_read_by_pages(world: World) -> None:
    references = [world.files_request(kind="fugitive") for _ in range(11)]
    world.clicks(OLGA, "Claim", world.card(references[0]))
    world.after(days=3)

    world.clicks(OLGA, "Snooze", world.slack.dms(OLGA)[-1])
    world.sees(OLGA, "11:00 EST), unless it has moved on by then.")
    world.clicks(OLGA, "For a week", world.slack.ephemerals(OLGA)[-1])
    first = world.asks(SAM, "/liaison due")
    world.clicks(SAM, "Next", world.slack.ephemerals(SAM)[-1])
    second = world.sees(SAM, "Page 2 of 2")

    assert world.sees(OLGA, "(Dec 2, 07:00 EST), unless it has moved on by then.")
    assert "Requests due within 7 days*: 11 found, overdue ones first" in first
    assert "*pick-up*, due <!date^" in first
    assert sum(reference in first for reference in references) == 10
    assert sum(reference in second for reference in references) == 1
    assert "Write how many days ahead to look" in world.asks(SAM, "/liaison due soon")
