"""Adding details to a filed notice: put right, looked at anew, and never over what somebody else wrote."""

import pytest

from bot.desk.notice_facts import NoticeCard
from bot.rules.errors import InvalidForm, NoSuchRecord, NotYet, Refusal
from storage.records.announcements import RecordSupplemented
from storage.records.notices import Colour, Notice
from storage.records.people import Person
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, AUDITOR, OFFICER, REQUESTER, SECOND, SUPERVISOR, Floor
from tests.desk.notice_life import circulated, evidence, takes
from tests.notice_samples import least
from tests.storage.examples import all_at_once

CHARGES = {"charge": "Kidnapping", "law": "18 USC 1201", "matter": "ordinary", "penalty": "20 years"}


def _add(floor: Floor, asker: Person, notice: Notice, section: str, **answers: str) -> Notice:
    return floor.desk.notices.add(asker, notice.id, section, answers)


def _card(floor: Floor, notice: Notice) -> NoticeCard:
    card = floor.desk.notices.card(notice.id)
    assert card is not None
    return card


def _beginning(floor: Floor, notice: Notice) -> dict[str, str]:
    """What its first section says now."""
    kept = floor.notice(notice.id)
    return {**kept.answers, "control_number": kept.control_number or ""}


@both_databases
def test_what_was_missing_is_added_and_the_checklist_gets_shorter(floor: Floor) -> None:
    notice = floor.file_notice(answers=least(Colour.RED))
    before = _card(floor, notice).missing["the prosecutor"]
    begun = floor.desk.notices.begin_adding(REQUESTER, notice.id)
    added = _add(floor, REQUESTER, notice, "charges", **CHARGES)

    assert begun == notice
    assert added == floor.notice(notice.id)
    assert (added.answers["law"], added.state, added.due_at) == ("18 USC 1201", notice.state, notice.due_at)
    assert set(before) - set(_card(floor, notice).missing["the prosecutor"]) == {"Charge and law"}


@pytest.mark.parametrize("asker", [REQUESTER, ADMITTED, OFFICER, SECOND])
def test_the_agency_and_the_desk_add_to_it(floor: Floor, asker: Person) -> None:
    floor.change(ADMITTED, agency_id="example-city-police")
    notice = floor.file_notice()

    assert _add(floor, asker, notice, "public", public_extract="yes").answers["public_extract"] == "yes"


def test_for_another_agency_it_is_not_there(floor: Floor) -> None:
    notice = floor.file_notice()

    with pytest.raises(NoSuchRecord):
        _add(floor, ADMITTED, notice, "charges", **CHARGES)
    with pytest.raises(NoSuchRecord):
        floor.desk.notices.begin_adding(ADMITTED, notice.id)
    with pytest.raises(Refusal, match="only reads"):
        _add(floor, AUDITOR, notice, "charges", **CHARGES)
    assert floor.notice(notice.id) == notice


def test_the_history_and_the_trail_name_what_was_added_and_not_what_it_says(floor: Floor) -> None:
    notice = floor.file_notice()
    floor.desk.notices.begin_adding(REQUESTER, notice.id)
    _add(floor, REQUESTER, notice, "public", public_extract="yes")
    added, read = [(each.action, each.fields) for each in floor.trail(notice.reference)][:2]

    assert (added, read) == (
        ("notice.add", ("public_extract",)),
        ("notice.read", ("answers", "agency_case")),
    )
    assert evidence(floor, notice).evidence == {"added": "public_extract"}


def test_the_owner_is_told_and_the_same_answers_again_tell_nobody(floor: Floor) -> None:
    notice = floor.sent()
    floor.told()
    after = _add(floor, REQUESTER, notice, "public", public_extract="yes")
    first = [row.place for row in floor.waiting() if isinstance(row.what, RecordSupplemented)]

    assert first == ["dm:UOFFICER"]
    assert _add(floor, REQUESTER, notice, "public", public_extract="yes") == after
    assert floor.told() == []


