"""Purging: what is over long enough is erased with all that is kept of it, and nothing else is."""

from dataclasses import replace
from datetime import timedelta
from itertools import islice

import pytest

from bot.desk.ground import Ground
from bot.rules.errors import NoSuchRecord, Refusal
from bot.rules.policy import Retention
from storage.database import Database
from storage.records.audit import Outcome
from storage.records.notices import Colour, Notice
from storage.records.people import Actor, Person
from storage.records.reach import Owner, Way
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, LiaisonRequest, Priority, RequestKind
from tests.desk.around import both_databases
from tests.desk.floor import (
    ADMITTED,
    AUDITOR,
    NEWCOMER,
    OFFICER,
    OPERATOR,
    REQUESTER,
    SECOND,
    SUPERVISOR,
    Floor,
)
from tests.desk.notice_life import takes
from tests.storage.examples import all_at_once
from tests.whole_tables import everything, naming

NAME = "Lingersample"
SEVEN_YEARS = 7 * 365
AUDIT = frozenset({"audit", "audit_head"})
EVE = {"family_name": NAME, "forename": "Eve", "sex": "female", "description": f"Scar, says {NAME}"}


def _closed(floor: Floor, key: str = "k", **changes: str) -> LiaisonRequest:
    return floor.close(OFFICER, floor.claimed(key=key, **changes))


def _refused(floor: Floor, asker: Person = REQUESTER, request: LiaisonRequest | None = None) -> Notice:
    """A notice that the General Secretariat refused."""
    reference = request.reference if request else ""
    notice = floor.file_notice(asker, Colour.BLUE, request_reference=reference, **EVE)
    takes(floor, notice, "claim")
    takes(floor, notice, "approve", SUPERVISOR)
    takes(floor, notice, "send")
    return takes(floor, notice, "refuse", reason=f"Nothing against {NAME}.")


def _report(floor: Floor, key: str, **changes: str) -> LiaisonRequest:
    """Of another country, on the same report whatever the key; an agency is alerted to it."""
    kind, direction = RequestKind.CYBERTIP, Direction.INCOMING
    answers = {"agency": "", "task_force": "harbor-city-police", **changes}
    return floor.file_request(OFFICER, key, kind=kind, direction=direction, **answers)


def _due(floor: Floor) -> list[str]:
    return [each.reference for each in floor.desk.purging.due(SUPERVISOR)]


def _purged(floor: Floor, limit: int = 100) -> list[str]:
    return [each.reference for each in floor.desk.purging.purge_all(SUPERVISOR, limit)]


def _a_case(floor: Floor) -> tuple[LiaisonRequest, Notice]:
    """With everything that can be kept of one: pages, alerts, tellings, a watch, details that were added."""
    floor.desk.contacts.set(OPERATOR, Owner(OFFICER.id), Way.EMAIL, "olga@agency.example")
    floor.on_duty()
    report = _report(floor, "case", family_name=NAME, facts=f"{NAME} was seen.", priority=Priority.FLASH)
    floor.desk.requests.claim(OFFICER, report.id)
    floor.desk.alerts.acknowledge(ADMITTED, floor.alerts(report)[0].id)
    floor.take(SECOND, floor.request(report.id), "watch")
    notice = _refused(floor, SECOND, report)
    tell = floor.a_message(recipient="ncmec", message_reference=f"About {NAME}")
    tell.pop("requirements")
    floor.take(OFFICER, floor.request(report.id), "tell", **tell)
    return floor.request(report.id), notice


def _over(floor: Floor, request: LiaisonRequest) -> None:
    for page in floor.desk.escalations.listing(OPERATOR):
        if page.holder is None:
            floor.desk.escalations.acknowledge_by_reference(Actor(OFFICER.id), page.reference)
        found = floor.desk.escalations.found(OPERATOR, page.reference)
        floor.desk.escalations.note(OFFICER, found, f"{NAME} called.")
        floor.desk.escalations.resolve(OFFICER, found, f"{NAME} is safe.")
    floor.close(OFFICER, request, outcome="otherwise", note=f"{NAME} is safe.")


