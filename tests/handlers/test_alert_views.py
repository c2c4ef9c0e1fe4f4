"""Alerts to US agencies, limits, and what the desk wants of whoever filed a request."""

from dataclasses import replace

import pytest

from handlers.views import agency_alerts, announcements
from storage.records.announcements import RecordLimit, RecordMoved
from storage.records.reminders import RecordKind, ReminderRule
from storage.records.requests import Partner
from tests.handlers import request_facts
from tests.handlers.examples import ADA, DESK, LATER
from tests.handlers.reading import labels, texts, told

LIMIT = RecordLimit(
    record_kind=RecordKind.REQUEST,
    record_id="r1",
    reference="LR-2026-00042",
    rule=ReminderRule.PARTNER,
    limit_at=LATER,
    partners=(Partner.NCMEC, Partner.CHILDRENS_ISSUES),
)


def test_an_alert_says_what_comes_from_where_and_when_and_asks_for_an_answer() -> None:
    message = agency_alerts.message(request_facts.alert_facts(), DESK)

    assert "Travel of a sex offender, from Bosnia &amp; Herzegovina. Arrival: 2026-11-30." in told(message)
    assert labels(message) == ["Acknowledge", "Show details"]


def test_an_acknowledged_alert_names_who_did_it_and_asks_no_more() -> None:
    message = agency_alerts.message(request_facts.alert_facts(acknowledged=True), DESK)

    assert "Acknowledged by <@U0ADA>" in told(message)
    assert labels(message) == ["Show details"]


@pytest.mark.parametrize(
    ("telephone", "whom"), [("202-555-0199", "Example PD, 202-555-0199"), ("", "Example PD")]
)
def test_the_desk_is_told_which_agency_to_call_and_by_which_number(telephone: str, whom: str) -> None:
    message = agency_alerts.call(request_facts.alert_facts(agency="Example PD", telephone=telephone))

    assert message.text == "LR-2026-00042: an agency has to be called"
    assert "call this agency, and say here when it knows." in told(message)
    assert whom in texts(message)
    assert labels(message) == ["Acknowledged by telephone", "Show details"]


def test_once_an_agency_knows_nobody_need_call_it_any_more() -> None:
    message = agency_alerts.call(request_facts.alert_facts(acknowledged=True, agency="Example PD"))

    assert message.text == "LR-2026-00042: acknowledged"
    assert "acknowledged by <@U0ADA>. Nobody need call." in told(message)
    assert "Example PD" in texts(message)
    assert labels(message) == ["Show details"]


def test_a_limit_names_the_partners_or_what_expires() -> None:
    partners = announcements.render(LIMIT, DESK)
    evidence = announcements.render(replace(LIMIT, rule=ReminderRule.PRESERVATION, partners=()), DESK)

    assert "Exploited Children and State Department, Office of Children's Issues." in told(partners)
    assert "end of the evidence's preservation, due" in told(evidence)
    assert "(desk default)" in told(evidence)
    assert "(desk default)" not in told(announcements.render(replace(LIMIT, sourced=True), DESK))
    assert labels(partners) == ["Snooze", "Show details"]


def test_only_a_question_to_the_filer_has_a_button_that_answers_it() -> None:
    moved = RecordMoved(
        record_kind=RecordKind.REQUEST,
        record_id="r1",
        reference="LR-2026-00042",
        state="needs_info",
        by=ADA,
    )
    over = replace(moved, state="closed")
    notice = replace(moved, record_kind=RecordKind.NOTICE)

    offered = [labels(announcements.render(each, DESK)) for each in (moved, over, notice)]
    answering = ["Send what is missing", "Show details"]
    assert offered == [answering, ["Show details"], answering]
