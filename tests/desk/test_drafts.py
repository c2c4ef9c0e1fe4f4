"""Drafts: a form that is begun waits for whoever began it, and for nobody else."""

from collections.abc import Callable

import pytest

from bot.rules.errors import InvalidForm, NoSuchDraft, Refusal
from storage.records.drafts import DraftId
from storage.records.people import Person
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, AUDITOR, NEWCOMER, OFFICER, OPERATOR, REQUESTER, SUPERVISOR, Floor

BEGUN = DraftId("form-1")
OTHERS = pytest.mark.parametrize("other", [OFFICER, SUPERVISOR, ADMITTED])


def _begin(
    floor: Floor, asker: Person = REQUESTER, draft_id: DraftId = BEGUN, stamp: str = "", **answers: str
) -> None:
    floor.desk.drafts.save(asker, draft_id, "fugitive", answers or {"forename": "Casey"}, stamp)


@both_databases
def test_who_began_a_form_finds_it_again_as_it_was(floor: Floor) -> None:
    _begin(floor, forename="Casey", country="FR")
    draft = floor.desk.drafts.open(REQUESTER, BEGUN)

    assert (draft.form, draft.answers) == ("fugitive", {"forename": "Casey", "country": "FR"})
    assert floor.desk.drafts.begun(REQUESTER, BEGUN) == draft.answers
    assert floor.desk.drafts.mine(REQUESTER) == (draft,)


@OTHERS
def test_nobody_else_opens_lists_or_throws_away_a_draft(floor: Floor, other: Person) -> None:
    _begin(floor)

    with pytest.raises(NoSuchDraft):
        floor.desk.drafts.open(other, BEGUN)
    with pytest.raises(NoSuchDraft):
        floor.desk.drafts.discard(other, BEGUN)

    assert floor.desk.drafts.mine(other) == ()
    assert floor.desk.drafts.begun(other, BEGUN) == {}
    assert not floor.desk.home(other.id).drafts
    assert floor.desk.drafts.open(REQUESTER, BEGUN).answers == {"forename": "Casey"}


@OTHERS
def test_nobody_else_writes_over_a_draft(floor: Floor, other: Person) -> None:
    _begin(floor)

    with pytest.raises(NoSuchDraft):
        _begin(floor, other, forename="Robin")

    assert floor.desk.drafts.open(REQUESTER, BEGUN).answers == {"forename": "Casey"}


def test_another_persons_draft_sounds_like_one_that_is_not_there(floor: Floor) -> None:
    _begin(floor)

    def sentence(draft_id: str) -> str:
        with pytest.raises(NoSuchDraft) as missing:
            floor.desk.drafts.open(OFFICER, DraftId(draft_id))
        return str(missing.value)

    assert sentence(BEGUN) == sentence("nothing")


def test_a_form_that_is_sent_leaves_no_draft(floor: Floor) -> None:
    _begin(floor)
    floor.file_request(key=BEGUN)

    assert floor.desk.drafts.mine(REQUESTER) == ()
    with pytest.raises(NoSuchDraft):
        floor.desk.drafts.open(REQUESTER, BEGUN)


@pytest.mark.parametrize("stamp", ["", "1795435200.000001"], ids=["a section that is closed", "a choice"])
def test_what_comes_in_after_a_form_was_sent_does_not_begin_it_anew(floor: Floor, stamp: str) -> None:
    _begin(floor)
    floor.file_request(key=BEGUN)

    _begin(floor, stamp=stamp)

    assert floor.desk.drafts.mine(REQUESTER) == ()
    assert floor.desk.drafts.was_sent(REQUESTER, BEGUN)


def test_a_form_that_another_person_sends_removes_no_draft_of_mine(floor: Floor) -> None:
    _begin(floor)
    floor.file_request(OFFICER, key=BEGUN)

    assert len(floor.desk.drafts.mine(REQUESTER)) == 1


def test_a_form_that_needs_another_look_leaves_its_draft(floor: Floor) -> None:
    _begin(floor)
    with pytest.raises(InvalidForm, match="own bureau"):
        floor.file_request(key=BEGUN, country="US")

    assert len(floor.desk.drafts.mine(REQUESTER)) == 1


