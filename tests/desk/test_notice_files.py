"""The notices of an old register: what a row makes, what is passed over, and what is told of it."""

import pytest

from bot.desk.notice_files import Fate, NoticeFile, Outcome
from bot.rules.csv_rows import Row
from bot.rules.errors import InvalidForm, Refusal
from storage.records.announcements import NoticesImported, RecordDue, RecordOverdue
from storage.records.notices import Colour, Notice, NoticeState
from storage.records.people import PersonId
from storage.records.reminders import ReminderRule
from tests.desk.around import both_databases, day
from tests.desk.floor import AUDITOR, OFFICER, OPERATOR, REQUESTER, SUPERVISOR, Floor

RED = {
    "colour": "red",
    "country": "FR",
    "family_name": "Example",
    "forename": "Edgar",
    "birth": "1990-05",
    "control_number": "A-1/5-2024",
    "published_on": "2024-05-01",
    "state": "published",
    "agency": "example-city-police",
    "agency_case": "2026/17",
}


def taken(floor: Floor, *rows: dict[str, str], run: NoticeFile | None = None) -> tuple[Outcome, ...]:
    run = run or floor.desk.notice_files.begin(OPERATOR)
    return run.take([Row(line, cells) for line, cells in enumerate(rows, 2)])


def fates(outcomes: tuple[Outcome, ...]) -> list[Fate]:
    return [each.fate for each in outcomes]


def imported(floor: Floor, **changes: str) -> Notice:
    """The notice that a row makes."""
    [outcome] = taken(floor, {**RED, **changes})
    assert outcome.fate is Fate.ADDED, outcome.errors
    number = changes.get("control_number", RED["control_number"])
    with floor.database.reading() as stores:
        found = stores.notices.by_control_number(number)
    assert found is not None
    return found


def wrong(floor: Floor, **changes: str) -> dict[str, str]:
    [outcome] = taken(floor, {**RED, **changes})
    assert outcome.fate is Fate.WRONG
    return dict(outcome.errors)


@both_databases
def test_a_row_makes_a_notice_in_its_state_with_what_is_due(floor: Floor) -> None:
    notice = imported(floor)

    published = day("2024-05-01")
    assert notice.reference == "NT-2024-00001"
    assert (notice.colour, notice.state) == (Colour.RED, NoticeState.PUBLISHED)
    assert (notice.created_at, notice.state_since, notice.due_at) == (
        published,
        published,
        day("2029-05-01"),
    )
    assert (notice.agency_id, notice.agency_name) == ("example-city-police", "Example City Police Department")
    assert (notice.owner, notice.filed_by) == (None, PersonId(OPERATOR))
    assert notice.answers == {"family_name": "Example", "forename": "Edgar", "birth": "1990-05"}
    assert floor.waiting() == []


def test_its_history_trail_and_reminders_begin_with_the_import(floor: Floor) -> None:
    notice = imported(floor)

    with floor.database.reading() as stores:
        [event] = stores.events.latest(notice.id, 10)
        pending = stores.reminders.pending(notice.id)
    assert (event.step, event.state, event.evidence) == (
        "imported",
        "published",
        {"published_on": "2024-05-01"},
    )
    assert {each.rule for each in pending} == {ReminderRule.REVIEW, ReminderRule.DUE, ReminderRule.OVERDUE}
    assert {(each.state, each.limit_at) for each in pending} == {("published", day("2029-05-01"))}
    [entry] = floor.trail(notice.reference)
    assert (entry.actor, entry.action) == (OPERATOR, "notice.import")
    assert "family_name" in entry.fields
    assert "Example" not in entry.fields


@pytest.mark.parametrize(
    ("changes", "due_on"),
    [
        ({"renewed_on": "2025-03-01"}, "2030-03-01"),
        ({"state": "suspended", "state_since": "2026-01-10"}, "2026-07-10"),
        ({"state": "arrested", "state_since": "2026-02-20"}, "2026-04-01"),
        ({"direction": "incoming", "state": "received"}, "2029-05-01"),
        ({"means": "diffusion", "state": "circulated"}, "2029-05-01"),
    ],
)
def test_what_is_due_counts_from_the_day_of_its_state(
    floor: Floor, changes: dict[str, str], due_on: str
) -> None:
    notice = imported(floor, **changes)

    assert notice.due_at == day(due_on)


