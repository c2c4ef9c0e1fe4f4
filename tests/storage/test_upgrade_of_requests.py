"""Requests from before each kind had a form of its own are there afterwards, and can be worked."""

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.records.queries import RecordQuery
from storage.records.requests import Direction, LiaisonRequest, RequestId, RequestKind, RequestState
from storage.upgrade import is_current, upgrade
from tests.storage.examples import ADA, NOW, a_draft, a_request, an_alert
from tests.storage.older import an_old_request, as_of, kept_moment


def _upgraded(url: str, *record_ids: str) -> list[LiaisonRequest]:
    upgrade(url)
    database = Database(url)
    with database.reading() as tx:
        found = [tx.requests.get(RequestId(each)) for each in record_ids]
    database.close()
    return [each for each in found if each is not None]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("travelling_offender", RequestKind.TRAVEL),
        ("other", RequestKind.INQUIRY),
        ("missing_child", RequestKind.MISSING_CHILD),
        ("fugitive", RequestKind.FUGITIVE),
        ("trafficking", RequestKind.TRAFFICKING),
    ],
)
def test_a_request_of_each_old_kind_has_its_new_one(empty_url: str, before: str, now: RequestKind) -> None:
    with as_of(empty_url, "0006") as connection:
        an_old_request(connection, "1", kind=before)

    (request,) = _upgraded(empty_url, "1")

    assert is_current(empty_url)
    assert request.kind is now


def test_everything_else_of_an_old_request_stays_and_nothing_is_invented(empty_url: str) -> None:
    with as_of(empty_url, "0006") as connection:
        an_old_request(
            connection,
            "1",
            kind="travelling_offender",
            state="transmitted",
            owner="UBORIS",
            departs_on="2026-05-17",
            on_behalf='{"call_back": "202-555-0100", "channel": "telephone"}',
            version=4,
        )

    (request,) = _upgraded(empty_url, "1")

    assert (request.reference, request.country, request.facts) == (
        "LR-2025-00001",
        "FR",
        "An invented story.",
    )
    assert (request.state, request.owner, request.departs_on, request.version) == (
        RequestState.TRANSMITTED,
        "UBORIS",
        "2026-05-17",
        4,
    )
    assert request.on_behalf is not None
    assert (request.due_at, request.created_at) == (NOW, NOW)
    assert (request.answers, request.outcome, request.merged_into) == ({}, None, None)


def test_an_old_request_is_found_worked_and_saved_as_any_other(empty_url: str) -> None:
    with as_of(empty_url, "0006") as connection:
        an_old_request(connection, "1", kind="other", direction="incoming")
    upgrade(empty_url)
    database = Database(empty_url)

    with database.transaction() as tx:
        waiting = tx.requests.next_unclaimed(frozenset({RequestState.SUBMITTED}))
        tx.requests.add(a_request(direction=Direction.INCOMING, kind=RequestKind.INQUIRY))
        found = tx.requests.find(RecordQuery(kinds=frozenset({RequestKind.INQUIRY})))
        last = tx.requests.last_of(ADA)

    database.close()
    assert waiting is not None
    assert waiting.id == "1"
    assert len(found) == 2
    assert last is not None


def test_what_is_new_can_be_kept_beside_what_is_old(empty_url: str) -> None:
    with as_of(empty_url, "0006") as connection:
        an_old_request(connection, "1")
    upgrade(empty_url)
    database = Database(empty_url)
    draft, alert = a_draft(), an_alert(record_id="1")

    with database.transaction() as tx:
        tx.drafts.save(draft)
        tx.alerts.add(alert)

    with database.reading() as tx:
        assert (tx.drafts.get(draft.id), tx.alerts.of("1")) == (draft, [alert])
        assert [*tx.disclosures.of("1"), *tx.subjects.of("1")] == []
    database.close()


def test_a_task_force_that_was_alerted_stays_in_the_registry(empty_url: str) -> None:
    """The real task forces take the place of the invented ones, unless somebody uses those."""
    with as_of(empty_url, "0007") as connection:
        an_old_request(connection, "1", kind="cybertip")
        connection.execute(
            text(
                "INSERT INTO alerts (id, record_kind, record_id, agency_id, told_at, version) "
                "VALUES ('A1', 'request', '1', 'example-state-icac-west', :then, 1)"
            ),
            {"then": kept_moment(connection, NOW)},
        )

    upgrade(empty_url)

    database = Database(empty_url)
    with database.reading() as tx:
        assert tx.agencies.get("example-state-icac-west") is not None
        assert [alert.id for alert in tx.alerts.of("1")] == ["A1"]
    database.close()
