"""What else has its time: departures, partners of a child's case, and evidence that a provider keeps."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.policy import load
from bot.rules import deadlines
from bot.rules.kinds import KINDS
from bot.rules.spans import Span
from storage.records.disclosures import Authority, Content, Disclosure
from storage.records.people import Actor
from storage.records.reminders import ReminderRule, Stage
from storage.records.requests import Direction, LiaisonRequest, Partner, RequestKind, RequestState
from tests.rules.examples import ADA, NOW, a_request, after

POLICY = load()
CHILD = RequestKind.MISSING_CHILD


DESK = ZoneInfo("America/New_York")


def _day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=DESK).astimezone(UTC)


def _said(request: LiaisonRequest, told: Sequence[Disclosure], rule: ReminderRule) -> list[datetime]:
    """When it is reminded of."""
    found = deadlines.of_request(request, told, POLICY, DESK)
    return [each.at for each in found if each.rule is rule and each.stage is not Stage.LIMIT]


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
    assert deadlines.send_by_of(a_request(departs_on="2026-05-17"), POLICY, DESK) == _day("2026-05-10")
    assert deadlines.send_by_of(a_request(), POLICY, DESK) is None


def test_somebody_is_paged_two_days_before_a_journey() -> None:
    assert _said(a_request(departs_on="2026-05-17"), [], ReminderRule.CRITICAL)[0] == _day("2026-05-15")


def test_nobody_is_paged_for_a_journey_that_was_told_abroad() -> None:
    told = a_request(departs_on="2026-05-17", state=RequestState.TRANSMITTED)

    assert _said(told, [], ReminderRule.CRITICAL) == []


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

    assert deadlines.announced_late(request, POLICY, DESK) is late


def test_what_is_filed_in_the_evening_is_of_that_day_at_the_desk() -> None:
    evening = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
    request = a_request(kind=RequestKind.TRAVEL, departs_on="2026-03-23", answers={}, created_at=evening)

    assert not deadlines.announced_late(request, POLICY, DESK), "21 days from the 2nd of March"


def test_nobody_who_is_removed_from_the_country_announces_it_to_a_registry() -> None:
    removal = a_request(kind=RequestKind.REMOVAL, departs_on="2026-03-05")

    assert not deadlines.announced_late(removal, POLICY, DESK)


@pytest.mark.parametrize("kind", [CHILD, RequestKind.PARENTAL_ABDUCTION])
@pytest.mark.parametrize("direction", Direction)
def test_the_partners_of_a_childs_case_are_reminded_of_after_four_hours_and_a_day(
    kind: RequestKind, direction: Direction
) -> None:
    request = a_request(kind=kind, direction=direction)

    assert _said(request, [], ReminderRule.PARTNER) == [after(hours=4), after(hours=24)]


def test_a_partner_who_was_told_leaves_the_other_one() -> None:
    one, both = [_told(Partner.NCMEC)], [_told(Partner.NCMEC), _told(Partner.CHILDRENS_ISSUES)]

    assert len(_said(a_request(kind=CHILD), one, ReminderRule.PARTNER)) == 2
    assert _said(a_request(kind=CHILD), both, ReminderRule.PARTNER) == []


def test_a_provider_keeps_the_evidence_for_a_year_from_the_report() -> None:
    request = a_request(kind=RequestKind.CYBERTIP, answers={"reported_on": "2026-02-01"})

    assert deadlines.preserved_until(request, POLICY, DESK) == _day("2027-02-01")


def test_without_the_day_of_the_report_nobody_knows_how_long() -> None:
    request = a_request(kind=RequestKind.CYBERTIP, answers={})

    assert deadlines.preserved_until(request, POLICY, DESK) is None
    assert _said(request, [], ReminderRule.PRESERVATION) == []


def test_how_long_before_is_the_desks_own_choice() -> None:
    named = replace(POLICY.deadlines[ReminderRule.PRESERVATION], before=(Span(days=14),))
    own = replace(POLICY, deadlines={**POLICY.deadlines, ReminderRule.PRESERVATION: named})
    report = a_request(kind=RequestKind.CYBERTIP, answers={"reported_on": "2026-02-20"})

    found = deadlines.of_request(report, [], own, DESK)

    assert [each.at for each in found if each.rule is ReminderRule.PRESERVATION] == [
        _day("2027-02-06"),
        _day("2027-02-20"),
    ]


@pytest.mark.parametrize(
    "kind", [kind for kind, row in KINDS.items() if not row.told_in_time and not row.preserved]
)
def test_other_kinds_have_neither(kind: RequestKind) -> None:
    found = {each.rule for each in deadlines.of_request(a_request(kind=kind), [], POLICY, DESK)}

    assert not found & {ReminderRule.PARTNER, ReminderRule.PRESERVATION}
