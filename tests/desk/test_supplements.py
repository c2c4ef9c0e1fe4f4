"""What is added to a filed request: put right, checked as when it was filed, and what follows from it."""

from datetime import timedelta

import pytest

from bot.rules.errors import InvalidForm
from storage.records.people import Person
from storage.records.requests import Direction, LiaisonRequest, Priority, RequestKind
from tests.desk.around import both_databases
from tests.desk.floor import OFFICER, OPERATOR, REQUESTER, Floor

HARBOR = "harbor-city-police"


def _add(
    floor: Floor, asker: Person, request: LiaisonRequest, section: str = "identity", **answers: str
) -> LiaisonRequest:
    return floor.desk.requests.add(asker, request.id, section, answers)


@both_databases
def test_what_was_asked_first_can_be_put_right(floor: Floor) -> None:
    request = floor.file_request()
    basics = {"family_name": "Example", "forename": "Edwin", "birth": "1990-06", "facts": "Another story."}
    changed = _add(floor, REQUESTER, request, "basics", priority="urgent", **basics)

    assert (changed.answers["forename"], changed.answers["birth"]) == ("Edwin", "1990-06")
    assert (changed.facts, changed.priority) == ("Another story.", Priority.URGENT)
    assert changed.due_at == request.created_at + timedelta(hours=1)
    with pytest.raises(InvalidForm) as invalid:
        _add(floor, REQUESTER, request, "basics", **{**basics, "forename": ""})
    assert set(invalid.value.errors) == {"forename"}


def test_a_child_does_not_become_of_age_by_what_is_added(floor: Floor) -> None:
    request = floor.file_request(kind=RequestKind.MISSING_CHILD)
    basics = {name: request.answers[name] for name in ("family_name", "forename", "birth")}
    with pytest.raises(InvalidForm, match="is of age") as invalid:
        _add(floor, REQUESTER, request, "basics", facts=request.facts, **{**basics, "birth": "1990"})

    assert set(invalid.value.errors) == {"birth"}
    assert floor.request(request.id) == request


def test_the_agency_and_the_caller_stay_as_they_were_filed(floor: Floor) -> None:
    request = floor.file_request(OFFICER, channel="telephone", call_back="202-555-0100")
    changed = _add(
        floor, OFFICER, request, "case", agency_case="EX-7", agency_typed="Another", call_back="none"
    )

    assert changed.agency_case == "EX-7"
    assert (changed.agency_id, changed.on_behalf) == (request.agency_id, request.on_behalf)
    assert "agency_typed" not in changed.answers


def test_what_depends_on_an_answer_given_before_is_kept(floor: Floor) -> None:
    request = floor.file_request(kind=RequestKind.INQUIRY, asked="interview")
    changed = _add(floor, REQUESTER, request, "more", questions="Where were you?")

    assert changed.answers["questions"] == "Where were you?"


def test_adding_to_a_section_loses_nothing_of_what_depends_on_an_answer_elsewhere(floor: Floor) -> None:
    request = floor.file_request(kind=RequestKind.INQUIRY, asked="interview", questions="Where were you?")
    changed = _add(floor, REQUESTER, request, "more", questions="Where were you?", needed_by="2026-04-01")

    assert changed.answers["questions"] == "Where were you?"
    assert changed.answers["needed_by"] == "2026-04-01"


def test_the_same_answers_again_change_nothing_and_tell_nobody(floor: Floor) -> None:
    request = floor.claimed(sex="male")
    floor.told()

    assert _add(floor, REQUESTER, request, sex="male") == request
    assert floor.told() == []


def test_a_priority_that_is_left_alone_is_no_change(floor: Floor) -> None:
    request = floor.claimed()
    floor.told()
    basics = {name: request.answers[name] for name in ("family_name", "forename", "birth")}

    assert _add(floor, REQUESTER, request, "basics", facts=request.facts, **basics) == request
    assert floor.told() == []


