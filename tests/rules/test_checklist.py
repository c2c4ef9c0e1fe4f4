"""The checklist of a request: what may still be missing, who owes it, and whom the desk has to tell."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.rules import checklist
from bot.rules.forms.common import THE_AGENCY, THE_COUNTRY, THE_DESK
from bot.rules.kinds import KINDS
from bot.rules.partners import PARTNERS
from storage.records.disclosures import Authority, Content, Disclosure
from storage.records.people import Actor
from storage.records.requests import Direction, LiaisonRequest, Partner, RequestKind
from tests.rules.examples import ADA, NAMES, NOW, a_request
from tests.rules.filled import least

IN, OUT = Direction.INCOMING, Direction.OUTGOING
EACH_WAY = [(kind, direction) for kind, row in KINDS.items() for direction in row.forms]


def _told(*recipients: str) -> list[Disclosure]:
    return [
        Disclosure(
            id=recipient,
            record_id="r1",
            at=NOW,
            by=Actor(ADA),
            recipient=recipient,
            content=Content.REQUEST,
            authority=Authority.REQUESTING_AGENCY,
            told_on="2026-03-02",
        )
        for recipient in recipients
    ]


def _missing(request: LiaisonRequest, *told: str) -> Mapping[str, tuple[str, ...]]:
    return checklist.missing(checklist.items(request, _told(*told), NAMES.get))


def _barely(kind: RequestKind, direction: Direction = OUT, **answers: str) -> LiaisonRequest:
    """A request with the fewest answers with which it is filed."""
    changes: dict[str, Any] = {"kind": kind, "direction": direction, "agency_case": ""}
    return a_request(answers=least(kind, direction, answers), **changes)


def test_a_fugitive_filed_with_the_least_misses_what_the_agency_knows_and_one_partner() -> None:
    owed = _missing(_barely(RequestKind.FUGITIVE))

    assert owed == {
        THE_AGENCY: (
            "Sex",
            "Nationalities",
            "Passport or identity document",
            "What identifies the person",
            "Arrest warrant or judgment",
            "NCIC number",
            "Charge and law",
            "Prosecutor who will seek extradition",
            "US Marshals Service district or task force",
            "Last seen",
            "The agency's case number",
        ),
        THE_DESK: ("US Marshals Service told",),
    }


@pytest.mark.parametrize(("kind", "direction"), EACH_WAY)
def test_a_request_with_every_answer_waits_for_partners_only(kind: RequestKind, direction: Direction) -> None:
    request = a_request(kind=kind, direction=direction)

    partners = tuple(f"{PARTNERS[each].label} told" for each in KINDS[kind].told)
    further = ("Bureau of South Africa told",) if "countries" in request.answers else ()
    assert _missing(request).get(THE_DESK, ()) == (*partners, *further)
    assert set(_missing(request)) <= {THE_DESK}


@pytest.mark.parametrize(("kind", "direction"), EACH_WAY)
def test_nothing_is_missing_once_everybody_is_told(kind: RequestKind, direction: Direction) -> None:
    request = a_request(kind=kind, direction=direction)

    assert _missing(request, *KINDS[kind].told, "country:ZA") == {}


@pytest.mark.parametrize(("kind", "direction"), EACH_WAY)
def test_each_item_is_owed_by_somebody_and_named_once(kind: RequestKind, direction: Direction) -> None:
    found = checklist.items(_barely(kind, direction), [], NAMES.get)

    assert {item.owed_by for item in found} <= {THE_AGENCY, THE_COUNTRY, THE_DESK}
    assert len({item.label for item in found}) == len(found)


@pytest.mark.parametrize(("kind", "direction"), [each for each in EACH_WAY if each[1] is IN])
def test_what_another_country_asks_is_owed_by_that_country(kind: RequestKind, direction: Direction) -> None:
    owed = _missing(_barely(kind, direction))

    assert owed.get(THE_AGENCY, ()) in {(), ("The agency's case number",)}


def test_an_item_that_depends_on_an_answer_stands_there_only_after_it() -> None:
    without = _missing(_barely(RequestKind.PARENTAL_ABDUCTION))
    with_order = _missing(_barely(RequestKind.PARENTAL_ABDUCTION, custody="order"))

    assert "Custody order or application" not in without[THE_AGENCY]
    assert "Custody order or application" in with_order[THE_AGENCY]


@pytest.mark.parametrize(("kind", "direction"), EACH_WAY)
def test_an_offence_that_nobody_stated_is_on_the_list_of_each_form_that_asks_for_one(
    kind: RequestKind, direction: Direction
) -> None:
    form = KINDS[kind].forms[direction]
    found = {
        offence: [
            item for item in checklist.items(a_request(**changes), [], NAMES.get) if item.label == "Offence"
        ]
        for offence in ("", "kidnapping")
        if (changes := {"kind": kind, "direction": direction, "offence": offence})
    }

    assert len(found[""]) == (form.ask("offence") is not None)
    assert not any(item.done for item in found[""])
    assert all(item.done for item in found["kidnapping"])
    assert {item.owed_by for item in found[""]} <= (
        {THE_AGENCY} if direction is OUT else {THE_AGENCY, THE_COUNTRY}
    )


def test_an_answered_item_stays_on_the_list_as_done() -> None:
    found = checklist.items(_barely(RequestKind.FUGITIVE, sex="male"), [], NAMES.get)

    assert checklist.Item(label="Sex", done=True, owed_by=THE_AGENCY) in found


def test_each_further_country_of_a_journey_has_to_be_told() -> None:
    journey = _barely(RequestKind.TRAVEL, countries="ZA, XX")

    assert _missing(journey, "angel_watch")[THE_DESK] == ("Bureau of South Africa told", "Bureau of XX told")
    assert _missing(journey, "angel_watch", "country:ZA")[THE_DESK] == ("Bureau of XX told",)
    assert THE_DESK not in _missing(journey, "angel_watch", "country:ZA", "country:XX")


@pytest.mark.parametrize("kind", [RequestKind.MISSING_CHILD, RequestKind.PARENTAL_ABDUCTION])
def test_two_partners_of_a_childs_case_have_to_know_in_time(kind: RequestKind) -> None:
    request = a_request(kind=kind)

    both = (Partner.NCMEC, Partner.CHILDRENS_ISSUES)
    assert checklist.untold_in_time(request, []) == both
    assert checklist.untold_in_time(request, _told("ncmec")) == (Partner.CHILDRENS_ISSUES,)
    assert checklist.untold_in_time(request, _told(*both)) == ()


@pytest.mark.parametrize("kind", [each for each, row in KINDS.items() if not row.told_in_time])
def test_no_other_kind_has_a_time_for_its_partners(kind: RequestKind) -> None:
    assert checklist.untold_in_time(a_request(kind=kind), []) == ()


def test_a_country_that_was_told_is_no_partner() -> None:
    assert checklist.partners_told(_told("country:FR", "ncmec")) == {"country:FR", "ncmec"}
    assert (
        "National Center for Missing and Exploited Children told"
        in (_missing(a_request(kind=RequestKind.MISSING_CHILD), "country:FR")[THE_DESK])
    )


def test_what_is_wanted_stands_at_the_section_that_asks_for_it() -> None:
    form = KINDS[RequestKind.FUGITIVE].forms[OUT]

    wanted = checklist.wanted_of_request(form, {"sex": "male", "nationalities": "FR", "ncic": "W000000001"})

    assert wanted["identity"] == ("Passport or identity document", "What identifies the person")
    assert "NCIC number" not in wanted["wanted"]
    assert "basics" not in wanted