@both_databases
def test_of_a_whole_case_nothing_is_left_but_the_audit_trail(floor: Floor, database: Database) -> None:
    request, notice = _a_case(floor)
    pages = [
        floor.page(words=f"{NAME} waits.", reference_words=request.reference).page,
        floor.page(NEWCOMER, "q", words=f"About {NAME}.", reference_words=notice.reference).page,
    ]
    alike, other = _report(floor, "alike"), _report(floor, "other")
    merged = floor.take(OFFICER, other, "merge", into=request.reference)
    floor.waiting()
    floor.clock.advance(minutes=1)
    _over(floor, request)
    alerts = [each.id for each in floor.alerts(request)]
    ids = [request.id, notice.id, *alerts, *(page.id for page in pages)]
    named_before = naming(database, NAME, *ids)
    floor.clock.advance(days=SEVEN_YEARS)

    assert _purged(floor) == [notice.reference, merged.reference, request.reference]
    assert {"requests", "notices", "events", "escalations", "outbox", "surfaces"} <= named_before
    assert naming(database, NAME) == set()
    assert naming(database, *ids, but=AUDIT) == set()
    assert floor.request(alike.id) == alike
    for gone in (request.reference, notice.reference):
        with pytest.raises(NoSuchRecord):
            floor.desk.requests.status(OFFICER, gone)
    assert (SUPERVISOR.id, "record.purge") in floor.audited(request.reference)


@both_databases
def test_a_dry_run_lists_what_is_due_and_changes_nothing(floor: Floor, database: Database) -> None:
    request, notice = _closed(floor), _refused(floor)
    over_since = floor.clock.now()
    floor.clock.advance(days=SEVEN_YEARS + 1)
    before = everything(database)
    found = floor.desk.purging.due(SUPERVISOR)

    assert [(each.reference, each.kind) for each in found] == [
        (notice.reference, RecordKind.NOTICE),
        (request.reference, RecordKind.REQUEST),
    ]
    assert {each.over_since for each in found} == {over_since}
    assert {each.due_since for each in found} == {over_since + timedelta(days=SEVEN_YEARS)}
    assert everything(database) == before


def test_nothing_is_due_a_moment_too_early(floor: Floor) -> None:
    request = _closed(floor)
    floor.clock.advance(days=SEVEN_YEARS, seconds=-1)
    early = _due(floor)
    floor.clock.advance(seconds=1)

    assert (early, _due(floor)) == ([], [request.reference])


def test_what_is_not_over_is_never_due(floor: Floor) -> None:
    floor.claimed()
    floor.file_notice()
    floor.clock.advance(days=10 * SEVEN_YEARS)

    assert _due(floor) == []


def test_a_policy_that_keeps_shorter_makes_it_due_sooner(floor: Floor, ground: Ground) -> None:
    request = _closed(floor)
    retention = Retention(own=timedelta(days=2), received=timedelta(days=1))
    ground.follow(replace(ground.policy, retention=retention))
    floor.clock.advance(days=1)
    early = _due(floor)
    floor.clock.advance(days=1)

    assert (early, _due(floor)) == ([], [request.reference])


@both_databases
def test_a_request_stays_as_long_as_a_notice_that_comes_from_it(floor: Floor) -> None:
    request = _closed(floor)
    floor.clock.advance(days=30)
    notice = _refused(floor, request=request)
    floor.clock.advance(days=SEVEN_YEARS - 1)
    too_early = _purged(floor)
    alone = floor.desk.purging.purge(SUPERVISOR, request.reference)
    floor.clock.advance(days=1)

    assert (too_early, alone) == ([], None)
    assert {each.due_since for each in floor.desk.purging.due(SUPERVISOR)} == {floor.clock.now()}
    assert _purged(floor) == [notice.reference, request.reference]


def test_a_request_is_not_erased_before_its_notice_though_both_are_due(floor: Floor) -> None:
    request = _closed(floor)
    notice = _refused(floor, request=request)
    floor.clock.advance(days=SEVEN_YEARS)

    assert floor.desk.purging.purge(SUPERVISOR, request.reference) is None
    assert floor.desk.purging.purge(SUPERVISOR, notice.reference) is not None
    assert floor.desk.purging.purge(SUPERVISOR, request.reference) is not None


@both_databases
def test_somebody_is_still_on_it_while_a_page_about_it_is_open(floor: Floor) -> None:
    request = _closed(floor)
    notice = _refused(floor, request=request)
    floor.clock.advance(days=SEVEN_YEARS)
    page = floor.page(OFFICER, reference_words=notice.reference).page
    while_open = (_due(floor), _purged(floor))
    taken = floor.acknowledge(OFFICER, page.id)
    floor.desk.escalations.resolve(OFFICER, taken.id, "Done.")

    assert while_open == ([], [])
    assert _purged(floor) == [notice.reference, request.reference]


