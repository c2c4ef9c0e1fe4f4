"""The night shift: a list of acts that plays itself in the sandbox, around whatever the visitor does."""

import itertools
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.demo.acts import DESK, NIGHT, Act
from bot.demo.hands import Hands
from bot.demo.night import NightShift
from bot.demo.people import DUTY, NEXT, OFFICER, REQUESTER
from tests.cli.processes import started
from tests.cli.sandboxes import act, address, look, messages
from tests.processes import until

NOW, AN_HOUR = timedelta(), timedelta(hours=1)
SUBMITTED = f"LR-{datetime.now(UTC).year}-00004"
"""A request of the example desk that nobody has claimed."""
CLAIMED_BY_DAN = Act(
    after=NOW, who=DUTY, caption="Dan claims it.", where=DESK, presses="Claim", about=SUBMITTED
)

ASKED_BY_OLGA = Act(after=NOW, who=OFFICER, caption="Olga asks who is on duty.", types="/oncall")


@pytest.fixture(name="base")
def _base() -> Iterator[str]:
    with started("sandbox --port 0") as sandbox:
        yield address(sandbox)


def play(base: str, *acts: Act) -> list[str]:
    """Plays them all; answers the captions that were shown, without their times."""
    over, shown = threading.Event(), list[str]()

    def last_is_shown() -> bool:
        caption = look(base, "state")["stage"]["caption"]
        if caption and caption["text"] not in shown:
            shown.append(caption["text"])
        return bool(shown) and acts[-1].caption in shown[-1]

    night = NightShift(base, over=over.set, acts=acts)
    night.begin()
    assert until(last_is_shown), shown
    night.end()
    assert over.wait(30)
    return [each.partition("  ")[2] or each for each in shown]


def test_what_the_visitor_has_done_already_is_left_out(base: str) -> None:
    Hands(base).press(OFFICER.id, DESK, "Claim", SUBMITTED)
    # Until its card is drawn anew the button is still there for Dan.
    assert until(lambda: '"Claim"' not in str(json.dumps(messages(base, DUTY.id, DESK, about=SUBMITTED))))

    shown = play(base, CLAIMED_BY_DAN, ASKED_BY_OLGA)

    owner = act(base, "command", user=OFFICER.id, channel="dm", text=f"/liaison status {SUBMITTED}")
    assert shown[-2:] == ["Dan claims it. (Somebody was faster.)", "Olga asks who is on duty."]
    assert OFFICER.id in json.dumps(owner["message"]["blocks"])


def test_a_bot_that_is_down_does_not_stop_the_night(base: str) -> None:
    act(base, "stage", do="kill_bot")
    looks = Act(after=AN_HOUR, who=OFFICER, caption="Olga looks at the channel.", where=DESK)

    shown = play(base, ASKED_BY_OLGA, looks)

    assert shown[-3:] == [
        "Olga asks who is on duty. (The bot did not answer.)",
        "A quiet while passes.",
        "Olga looks at the channel.",
    ]


def test_an_act_about_what_never_came_to_be_is_left_out(base: str) -> None:
    lost = Act(after=NOW, who=REQUESTER, caption="Rita pages.", types="/escalate {nothing} call me")

    shown = play(base, lost, ASKED_BY_OLGA)

    assert shown[-1] == "Olga asks who is on duty."
    assert look(base, f"messages?user={DUTY.id}&channel=C0ONCALL")["messages"] == []


def test_a_form_that_the_visitor_fills_in_is_not_taken_from_them(base: str) -> None:
    begun = act(base, "command", user=REQUESTER.id, channel="dm", text="/liaison child FR")["views"]
    files = Act(
        after=NOW, who=REQUESTER, caption="Rita files.", types="/liaison child FR", fills={"birth": "2017"}
    )
    over = threading.Event()
    night = NightShift(base, over=over.set, acts=(files,))
    night.begin()
    assert until(lambda: _is_shown(base, files))
    night.end()
    assert over.wait(30)

    assert [each["id"] for each in look(base, f"views?user={REQUESTER.id}")["views"]] == [
        each["id"] for each in begun
    ]


def test_the_night_ends_as_soon_as_the_visitor_has_enough(base: str) -> None:
    act(base, "stage", do="begin_night")
    began = until(lambda: look(base, "state")["stage"]["caption"] is not None)
    fast = look(base, "clock")["rate"]
    act(base, "stage", do="end_night")

    def over() -> bool:
        stage = look(base, "state")["stage"]
        return "begin_night" in stage["offered"] and stage["caption"] is None

    assert (began, fast) == (True, 60.0)
    assert until(over)
    assert look(base, "clock")["rate"] == 1.0


def test_the_whole_night_can_be_played(base: str) -> None:
    """Each act is waited for until it shows, and then the clock goes on to the next."""
    night = NightShift(base, over=lambda: None, read_within=0)
    night.begin()
    assert until(lambda: _is_shown(base, NIGHT[0]))
    act(base, "clock", paused=True)
    for now, following in itertools.pairwise(NIGHT):
        _wait_for(base, now, following)
        act(base, "clock", advance=(following.after - now.after).total_seconds())

    assert until(lambda: _is_shown(base, NIGHT[-1]))
    taken = act(base, "command", user=OFFICER.id, channel="dm", text="/oncall")["message"]
    assert OFFICER.id in json.dumps(taken)
    assert messages(base, NEXT.id, "dm", about="ES-")
    assert look(base, "violations") == {"violations": []}


def _wait_for(base: str, now: Act, following: Act) -> None:
    """Until this act is shown, and the button of the next one is there."""

    def is_ready() -> bool:
        who, wanted = following.who.id, f'"{following.presses}"'
        return not following.presses or bool(messages(base, who, following.where, about=wanted))

    assert until(lambda: _is_shown(base, now)), now.caption
    assert until(is_ready), following.caption


def _is_shown(base: str, played: Act) -> bool:
    caption = look(base, "state")["stage"]["caption"]
    return caption is not None and played.caption in caption["text"]


def test_what_has_gone_another_way_is_not_told_as_if_it_had_happened(base: str) -> None:
    nobody = Act(after=NOW, who=NEXT, caption="Nina is told, too.", sees="Acknowledge", about="ES-2026-00001")

    shown = play(base, nobody, ASKED_BY_OLGA)

    assert shown[-2:] == ["Nina is told, too. (It went another way.)", "Olga asks who is on duty."]
