"""What a US agency that was alerted to another country's notice may do: read it, and nothing else."""

import pytest

from bot.rules.errors import NoSuchRecord, NotYet, Refusal
from tests.desk.floor import ADMITTED, REQUESTER, Floor
from tests.desk.notice_life import takes

HARBOR = "harbor-city-police"


def test_the_alerted_agency_sees_where_it_stands_and_reads_it_and_others_do_not(floor: Floor) -> None:
    notice = floor.received(offices=HARBOR)
    details = floor.desk.notices.details(ADMITTED, notice.id)
    status = floor.desk.notices.status(ADMITTED, notice.reference)

    assert (details.notice, details.alerts, details.told, details.alike) == (notice, (), (), ())
    assert (status.reference, status.state_words) == (notice.reference, "received, in force")
    assert floor.desk.notices.timeline(ADMITTED, notice.id).reference == notice.reference
    assert [row.reference for row in floor.desk.notices.listing(ADMITTED, "red").rows] == [notice.reference]
    assert floor.desk.notices.listing(REQUESTER, "").total == 0
    with pytest.raises(NoSuchRecord):
        floor.desk.notices.details(REQUESTER, notice.id)
    with pytest.raises(NoSuchRecord):
        floor.desk.notices.status(REQUESTER, notice.reference)


def test_it_adds_nothing_and_takes_no_step(floor: Floor) -> None:
    notice = floor.received(offices=HARBOR)

    with pytest.raises(Refusal, match="Only the agency that asks, or an officer, adds to this notice"):
        floor.desk.notices.add(ADMITTED, notice.id, "identity", {"sex": "male"})
    with pytest.raises(Refusal, match="Only the agency that asks"):
        floor.desk.notices.begin_adding(ADMITTED, notice.id)
    for step in ("located", "link", "end", "supplement", "take_back"):
        with pytest.raises((Refusal, NotYet)):
            takes(floor, notice, step, ADMITTED)
    assert floor.notice(notice.id) == notice


def test_it_does_not_learn_the_name_of_a_child(floor: Floor) -> None:
    notice = floor.received(offices=HARBOR, birth="2015")
    details = floor.desk.notices.details(ADMITTED, notice.id)

    assert (details.protected, details.may_name) == (True, False)
    with pytest.raises(Refusal, match="Only the agency that asks, or an officer, sees the whole name"):
        floor.desk.notices.named(ADMITTED, notice.id)
    assert floor.refused(notice.reference) == [(ADMITTED.id, "notice.name")]
