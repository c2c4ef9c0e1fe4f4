"""Alerts: each US agency is alerted once to what came in, and acknowledges it once."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from storage.database import Database, StaleRecord
from storage.records.alerts import Alert
from storage.records.people import Actor
from tests.storage.examples import ADA, BORIS, after, all_at_once, an_alert

HARBOR = "harbor-city-police"


def add(database: Database, *alerts: Alert) -> list[bool]:
    with database.transaction() as tx:
        return [tx.alerts.add(alert) for alert in alerts]


def acknowledged(alert: Alert, by: str = ADA) -> Alert:
    return replace(
        alert,
        acknowledged_at=after(minutes=5),
        acknowledged_by=Actor(by),
        version=alert.version + 1,
    )


def test_an_alert_comes_back_as_it_was_kept(database: Database) -> None:
    alert = an_alert()

    assert add(database, alert) == [True]
    with database.reading() as tx:
        assert tx.alerts.get(alert.id) == alert
        assert tx.alerts.get("nowhere") is None


def test_an_agency_is_alerted_to_a_record_once(database: Database) -> None:
    first = an_alert()

    added = add(database, first, an_alert(), an_alert(agency_id=HARBOR), an_alert(record_id="R2"))

    assert added == [True, False, True, True]
    with database.reading() as tx:
        assert [alert.agency_id for alert in tx.alerts.of("R1")] == ["example-city-police", HARBOR]
        assert tx.alerts.of("R1")[0] == first


def test_eight_who_alert_one_agency_at_once_alert_it_once(database: Database) -> None:
    assert sum(all_at_once(8, lambda _: add(database, an_alert())[0])) == 1


def test_an_agency_of_no_list_cannot_be_alerted(database: Database) -> None:
    with pytest.raises(IntegrityError):
        add(database, an_alert(agency_id="nowhere"))


def test_alerts_of_a_record_come_oldest_first(database: Database) -> None:
    late, early = an_alert(told_at=after(hours=1)), an_alert(agency_id=HARBOR)
    add(database, late, early)

    with database.reading() as tx:
        assert tx.alerts.of("R1") == [early, late]


def test_of_two_who_acknowledge_at_once_the_first_is_kept(database: Database) -> None:
    alert = an_alert()
    add(database, alert)
    with database.transaction() as tx:
        tx.alerts.save(acknowledged(alert, ADA))

    with pytest.raises(StaleRecord), database.transaction() as tx:
        tx.alerts.save(acknowledged(alert, BORIS))

    with database.reading() as tx:
        assert tx.alerts.get(alert.id) == acknowledged(alert, ADA)