def test_of_what_is_over_only_its_deletion_is_still_due(floor: Floor) -> None:
    notice = imported(floor, state="withdrawn", state_since="2025-01-01", published_on="")

    with floor.database.reading() as stores:
        pending = stores.reminders.pending(notice.id)
    assert (notice.due_at, [each.rule for each in pending]) == (None, [ReminderRule.RETENTION])
    assert notice.state_since == day("2025-01-01")


@both_databases
def test_what_is_past_already_is_told_in_one_line_and_reminds_nobody(floor: Floor) -> None:
    run = floor.desk.notice_files.begin(OPERATOR)
    old = [{**RED, "control_number": f"A-{n}/1-2015", "published_on": "2015-01-01"} for n in range(3)]
    taken(floor, *old, RED, run=run)
    overdue = run.end("invented")
    floor.desk.reminders.sweep()

    assert overdue == 3
    assert floor.told_by(NoticesImported) == [NoticesImported(overdue=3)]
    assert floor.told_by(RecordDue) + floor.told_by(RecordOverdue) == []
    assert floor.desk.notices.listing(OFFICER, "overdue").total == 3


def test_the_end_of_one_file_is_told_once_however_often_it_is_run(floor: Floor) -> None:
    for _ in range(2):
        floor.desk.notice_files.begin(OPERATOR).end("invented")

    assert len(floor.told_by(NoticesImported)) == 1


@both_databases
def test_the_same_file_again_makes_nothing_twice(floor: Floor) -> None:
    without_number = {**RED, "control_number": ""}
    first = taken(floor, RED, without_number)
    floor.desk.forget_old()
    floor.clock.advance(days=30)
    floor.desk.forget_old()
    again = taken(floor, RED, without_number)

    assert fates(first) == [Fate.ADDED, Fate.ADDED]
    assert fates(again) == [Fate.THERE, Fate.THERE]
    assert floor.desk.notices.listing(OFFICER, "").total == 2


def test_what_the_desk_did_since_does_not_make_the_row_another_one(floor: Floor) -> None:
    notice = imported(floor)
    floor.desk.notices.add(OFFICER, notice.id, "identity", {"sex": "male"})

    assert fates(taken(floor, RED)) == [Fate.THERE]


@both_databases
def test_a_control_number_with_something_else_is_a_mistake_of_its_row(floor: Floor) -> None:
    imported(floor)

    errors = wrong(floor, forename="Edwin", control_number="a 1/5-2024")
    assert errors == {
        "control_number": "NT-2024-00001 has this control number already, and says something else."
    }


@pytest.mark.parametrize("only_check", [False, True])
def test_rows_that_stand_in_the_file_twice_are_told_apart(floor: Floor, only_check: bool) -> None:
    run = floor.desk.notice_files.begin(OPERATOR, only_check=only_check)
    outcomes = taken(floor, RED, RED, {**RED, "country": "MX"}, run=run)
    [later] = run.take([Row(9, RED)])

    assert fates((*outcomes, later)) == [Fate.ADDED, Fate.THERE, Fate.WRONG, Fate.THERE]
    assert outcomes[2].errors == {
        "control_number": "Line 2 has this control number already, and says something else."
    }


def test_a_dry_run_says_the_same_and_keeps_nothing(floor: Floor) -> None:
    run = floor.desk.notice_files.begin(OPERATOR, only_check=True)

    assert fates(taken(floor, RED, {**RED, "colour": "rde"}, run=run)) == [Fate.ADDED, Fate.WRONG]
    assert floor.desk.notices.listing(OFFICER, "").total == 0
    assert fates(taken(floor, RED)) == [Fate.ADDED]


