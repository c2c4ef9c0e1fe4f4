"""Filing a notice: what is only missing, what the filer is told, and for whom it may be."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.desk.notice_facts import Linked, NoticeFiled
from bot.rules.colours import FILED_HERE
from bot.rules.errors import InvalidForm, NoSuchDraft, Refusal
from storage.records.drafts import DraftId
from storage.records.notices import Colour, NoticeState
from storage.records.people import Person
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, OFFICER, REQUESTER, Floor
from tests.notice_samples import least
from tests.rules.examples import a_notice_form

CALLER: Mapping[str, Any] = {"channel": "telephone", "call_back": "202-555-0100"}


def _file(
    floor: Floor, colour: Colour = Colour.RED, asker: Person = REQUESTER, key: str = "k", **changes: Any
) -> NoticeFiled:
    return floor.desk.notices.file(asker, a_notice_form(colour, **changes), key)


@both_databases
@pytest.mark.parametrize("colour", FILED_HERE)
def test_each_colour_is_filed_with_the_least_and_the_filer_learns_what_is_missing(
    floor: Floor, colour: Colour
) -> None:
    filed = _file(floor, colour, answers=least(colour))
    notice = floor.notice(filed.notice.id)

    assert notice == filed.notice
    assert (notice.state, notice.owner, notice.agency_id) == (
        NoticeState.SUBMITTED,
        None,
        "example-city-police",
    )
    assert notice.answers["facts"].startswith("Invented facts")
    assert "Enough to know the person by" in filed.missing["the agency"]
    assert floor.desk.notices.details(OFFICER, notice.id).notice == notice


THE_DESKS = {"the desk": ("Reference in the Notice Request Service",)}
"""A requester is not asked for it."""


def test_of_a_whole_form_nothing_is_missing_but_what_the_desk_owes(floor: Floor) -> None:
    assert _file(floor).missing == THE_DESKS
    assert _file(floor, asker=OFFICER, key="2", **CALLER).missing == {}


def test_that_it_may_be_refused_as_a_family_matter_is_a_warning(floor: Floor) -> None:
    filed = _file(floor, matter="family", childrens_issues_on="2026-01-08")
    card = floor.desk.notices.card(filed.notice.id)

    (warning,) = filed.warnings
    assert filed.missing == THE_DESKS
    assert warning == (
        "A Red Notice on a parent may be refused as a family matter. The Yellow Notice on the child does not "
        "depend on it; a Blue Notice on the parent may be the right one. "
        "(RPD article 83(1)(a); INTERPOL Constitution, article 3)"
    )
    assert card is not None
    assert card.warnings == filed.warnings


def test_the_filer_is_told_what_is_alike_and_what_is_of_the_same_case(floor: Floor) -> None:
    request = floor.file_request()
    yellow = floor.file_notice(colour=Colour.YELLOW, key="child")
    filed = _file(floor, Colour.RED, key="abductor")

    assert [(each.reference, each.signs) for each in filed.alike] == [(request.reference, ("case", "person"))]
    assert filed.linked == (
        Linked(reference=yellow.reference, colour=Colour.YELLOW, state=NoticeState.SUBMITTED),
    )


@both_databases
def test_the_same_form_sent_twice_makes_one_notice_and_tells_nobody_again(floor: Floor) -> None:
    first = _file(floor, key="form-1", matter="family", childrens_issues_on="2026-01-08")
    floor.told()
    again = _file(floor, key="form-1", family_name="Another")

    assert again == first
    assert floor.told() == []
    assert floor.desk.notices.listing(OFFICER, "").total == 1


def test_the_draft_is_forgotten_once_it_is_filed(floor: Floor) -> None:
    floor.desk.drafts.save(REQUESTER, DraftId("form-1"), "notice:red", {"facts": "An inv"})
    _file(floor, key="form-1")

    with pytest.raises(NoSuchDraft):
        floor.desk.drafts.open(REQUESTER, DraftId("form-1"))


def test_an_officer_files_for_a_caller_and_a_requester_for_nobody(floor: Floor) -> None:
    with pytest.raises(Refusal, match="Only officers and supervisors"):
        _file(floor, **CALLER)
    with pytest.raises(InvalidForm) as half:
        _file(floor, asker=OFFICER, channel="telephone")
    filed = _file(floor, asker=OFFICER, **CALLER)

    assert half.value.errors == {"call_back": "Give the number to call back."}
    assert {name: filed.notice.answers[name] for name in CALLER} == CALLER
    assert filed.notice.filed_by == OFFICER.id


def test_whoever_is_admitted_for_one_agency_files_for_no_other(floor: Floor) -> None:
    with pytest.raises(InvalidForm) as invalid:
        _file(floor, asker=ADMITTED)

    assert set(invalid.value.errors) == {"agency"}
    assert _file(floor, asker=ADMITTED, agency="harbor-city-police").notice.agency_id == "harbor-city-police"


def test_an_agency_of_no_registry_gives_its_ori(floor: Floor) -> None:
    unlisted: dict[str, Any] = {"agency": "", "agency_typed": "Example Harbor Patrol"}
    without = _file(floor, key="1", **unlisted)
    with_it = _file(floor, key="2", ori="MEEX00100", **unlisted)

    assert (without.notice.agency_id, without.notice.agency_name) == (None, "Example Harbor Patrol")
    assert without.missing == {"the agency": ("Agency and case number",), **THE_DESKS}
    assert with_it.missing == THE_DESKS
