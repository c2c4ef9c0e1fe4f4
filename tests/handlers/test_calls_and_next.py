"""At the edge of the real desk: an agency that has to be called, and the next item that an officer takes."""

from handlers import action_ids
from handlers.views import agency_alerts
from handlers.views.blocks import Message
from storage.records.announcements import Surface, SurfaceKind
from tests.handlers.examples import ADA
from tests.handlers.filling import REQUEST
from tests.handlers.office import BORIS, Office
from tests.handlers.reading import labels, told

ABSENT = "harbor-city-police"
"""Nobody of it is in Slack."""


def call(office: Office) -> tuple[str, Message]:
    """The alert that the desk has to telephone about, and the message as it is now."""
    (alert_id,) = {
        each.record_id
        for each in office.waiting()
        if isinstance(each, Surface) and each.kind is SurfaceKind.ALERT_CALL
    }
    facts = office.desk.alerts.facts(alert_id)
    assert facts is not None
    return alert_id, agency_alerts.call(facts)


def announce(office: Office) -> None:
    """A journey is announced from abroad, and it concerns an agency of which nobody is in Slack."""
    form = office.begin(kind="travel", direction="incoming")
    journey = {"arrives_on": "2026-12-24", "their_reference": "EX-1", "offices": ABSENT}
    office.submit(form, REQUEST | journey)


def test_an_agency_that_is_not_in_slack_is_called_and_once_it_knows_nobody_need_call(office: Office) -> None:
    announce(office)
    alert_id, before = call(office)

    office.click(action_ids.ALERT_ACKNOWLEDGE, alert_id)
    office.answer()
    _, after = call(office)

    assert "call this agency" in told(before)
    assert labels(before) == ["Acknowledged by telephone", "Show details"]
    assert f"acknowledged by <@{ADA}>. Nobody need call." in told(after)
    assert labels(after) == ["Show details"]


def test_the_next_item_comes_with_the_way_to_its_details(office: Office) -> None:
    office.file_request()

    answer = office.type("/liaison next", as_=BORIS)

    assert answer["text"] == "LR-2026-00001 is yours"
    (details,) = answer["blocks"][-1]["elements"]
    office.click(details["action_id"], details["value"], as_=BORIS)
    assert office.opened()["title"]["text"] == "LR-2026-00001"