@both_databases
def test_what_was_reopened_after_the_look_is_kept(floor: Floor) -> None:
    request, other = _closed(floor, "1"), _closed(floor, "2")
    floor.clock.advance(days=SEVEN_YEARS)
    purging = floor.desk.purging.purge_all(SUPERVISOR, 100)
    first = next(purging).reference
    left = other if first == request.reference else request
    floor.take(SUPERVISOR, left, "reopen", reason="There is news.")

    assert list(purging) == []
    assert floor.request(left.id).owner == OFFICER.id


@both_databases
def test_of_a_purge_and_a_reopening_at_the_same_instant_only_one_happens(floor: Floor) -> None:
    request = _closed(floor)
    floor.clock.advance(days=SEVEN_YEARS)

    def begin(index: int) -> str:
        if index == 0:
            return "purged" if floor.desk.purging.purge(SUPERVISOR, request.reference) else "kept"
        try:
            floor.take(SUPERVISOR, request, "reopen", reason="There is news.")
        except NoSuchRecord:
            return "gone"
        return "reopened"

    assert all_at_once(2, begin) in (["purged", "gone"], ["kept", "reopened"])


@both_databases
def test_what_is_gone_already_is_passed_over(floor: Floor) -> None:
    request = _closed(floor)
    floor.clock.advance(days=SEVEN_YEARS)
    first = floor.desk.purging.purge(SUPERVISOR, request.reference)
    entries = len(floor.trail(request.reference))
    again = floor.desk.purging.purge(SUPERVISOR, request.reference)

    assert (first is not None, again) == (True, None)
    assert len(floor.trail(request.reference)) == entries
    assert floor.desk.purging.purge(SUPERVISOR, "LR-1999-00001") is None
    assert floor.desk.purging.purge(SUPERVISOR, "hello") is None


def test_whoever_stops_in_the_middle_leaves_whole_records(floor: Floor) -> None:
    references = [_closed(floor, str(number)).reference for number in range(3)]
    floor.clock.advance(days=SEVEN_YEARS)
    begun = [each.reference for each in islice(floor.desk.purging.purge_all(SUPERVISOR, 100), 1)]

    assert begun == references[:1]
    assert _due(floor) == references[1:]
    assert _purged(floor, limit=1) == references[1:2]
    assert _due(floor) == references[2:]


def test_each_purge_is_one_row_of_the_audit_trail_with_the_names_of_what_was_erased(
    floor: Floor, database: Database
) -> None:
    request, notice = _closed(floor), _refused(floor)
    floor.clock.advance(days=SEVEN_YEARS)
    with database.reading() as tx:
        before = tx.audit.count()
    _purged(floor)

    with database.reading() as tx:
        assert tx.audit.count() == before + 2
        assert tx.audit.verify().broken_at is None
    entry = floor.trail(request.reference)[0]
    assert (entry.actor, entry.outcome) == (Actor(SUPERVISOR.id), Outcome.DONE)
    assert {"answers", "facts", "events", "subject_keys", "outbox", "requests"} <= set(entry.fields)
    assert {"answers", "events", "notices"} <= set(floor.trail(notice.reference)[0].fields)


@pytest.mark.parametrize("asker", [OFFICER, REQUESTER, ADMITTED, AUDITOR, NEWCOMER])
def test_only_a_supervisor_may_and_a_refusal_is_written_down(floor: Floor, asker: Person) -> None:
    request = _closed(floor)
    floor.clock.advance(days=SEVEN_YEARS)
    for attempt in (
        lambda: floor.desk.purging.due(asker),
        lambda: floor.desk.purging.purge(asker, request.reference),
        lambda: list(floor.desk.purging.purge_all(asker, 1)),
    ):
        with pytest.raises(Refusal):
            attempt()

    assert floor.request(request.id) == request
    assert floor.refused(request.reference) == [(asker.id, "record.purge")]
    assert floor.refused("") == [(asker.id, "record.purge")] * 2


def test_an_operator_at_the_command_line_may(floor: Floor) -> None:
    request = _closed(floor)
    floor.clock.advance(days=SEVEN_YEARS)

    assert floor.desk.purging.purge(OPERATOR, request.reference.lower()) is not None
    assert floor.audited(request.reference)[0] == (OPERATOR, "record.purge")


def test_nobody_is_woken_and_nothing_is_told(floor: Floor) -> None:
    _closed(floor)
    floor.clock.advance(days=SEVEN_YEARS)
    floor.told()
    _purged(floor)

    assert floor.told() == []
