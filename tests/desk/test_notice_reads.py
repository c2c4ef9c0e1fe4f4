"""Reading a notice: details, name and timeline, each for those who may, and written down as what it is."""

from collections.abc import Callable

import pytest

from bot.rules.errors import NoSuchRecord, Refusal
from storage.records.notices import Colour, Notice, NoticeId
from storage.records.people import Actor, Person
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, AUDITOR, NEWCOMER, OFFICER, OPERATOR, REQUESTER, SUPERVISOR, Floor
from tests.desk.notice_life import takes
from tests.notice_samples import least

Read = Callable[[Floor, Person, NoticeId], object]
READS: dict[str, Read] = {
    "details": lambda floor, asker, notice_id: floor.desk.notices.details(asker, notice_id),
    "name": lambda floor, asker, notice_id: floor.desk.notices.named(asker, notice_id),
    "timeline": lambda floor, asker, notice_id: floor.desk.notices.timeline(asker, notice_id),
}
EVERY_READ = pytest.mark.parametrize("read", READS)


def _child(floor: Floor) -> Notice:
    return floor.file_notice(colour=Colour.YELLOW)


@both_databases
@pytest.mark.parametrize("asker", [OFFICER, SUPERVISOR, AUDITOR, REQUESTER])
def test_reading_the_details_is_audited(floor: Floor, asker: Person) -> None:
    notice = floor.file_notice()
    details = floor.desk.notices.details(asker, notice.id)
    entry = floor.trail(notice.reference)[0]

    assert details.notice == notice
    assert (entry.actor, entry.action) == (Actor(asker.id), "notice.read")
    assert entry.fields == ("answers", "agency_case", "evidence")


@pytest.mark.parametrize("asker", [OFFICER, SUPERVISOR, REQUESTER])
def test_the_name_of_a_child_is_a_read_of_its_own(floor: Floor, asker: Person) -> None:
    notice = _child(floor)
    details = floor.desk.notices.details(asker, notice.id)
    named = floor.desk.notices.named(asker, notice.id)
    name, read = floor.trail(notice.reference)[:2]

    assert (details.protected, details.may_name) == (True, True)
    assert named.answers["family_name"] == "Example"
    assert (name.action, name.fields) == ("notice.name", ("family_name", "forename", "birth"))
    assert read.action == "notice.read"


def test_an_auditor_reads_without_names(floor: Floor) -> None:
    notice = _child(floor)

    with pytest.raises(Refusal, match="sees the whole name"):
        floor.desk.notices.named(AUDITOR, notice.id)
    assert not floor.desk.notices.details(AUDITOR, notice.id).may_name
    assert floor.refused(notice.reference) == [(AUDITOR.id, "notice.name")]


@pytest.mark.parametrize(
    ("colour", "changes", "protected"),
    [
        (Colour.YELLOW, {}, True),
        (
            Colour.YELLOW,
            {"subject": "adult", "birth": "1990", "privacy": "allows", "privacy_law": "EX"},
            False,
        ),
        (Colour.BLUE, {"role": "victim"}, True),
        (Colour.BLUE, {"role": "witness"}, False),
        (Colour.BLUE, {"birth": "2010"}, True),
        (Colour.RED, {}, False),
    ],
)
def test_victims_and_whoever_is_under_age_are_protected(
    floor: Floor, colour: Colour, changes: dict[str, str], protected: bool
) -> None:
    notice = floor.file_notice(REQUESTER, colour, "k", **changes)

    assert floor.desk.notices.details(OFFICER, notice.id).protected is protected


def test_the_timeline_reads_no_evidence_and_is_not_written_down(floor: Floor) -> None:
    notice = floor.file_notice()
    takes(floor, notice, "claim")
    takes(floor, notice, "ask_info", missing="What Edgar wore.")
    before = floor.trail(notice.reference)
    timeline = floor.desk.notices.timeline(REQUESTER, notice.id)

    assert [event.step for event in timeline.events] == ["filed", "claim", "ask_info"]
    assert "Edgar" not in str(timeline)
    assert floor.trail(notice.reference) == before


def test_a_long_timeline_says_how_much_is_left_out(floor: Floor) -> None:
    notice = floor.published(Colour.GREEN)
    for _ in range(3):
        takes(floor, notice, "travelled")
    progress = floor.desk.notices.progress(notice.id, 2)

    assert progress is not None
    assert [event.step for event in progress.events] == ["travelled", "travelled"]
    assert progress.left_out == 6
    assert floor.desk.notices.progress(NoticeId("nothing"), 2) is None


@EVERY_READ
@pytest.mark.parametrize("asker", [ADMITTED, NEWCOMER])
def test_for_anybody_else_it_sounds_like_none_at_all(floor: Floor, read: str, asker: Person) -> None:
    notice = _child(floor)

    def sentence(notice_id: NoticeId) -> str:
        with pytest.raises(Refusal) as refused:
            READS[read](floor, asker, notice_id)
        return str(refused.value)

    assert sentence(notice.id) == sentence(NoticeId("nothing"))
    # Whoever has no role is refused before the notice is looked for.
    subject = notice.id if asker is NEWCOMER else notice.reference
    assert [actor for actor, _ in floor.refused(subject)] == [asker.id]


@EVERY_READ
def test_a_colleague_of_the_agency_reads_it(floor: Floor, read: str) -> None:
    floor.change(ADMITTED, agency_id="example-city-police")

    assert READS[read](floor, ADMITTED, _child(floor).id)


def test_only_the_desk_reads_the_log_the_alerts_and_what_is_alike(floor: Floor) -> None:
    floor.file_request()
    notice = floor.sent()
    readers = (OFFICER, SUPERVISOR, REQUESTER, AUDITOR)
    details = [floor.desk.notices.details(reader, notice.id) for reader in readers]

    assert [len(each.told) for each in details] == [1, 1, 0, 0]
    assert [len(each.alike) for each in details] == [1, 1, 0, 0]


def test_status_counts_what_is_missing_and_names_nobody(floor: Floor) -> None:
    notice = floor.file_notice(answers=least(Colour.RED))
    before = floor.trail(notice.reference)
    status = floor.desk.notices.status(REQUESTER, notice.reference)

    assert {who: len(items) for who, items in status.missing.items()} == {
        "the agency": 9,
        "the prosecutor": 3,
        "the desk": 1,
    }
    assert (status.colour, status.next_by, status.may_see_details) == (Colour.RED, "the desk", True)
    assert "Edgar" not in str(status)
    assert floor.trail(notice.reference) == before


def test_what_was_sent_misses_nothing_any_more(floor: Floor) -> None:
    notice = floor.sent()

    assert floor.desk.notices.status(OFFICER, notice.reference).missing == {}


def test_an_operator_asks_where_it_stands_too(floor: Floor) -> None:
    notice = floor.published(number="A-1/3-2026")

    assert floor.desk.notices.status(OPERATOR, "a1/3-2026").reference == notice.reference


def test_a_click_on_a_notice_that_is_gone_finds_nothing(floor: Floor) -> None:
    for read in READS.values():
        with pytest.raises(NoSuchRecord):
            read(floor, OFFICER, NoticeId("nothing"))
