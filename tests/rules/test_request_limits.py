"""What else has its time: departures, partners of a child's case, and evidence that a provider keeps."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.policy import load
from bot.rules import deadlines
from bot.rules.kinds import KINDS
from storage.records.disclosures import Authority, Content, Disclosure
from storage.records.people import Actor
from storage.records.reminders import ReminderRule
from storage.records.requests import Direction, Partner, RequestKind
from tests.rules.examples import ADA, NOW, a_request, after

POLICY = load()
CHILD = RequestKind.MISSING_CHILD


def _day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _told(recipient: str) -> Disclosure:
    return Disclosure(
        id=recipient,
        record_id="r1",
        at=NOW,
        by=Actor(ADA),
        recipient=recipient,
        content=Content.REQUEST,
        authority=Authority.REQUESTING_AGENCY,
        told_on="2026-03-02",
    )


def test_a_journey_is_told_abroad_a_week_before_it() -> None:
    assert deadlines.send_by_of(a_request(departs_on="2026-05-17"), POLICY) == _day("2026-05-10")
    assert deadlines.send_by_of(a_request(), POLICY) is None


def test_somebody_is_paged_two_days_before_a_journey() -> None:
    assert deadlines.departure_watch("2026-05-17", POLICY) == _day("2026-05-15")
    assert deadlines.departure_watch(None, POLICY) is None


@pytest.mark.parametrize(
    ("told_on", "departs_on", "late"),
    [
        pytest.param("2026-02-01", "2026-02-22", False, id="21 days to the day"),
        pytest.param("2026-02-01", "2026-02-21", True, id="20 days"),
        pytest.param("2026-02-01", "2026-03-03", False, id="told long before it was filed"),
        pytest.param(None, "2026-03-23", False, id="not known: 21 days from the filing"),
        pytest.param(None, "2026-03-22", True, id="not known: 20 days from the filing"),
    ],
)
def test_a_journey_is_late_by_the_day_on_which_the_registry_was_told(
    told_on: str | None, departs_on: str, late: bool
) -> None:
    answers = {"told_registry_on": told_on} if told_on else {}
    request = a_request(kind=RequestKind.TRAVEL, departs_on=departs_on, answers=answers)

    assert deadlines.announced_late(request, POLICY) is late


def test_nobody_who_is_removed_from_the_country_announces_it_to_a_registry() -> None:
    removal = a_request(kind=RequestKind.REMOVAL, departs_on="2026-03-05")

    assert not deadlines.announced_late(removal, POLICY)


@pytest.mark.parametrize("kind", [CHILD, RequestKind.PARENTAL_ABDUCTION])
@pytest.mark.parametrize("direction", Direction)
def test_the_partners_of_a_childs_case_are_reminded_of_after_four_hours_and_a_day(
    kind: RequestKind, direction: Direction
) -> None:
    request = a_request(kind=kind, direction=direction)

    assert deadlines.limits(request, [], POLICY) == (
        (ReminderRule.PARTNER, after(hours=4)),
        (ReminderRule.PARTNER, after(hours=24)),
    )


def test_a_partner_who_was_told_leaves_the_other_one() -> None:
    one, both = [_told(Partner.NCMEC)], [_told(Partner.NCMEC), _told(Partner.CHILDRENS_ISSUES)]

    assert len(deadlines.limits(a_request(kind=CHILD), one, POLICY)) == 2
    assert deadlines.limits(a_request(kind=CHILD), both, POLICY) == ()


def test_a_provider_keeps_the_evidence_for_a_year_from_the_report() -> None:
    request = a_request(kind=RequestKind.CYBERTIP, answers={"reported_on": "2026-02-01"})

    assert deadlines.preserved_until(request, POLICY) == _day("2027-02-01")
    assert deadlines.limits(request, [], POLICY) == (
        (ReminderRule.PRESERVATION, _day("2026-12-03")),
        (ReminderRule.PRESERVATION, _day("2027-01-02")),
        (ReminderRule.PRESERVATION, _day("2027-01-25")),
    )


def test_without_the_day_of_the_report_nobody_knows_how_long() -> None:
    assert deadlines.preserved_until(a_request(kind=RequestKind.CYBERTIP, answers={}), POLICY) is None


def test_how_long_before_is_the_desks_own_choice() -> None:
    own = replace(POLICY, requests=replace(POLICY.requests, expiry_last=timedelta(days=14)))
    report = a_request(kind=RequestKind.CYBERTIP, answers={"reported_on": "2026-02-20"})

    assert [at for _, at in deadlines.limits(report, [], own)] == [
        _day("2026-12-22"),
        _day("2027-01-21"),
        _day("2027-02-06"),
    ]


@pytest.mark.parametrize(
    "kind", [kind for kind, row in KINDS.items() if not row.told_in_time and not row.preserved]
)
def test_other_kinds_are_reminded_of_nothing_but_their_next_step(kind: RequestKind) -> None:
    assert deadlines.limits(a_request(kind=kind), [], POLICY) == ()
