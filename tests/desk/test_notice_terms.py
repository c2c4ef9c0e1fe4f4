"""How long a notice stands: six months of suspension at most, five years from publication or renewal."""

from dataclasses import replace
from datetime import timedelta

from storage.records.announcements import RecordDue
from storage.records.notices import Colour, Notice, NoticeState
from tests.desk.around import both_databases, day
from tests.desk.floor import OFFICER, SUPERVISOR, Floor
from tests.desk.notice_life import circulated, evidence, takes, wrong

FIVE_YEARS = 5 * 365 + 1
"""Days; one of the years has a day more."""
SIX_MONTHS = 184
"""Days, from the 2nd of March."""
NOT_OVER = {"end": "Its five years are not over. Only a supervisor may say so earlier."}


def _suspended(floor: Floor) -> Notice:
    return takes(floor, floor.published(), "suspend", justification="An appeal is heard.", evidence="EX 5")


@both_databases
def test_a_suspension_is_due_after_six_months_and_five_years_count_from_the_publication(
    floor: Floor,
) -> None:
    notice = floor.published()
    floor.clock.advance(days=30)
    suspended = takes(floor, notice, "suspend", suspended_on="2026-03-20")
    floor.clock.advance(days=30)
    resumed = takes(floor, notice, "resume")

    assert notice.due_at == day("2031-03-02")
    assert suspended.due_at == day("2026-09-20")
    assert (resumed.state, resumed.due_at) == (NoticeState.PUBLISHED, notice.due_at)


def test_the_justification_of_a_suspension_is_kept(floor: Floor) -> None:
    assert evidence(floor, _suspended(floor)).evidence == {
        "justification": "An appeal is heard.",
        "suspended_on": "2026-03-02",
        "evidence": "EX 5",
    }


def test_until_the_last_day_of_six_months_an_officer_resumes_it(floor: Floor) -> None:
    notice = _suspended(floor)
    floor.clock.advance(days=SIX_MONTHS)

    assert takes(floor, notice, "resume").state is NoticeState.PUBLISHED


def test_after_that_only_a_supervisor_does(floor: Floor) -> None:
    notice = _suspended(floor)
    floor.clock.advance(days=SIX_MONTHS + 1)

    assert wrong(floor, notice, "resume") == {
        "resumed_on": "Its six months of suspension are over. Ask for its withdrawal, or ask a supervisor to "
        "resume it."
    }
    assert takes(floor, notice, "resume", SUPERVISOR).state is NoticeState.PUBLISHED


def test_it_was_resumed_in_time_though_it_is_written_down_later(floor: Floor) -> None:
    notice = _suspended(floor)
    floor.clock.advance(days=200)

    assert takes(floor, notice, "resume", resumed_on="2026-08-31").state is NoticeState.PUBLISHED


def test_a_withdrawal_that_is_called_off_is_no_way_around_the_six_months(floor: Floor) -> None:
    notice = _suspended(floor)
    due_at = notice.due_at
    floor.clock.advance(days=SIX_MONTHS + 1)
    takes(floor, notice, "ask_withdrawal", SUPERVISOR, override="error")
    called_off = takes(floor, notice, "called_off")

    assert (called_off.state, called_off.due_at) == (NoticeState.SUSPENDED, due_at)
    assert set(wrong(floor, notice, "resume")) == {"resumed_on"}


def test_five_years_count_from_the_day_of_publication_and_not_from_when_it_was_written_down(
    floor: Floor,
) -> None:
    notice = floor.sent()
    floor.clock.advance(days=20)

    assert takes(floor, notice, "publish", published_on="2026-03-10").due_at == (day("2031-03-10"))


def test_renewed_it_stands_for_five_more_years_from_then(floor: Floor) -> None:
    notice = floor.published()
    floor.clock.advance(days=FIVE_YEARS - 20)
    renewed = takes(floor, notice, "renew", renewed_on="2031-02-01")
    takes(floor, notice, "located")
    went_on = takes(floor, notice, "goes_on")

    assert renewed.state is NoticeState.PUBLISHED
    assert renewed.due_at == went_on.due_at == day("2036-02-01")


def test_whoever_has_it_is_reminded_when_its_five_years_are_over(floor: Floor) -> None:
    floor.published()
    floor.told()
    floor.clock.advance(days=FIVE_YEARS)
    floor.desk.reminders.sweep()

    assert [row.place for row in floor.waiting() if isinstance(row.what, RecordDue)] == ["dm:UOFFICER"]


def test_a_notice_expires_five_years_after_its_publication_and_not_before(floor: Floor) -> None:
    notice = floor.published(Colour.GREEN)
    floor.clock.advance(days=FIVE_YEARS - 1)
    early = wrong(floor, notice, "end", end="expired")
    floor.clock.advance(days=1)
    expired = takes(floor, notice, "end", end="expired")

    assert early == NOT_OVER
    assert (expired.state, expired.due_at) == (NoticeState.EXPIRED, None)


def test_a_renewed_one_expires_five_years_after_the_renewal(floor: Floor) -> None:
    notice = floor.published(Colour.GREEN)
    floor.clock.advance(days=4 * 365)
    takes(floor, notice, "renew")
    floor.clock.advance(days=2 * 365)

    assert wrong(floor, notice, "end", end="expired") == NOT_OVER
    assert takes(floor, notice, "end", SUPERVISOR, end="expired").state is NoticeState.EXPIRED


def test_a_diffusions_five_years_count_from_the_day_on_which_it_was_sent(floor: Floor) -> None:
    notice = circulated(floor)
    floor.clock.advance(days=40)
    takes(floor, notice, "update")
    takes(floor, notice, "query")
    answered = takes(floor, notice, "query_answered")

    assert notice.due_at == answered.due_at == day("2031-03-02")


def test_a_notice_whose_publication_was_never_recorded_counts_from_its_resumption(floor: Floor) -> None:
    notice = replace(floor.file_notice(), state=NoticeState.SUSPENDED, version=2)
    with floor.database.transaction() as stores:
        stores.notices.save(notice)
    resumed = takes(floor, notice, "resume", OFFICER)

    assert resumed.due_at == floor.clock.now() + timedelta(days=FIVE_YEARS)
    assert wrong(floor, notice, "end", end="expired") == NOT_OVER
