"""Drafts while somebody types: Slack sends each piece with its own time, and not always in that order."""

import pytest

from storage.records.drafts import DraftId
from tests.desk.around import both_databases
from tests.desk.floor import REQUESTER, Floor

BEGUN = DraftId("form-1")
FIRST, SECOND, THIRD = "1772460000.000100", "1772460000.000900", "1772460001.000200"


def _type(floor: Floor, stamp: str = "", **answers: str) -> None:
    floor.desk.drafts.save(REQUESTER, BEGUN, "fugitive", answers, stamp)


def _kept(floor: Floor) -> dict[str, str]:
    return dict(floor.desk.drafts.open(REQUESTER, BEGUN).answers)


@both_databases
def test_what_was_typed_later_stands_though_an_earlier_piece_arrives_after_it(floor: Floor) -> None:
    _type(floor, SECOND, facts="An invented story.")
    _type(floor, FIRST, facts="An inv")

    assert _kept(floor) == {"facts": "An invented story."}
    assert floor.desk.drafts.open(REQUESTER, BEGUN).stamp == SECOND


def test_pieces_in_their_order_are_kept_one_after_the_other(floor: Floor) -> None:
    for stamp, text in ((FIRST, "An inv"), (SECOND, "An invented"), (THIRD, "An invented story.")):
        _type(floor, stamp, facts=text)

    assert _kept(floor) == {"facts": "An invented story."}


def test_two_answers_of_the_same_moment_are_both_kept(floor: Floor) -> None:
    _type(floor, FIRST, forename="Casey")
    _type(floor, FIRST, sex="female")

    assert _kept(floor) == {"forename": "Casey", "sex": "female"}


@pytest.mark.parametrize("late", [FIRST, SECOND])
def test_what_has_no_time_is_the_newest_and_what_came_before_it_stays_ignored(
    floor: Floor, late: str
) -> None:
    """A section that is sent has no time of its own: nothing typed before the last piece undoes it."""
    _type(floor, THIRD, facts="An invented sto")
    _type(floor, facts="An invented story.")
    _type(floor, late, facts="An inv")

    assert _kept(floor) == {"facts": "An invented story."}
    assert floor.desk.drafts.open(REQUESTER, BEGUN).stamp == THIRD


def test_a_piece_that_is_ignored_does_not_keep_the_draft_longer(floor: Floor) -> None:
    _type(floor, SECOND, facts="An invented story.")
    saved_at = floor.desk.drafts.open(REQUESTER, BEGUN).saved_at
    floor.clock.advance(hours=1)
    _type(floor, FIRST, facts="An inv")

    assert floor.desk.drafts.open(REQUESTER, BEGUN).saved_at == saved_at


def test_a_piece_without_a_draft_begins_one(floor: Floor) -> None:
    _type(floor, FIRST, forename="Casey")

    assert _kept(floor) == {"forename": "Casey"}


@pytest.mark.parametrize("begun", [True, False])
def test_a_piece_that_arrives_after_the_form_was_sent_begins_no_draft_of_it_anew(
    floor: Floor, begun: bool
) -> None:
    if begun:
        _type(floor, FIRST, forename="Cas")
    floor.file_request(key=BEGUN)
    _type(floor, SECOND, forename="Casey")

    assert floor.desk.drafts.mine(REQUESTER) == ()