@pytest.mark.parametrize(
    ("changes", "column", "sentence"),
    [
        ({"agency": "example-city-polise"}, "agency", "Did you mean example-city-police?"),
        ({"request_reference": "LR-2026-00099"}, "request_reference", "There is no such request."),
        ({"offence": "invented"}, "offence", "This is not offered any more."),
        ({"colour": "yellow", "state": "arrested", "state_since": "2025-01-01"}, "state", "No Yellow Notice"),
        ({"state": "received"}, "state", "No Red Notice is ever “received, in force”"),
        ({"facts": "x" * 5000}, "facts", "at most 3,000 fit"),
    ],
)
def test_what_the_desk_does_not_have_is_a_mistake_of_its_row(
    floor: Floor, changes: dict[str, str], column: str, sentence: str
) -> None:
    assert sentence in wrong(floor, **changes)[column]


def test_an_agency_is_known_by_its_ori_and_a_request_by_its_reference(floor: Floor) -> None:
    request = floor.file_request()
    notice = imported(floor, agency="vaex 00100", request_reference=request.reference)

    assert (notice.agency_id, notice.request_id) == ("example-county-sheriff", request.id)


def test_alike_records_are_found_but_announced_to_nobody(floor: Floor) -> None:
    one = imported(floor)
    other = imported(floor, control_number="A-2/5-2024", country="MX")

    assert floor.waiting() == []
    assert floor.desk.notices.details(OFFICER, one.id).alike == (other.reference,)


def test_a_notice_of_this_year_goes_on_counting_where_filing_stopped(floor: Floor) -> None:
    floor.file_notice()
    notice = imported(floor, published_on="2026-01-05")

    assert notice.reference == "NT-2026-00002"


@both_databases
def test_its_first_step_posts_its_card_and_its_filer_hears_nothing(floor: Floor) -> None:
    notice = imported(floor)
    floor.step(
        OFFICER,
        notice,
        "located",
        {
            "located_on": floor.today.isoformat(),
            "located_in": "FR",
            "evidence": "IPW 9",
        },
    )

    assert floor.told() == ["notice_card -> desk", "notice_thread -> desk"]
    assert floor.notice(notice.id).state is NoticeState.LOCATED


def test_an_officer_may_have_its_card_posted_before_any_step(floor: Floor) -> None:
    notice = imported(floor)
    wanted = floor.desk.notices.status(OFFICER, notice.reference).card_wanted
    floor.desk.notices.post_card(OFFICER, notice.id)

    assert wanted
    assert floor.told() == ["notice_card -> desk", "notice_thread -> desk"]
    assert not floor.desk.notices.status(OFFICER, notice.reference).card_wanted
    assert not floor.desk.notices.status(AUDITOR, notice.reference).card_wanted


def test_later_steps_know_the_days_that_the_row_named(floor: Floor) -> None:
    notice = imported(floor, state="suspended", state_since="2026-01-10")

    with pytest.raises(InvalidForm) as raised:
        floor.step(OFFICER, notice, "resume", {"resumed_on": "2026-01-05", "evidence": "IPW 9"})
    resumed = floor.step(OFFICER, notice, "resume", {"resumed_on": "2026-02-01", "evidence": "IPW 9"})
    assert "before it was suspended, 2026-01-10" in raised.value.errors["resumed_on"]
    assert resumed.due_at == day("2029-05-01")


def test_an_arrest_that_is_old_pages_nobody(floor: Floor) -> None:
    imported(floor, state="arrested", state_since="2025-01-01")

    assert floor.desk.reminders.sweep() == 0


def test_requesters_see_what_is_their_agencys(floor: Floor) -> None:
    notice = imported(floor)
    floor.change(REQUESTER, agency_id="example-city-police")

    assert floor.desk.notices.status(REQUESTER, "A-1/5-2024").reference == notice.reference


@pytest.mark.parametrize("asker", [OFFICER, REQUESTER, AUDITOR])
def test_only_a_supervisor_or_an_operator_imports(floor: Floor, asker: object) -> None:
    with pytest.raises(Refusal):
        floor.desk.notice_files.begin(asker)  # type: ignore[arg-type]  # Parametrized people.

    assert floor.desk.notice_files.begin(SUPERVISOR)