def test_a_wrong_answer_stands_beside_its_field(floor: Floor) -> None:
    request = floor.file_request()
    with pytest.raises(InvalidForm) as invalid:
        _add(floor, REQUESTER, request, sex="yes", document="?")

    assert set(invalid.value.errors) == {"sex", "document"}
    assert floor.request(request.id) == request


def test_a_day_that_has_passed_meanwhile_stays(floor: Floor) -> None:
    request = floor.file_request(kind=RequestKind.TRAVEL, departs_on="2026-03-04")
    floor.clock.advance(days=10)
    basics = {name: request.answers[name] for name in ("family_name", "forename", "birth")}
    changed = _add(
        floor,
        REQUESTER,
        request,
        "basics",
        departs_on="2026-03-04",
        countries="ZA",
        priority="urgent",
        **basics,
    )

    assert (changed.departs_on, changed.answers["countries"]) == ("2026-03-04", "ZA")


def test_days_that_contradict_each_other_are_refused(floor: Floor) -> None:
    request = floor.file_request(kind=RequestKind.TRAVEL, departs_on="2026-04-04")
    with pytest.raises(InvalidForm) as invalid:
        _add(floor, REQUESTER, request, "journey", returns_on="2026-04-01")

    assert set(invalid.value.errors) == {"returns_on"}


def test_offices_added_later_are_alerted_each_once(floor: Floor) -> None:
    request = floor.claimed(
        kind=RequestKind.TRAVEL, direction=Direction.INCOMING, agency="", offices="example-city-police"
    )
    floor.told()
    basics = {
        name: request.answers[name]
        for name in ("family_name", "forename", "birth", "arrives_on", "their_reference")
    }
    _add(
        floor,
        OFFICER,
        request,
        "basics",
        offices=f"example-city-police,{HARBOR}",
        priority="urgent",
        **basics,
    )

    assert [each.agency_id for each in floor.alerts(request)] == ["example-city-police", HARBOR]
    assert [each for each in floor.told() if each.startswith("alert")] == ["alert -> dm:T9/UADM"]


def test_an_office_that_was_removed_since_does_not_hinder_what_is_added(floor: Floor) -> None:
    request = floor.claimed(kind=RequestKind.TRAVEL, direction=Direction.INCOMING, agency="", offices=HARBOR)
    floor.desk.registry_edits.remove_agency(OPERATOR, HARBOR, 1)

    assert _add(floor, OFFICER, request, sex="male").answers["sex"] == "male"


@pytest.mark.parametrize("field", ["offence", "programme"])
def test_an_offence_or_a_programme_that_no_list_has_is_not_added(floor: Floor, field: str) -> None:
    request = floor.file_request()
    with pytest.raises(InvalidForm) as invalid:
        _add(floor, REQUESTER, request, "case", **{field: "of_no_list"})

    assert set(invalid.value.errors) == {field}


def test_a_request_that_becomes_flash_pages_whoever_is_on_duty(floor: Floor) -> None:
    floor.on_duty(OFFICER)
    request = floor.file_another()
    floor.told()
    basics = {name: request.answers[name] for name in ("family_name", "forename", "birth")}
    _add(floor, REQUESTER, request, "basics", facts=request.facts, priority="flash", **basics)

    assert "page -> dm:UOFFICER" in floor.told()


def test_a_departure_that_is_moved_pages_before_the_new_day(floor: Floor) -> None:
    request = floor.claimed(kind=RequestKind.TRAVEL, departs_on="2026-04-10")
    basics = {name: request.answers[name] for name in ("family_name", "forename", "birth")}
    _add(floor, REQUESTER, request, "basics", departs_on="2026-03-10", priority="urgent", **basics)
    floor.told()
    floor.clock.advance(days=6)
    floor.desk.reminders.sweep()

    assert floor.request(request.id).departs_on == "2026-03-10"
    assert "page -> oncall" in floor.told()