def test_a_contradiction_is_refused_beside_its_field(floor: Floor) -> None:
    notice = floor.file_notice(colour=Colour.YELLOW)
    beginning = {**_beginning(floor, notice), "birth": "1990"}
    with pytest.raises(InvalidForm) as of_age:
        _add(floor, REQUESTER, notice, "basics", **beginning)
    with pytest.raises(InvalidForm) as too_early:
        _add(floor, REQUESTER, notice, "disappearance", recorded_on="2017-01-01")

    assert of_age.value.errors == {
        "birth": "Born 1990, this person is of age. Check the date, or choose a missing adult."
    }
    assert set(too_early.value.errors) == {"recorded_on"}
    assert floor.notice(notice.id) == notice


def test_a_fact_that_makes_a_condition_fail_is_kept_and_stands_against_the_approval(floor: Floor) -> None:
    notice = floor.file_notice(colour=Colour.YELLOW)
    takes(floor, notice, "claim")
    added = _add(floor, REQUESTER, notice, "disappearance", whereabouts="known")
    (failed,) = [each for each in floor.desk.notices.details(OFFICER, notice.id).items if each.failed]

    assert added.answers["whereabouts"] == "known"
    assert _card(floor, notice).failed == ("Whereabouts unknown to the police",)
    assert failed.note == (
        "A Yellow Notice is only for somebody whose whereabouts the police do not know. Ask the country "
        "about the person by a liaison request instead. (RPD article 90(2)(b))"
    )
    with pytest.raises(NotYet, match="Not met: Whereabouts unknown to the police"):
        takes(floor, notice, "approve", SUPERVISOR)


def test_a_section_that_was_opened_before_a_change_overwrites_nothing(floor: Floor) -> None:
    notice = floor.file_notice()
    added = _add(floor, OFFICER, notice, "charges", **{**CHARGES, "penalty": "life"})

    with pytest.raises(NotYet, match="It has changed since you looked"):
        floor.desk.notices.add(REQUESTER, notice.id, "charges", CHARGES, notice.version)
    assert floor.notice(notice.id) == added


def test_of_eight_who_add_at_once_one_is_kept_and_the_others_are_told(floor: Floor) -> None:
    notice = floor.file_notice()

    def add(index: int) -> bool:
        try:
            floor.desk.notices.add(OFFICER, notice.id, "case", {"agency_case": f"EX-{index}"}, notice.version)
        except NotYet:
            return False
        return True

    assert sum(all_at_once(8, add)) == 1
    assert floor.notice(notice.id).version == 2


def test_nothing_is_added_to_what_is_over(floor: Floor) -> None:
    notice = floor.file_notice()
    takes(floor, notice, "take_back", REQUESTER)

    with pytest.raises(NotYet, match="taken back by the requester, so nothing is added to it"):
        floor.desk.notices.begin_adding(REQUESTER, notice.id)
    with pytest.raises(NotYet, match="taken back by the requester, so nothing is added to it"):
        _add(floor, REQUESTER, notice, "public", public_extract="yes")


def test_what_it_was_filed_as_stays(floor: Floor) -> None:
    notice = circulated(floor)
    changed = _add(
        floor,
        REQUESTER,
        notice,
        "case",
        agency_case="EX-7",
        agency_typed="Another",
        request_reference="LR-2026-00001",
    )
    again = _add(floor, REQUESTER, notice, "basics", **{**_beginning(floor, notice), "recipients": "FR"})

    assert (changed.agency_case, changed.agency_id, changed.request_id) == ("EX-7", notice.agency_id, None)
    assert again.answers["recipients"] == "DE,ZA"
    assert "agency_typed" not in again.answers


def test_a_day_that_was_to_come_when_it_was_filed_may_pass(floor: Floor) -> None:
    notice = floor.file_notice(limitation_on="2026-03-05")
    floor.clock.advance(days=30)
    answers = {**floor.notice(notice.id).answers, "charge": "Kidnapping of an example"}

    assert (
        _add(floor, REQUESTER, notice, "charges", **answers).answers["charge"] == "Kidnapping of an example"
    )


def test_an_offence_that_no_list_has_is_not_added(floor: Floor) -> None:
    with pytest.raises(InvalidForm) as invalid:
        _add(floor, REQUESTER, floor.file_notice(), "case", agency_case="2026/17", offence="of_no_list")

    assert set(invalid.value.errors) == {"offence"}
