"""Diffusions: the desk sends them itself, to the countries that they name, and the review comes after."""

import pytest

from bot.rules.errors import InvalidForm, NotYet
from storage.records.disclosures import Authority, Content
from storage.records.notices import Colour, Means, NoticeState
from storage.records.requests import Partner
from tests.desk.around import both_databases, day
from tests.desk.floor import Floor
from tests.desk.notice_life import circulated, takes

SECRETARIAT, GERMANY, SOUTH_AFRICA = Partner.GENERAL_SECRETARIAT, "country:DE", "country:ZA"
EVERY_COLOUR = pytest.mark.parametrize("colour", [Colour.RED, Colour.BLUE, Colour.GREEN, Colour.YELLOW])


@both_databases
def test_a_diffusion_is_circulated_queried_answered_and_circulated_again(floor: Floor) -> None:
    notice = circulated(floor)
    floor.clock.advance(days=2)
    queried = takes(floor, notice, "query", question="Which law?", answer_due="2026-03-09")
    answered = takes(floor, notice, "query_answered")
    withdrawn = [takes(floor, notice, step).state for step in ("returned", "ask_withdrawal", "withdrawn")]

    assert (notice.state, notice.means, notice.control_number) == (
        NoticeState.CIRCULATED,
        Means.DIFFUSION,
        None,
    )
    assert queried.state is NoticeState.IPSG_QUERY
    assert (answered.state, answered.due_at) == (NoticeState.CIRCULATED, notice.due_at)
    assert withdrawn == [NoticeState.RETURNED, NoticeState.WITHDRAWAL_REQUESTED, NoticeState.WITHDRAWN]


@EVERY_COLOUR
def test_it_goes_out_without_the_general_secretariats_review(floor: Floor, colour: Colour) -> None:
    notice = floor.approved(colour, means=Means.DIFFUSION, recipients="DE")

    for step in ("send", "publish"):
        with pytest.raises(NotYet):
            takes(floor, notice, step)
    assert takes(floor, notice, "circulate").state is NoticeState.CIRCULATED


@EVERY_COLOUR
def test_a_notice_is_not_circulated(floor: Floor, colour: Colour) -> None:
    with pytest.raises(NotYet, match="“Circulated” is not open"):
        takes(floor, floor.approved(colour), "circulate")


def test_whom_it_was_sent_to_stands_in_the_log_one_by_one(floor: Floor) -> None:
    notice = floor.approved(means=Means.DIFFUSION, recipients="DE,ZA")
    takes(floor, notice, "circulate", message_reference="IPW 7")
    logged = floor.log(notice)

    assert sorted(each.recipient for each in logged) == [GERMANY, SOUTH_AFRICA, SECRETARIAT]
    assert {(each.reference, each.told_on, each.content, each.authority) for each in logged} == {
        ("IPW 7", "2026-03-02", Content.REQUEST, Authority.REQUESTING_AGENCY)
    }


@pytest.mark.parametrize(
    ("step", "recipients", "content"),
    [
        ("update", [GERMANY, SOUTH_AFRICA, SECRETARIAT], Content.REQUEST),
        ("query_answered", [SECRETARIAT], Content.REPLY),
        ("replied", ["country:FR"], Content.REPLY),
    ],
)
def test_what_follows_goes_to_whoever_it_is_for(
    floor: Floor, step: str, recipients: list[str], content: Content
) -> None:
    notice = circulated(floor)
    if step == "query_answered":
        takes(floor, notice, "query")
    if step == "replied":
        takes(floor, notice, "located", located_in="FR")
    takes(floor, notice, step, message_reference="IPW 8")
    logged = [each for each in floor.log(notice) if each.reference == "IPW 8"]

    assert sorted(each.recipient for each in logged) == recipients
    assert {each.content for each in logged} == {content}


def test_what_goes_to_all_members_stands_in_the_log_as_told_to_the_general_secretariat(floor: Floor) -> None:
    notice = floor.sent()

    assert [(each.recipient, each.content) for each in floor.log(notice)] == [(SECRETARIAT, Content.REQUEST)]


def test_whoever_was_found_at_home_is_answered_to_no_bureau(floor: Floor) -> None:
    notice = circulated(floor)
    takes(floor, notice, "located", located_in="US")
    before = floor.log(notice)
    takes(floor, notice, "replied")

    assert floor.log(notice) == before


def test_it_is_not_suspended_but_renewed_and_it_expires(floor: Floor) -> None:
    notice = circulated(floor, Colour.GREEN)
    with pytest.raises(NotYet, match="“Suspend” is not open"):
        takes(floor, notice, "suspend")
    floor.clock.advance(days=365)
    renewed = takes(floor, notice, "renew")

    assert renewed.due_at == day("2032-03-02")


def test_it_names_at_least_one_country_and_never_this_one(floor: Floor) -> None:
    for recipients in ("", "US", "DE,US", "XX"):
        with pytest.raises(InvalidForm) as invalid:
            floor.file_notice(means=Means.DIFFUSION, recipients=recipients)
        assert set(invalid.value.errors) == {"recipients"}