def test_a_draft_that_is_thrown_away_is_gone(floor: Floor) -> None:
    _begin(floor)
    floor.desk.drafts.discard(REQUESTER, BEGUN)

    assert floor.desk.drafts.mine(REQUESTER) == ()
    with pytest.raises(NoSuchDraft):
        floor.desk.drafts.discard(REQUESTER, BEGUN)


@pytest.mark.parametrize(
    "act",
    [
        lambda floor: floor.desk.drafts.open(REQUESTER, BEGUN),
        lambda floor: floor.desk.drafts.begun(REQUESTER, BEGUN),
        lambda floor: floor.desk.drafts.mine(REQUESTER),
        lambda floor: floor.desk.drafts.discard(REQUESTER, BEGUN),
        lambda floor: _begin(floor, forename="Robin"),
    ],
    ids=["open", "begun", "mine", "discard", "save"],
)
def test_who_has_lost_their_role_is_refused_their_own_draft(
    floor: Floor, act: Callable[[Floor], object]
) -> None:
    _begin(floor)
    floor.desk.people.revoke(REQUESTER.id, by=OPERATOR)

    with pytest.raises(Refusal):
        act(floor)

    assert not floor.desk.home(REQUESTER.id).drafts


@pytest.mark.parametrize("asker", [NEWCOMER, AUDITOR])
def test_who_may_not_file_begins_no_form(floor: Floor, asker: Person) -> None:
    with pytest.raises(Refusal):
        _begin(floor, asker)


@both_databases
def test_a_draft_is_forgotten_after_two_weeks_without_a_change(floor: Floor) -> None:
    _begin(floor)
    _begin(floor, draft_id=DraftId("form-2"))
    floor.clock.advance(days=13)
    _begin(floor, draft_id=DraftId("form-2"), sex="female")
    floor.clock.advance(days=2)
    floor.desk.forget_old()

    assert [draft.id for draft in floor.desk.drafts.mine(REQUESTER)] == ["form-2"]


def test_a_draft_of_two_weeks_is_still_there(floor: Floor) -> None:
    _begin(floor)
    floor.clock.advance(days=14)
    floor.desk.forget_old()

    assert len(floor.desk.drafts.mine(REQUESTER)) == 1


def test_a_pasted_image_is_not_kept_in_a_draft(floor: Floor) -> None:
    _begin(floor, forename="Casey", facts="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA")

    assert floor.desk.drafts.open(REQUESTER, BEGUN).answers == {"forename": "Casey"}


def test_a_pasted_image_takes_nothing_from_what_was_kept_before(floor: Floor) -> None:
    _begin(floor, facts="An invented story.")
    _begin(floor, facts="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA")

    assert floor.desk.drafts.open(REQUESTER, BEGUN).answers == {"facts": "An invented story."}


@both_databases
def test_a_second_save_keeps_the_earlier_answers(floor: Floor) -> None:
    _begin(floor, forename="Casey", sex="female")
    floor.clock.advance(minutes=5)
    _begin(floor, forename="Robin", ncic="")
    draft = floor.desk.drafts.open(REQUESTER, BEGUN)

    assert draft.answers == {"forename": "Robin", "sex": "female", "ncic": ""}
    assert draft.saved_at == floor.clock.now()


@both_databases
def test_the_ten_newest_drafts_are_shown_newest_first(floor: Floor) -> None:
    for number in range(12):
        _begin(floor, draft_id=DraftId(f"form-{number}"))
        floor.clock.advance(minutes=1)
    shown = [draft.id for draft in floor.desk.drafts.mine(REQUESTER)]

    assert shown == [f"form-{number}" for number in range(11, 1, -1)]
    assert [draft.id for draft in floor.desk.home(REQUESTER.id).drafts] == shown


def test_a_draft_tells_nobody_and_an_open_home_shows_it(floor: Floor) -> None:
    floor.desk.home_opened(REQUESTER)
    floor.told()
    _begin(floor)
    begun = floor.told()
    _begin(floor, sex="female")
    again = floor.told()
    floor.desk.drafts.discard(REQUESTER, BEGUN)

    assert (begun, again, floor.told()) == (["home -> dm:UREQ"], [], ["home -> dm:UREQ"])
