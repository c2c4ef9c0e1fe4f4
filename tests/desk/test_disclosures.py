"""What leaves the desk: each message and each partner told stands in the third-agency log."""

import pytest

from bot.rules.errors import InvalidForm
from storage.records.disclosures import Authority, Content, Disclosure
from storage.records.people import Actor
from storage.records.requests import Direction, RequestKind, RequestState
from tests.desk.around import both_databases
from tests.desk.floor import AUDITOR, OFFICER, REQUESTER, SECOND, SUPERVISOR, Floor


def _told(floor: Floor, recipient: str = "ncmec", **changes: str) -> dict[str, str]:
    return {"recipient": recipient, **floor.a_message(message_reference=""), **changes}


@both_databases
def test_what_is_transmitted_stands_in_the_log(floor: Floor) -> None:
    request = floor.accepted()
    floor.take(
        SECOND,
        request,
        "transmit",
        **floor.a_message(message_reference=" IPW 7 ", content="identity", authority="statute"),
    )
    (logged,) = floor.log(request)

    assert logged == Disclosure(
        id=logged.id,
        record_id=request.id,
        at=floor.clock.now(),
        by=Actor(SECOND.id),
        recipient="country:FR",
        content=Content.IDENTITY,
        authority=Authority.STATUTE,
        told_on="2026-03-02",
        reference="IPW 7",
    )


@pytest.mark.parametrize("missing", ["requirements", "message_reference", "sent_on", "content", "authority"])
def test_nothing_is_transmitted_without_saying_what_when_and_on_whose_authority(
    floor: Floor, missing: str
) -> None:
    request = floor.accepted()
    with pytest.raises(InvalidForm) as invalid:
        floor.take(OFFICER, request, "transmit", **floor.a_message(**{missing: ""}))

    assert set(invalid.value.errors) == {missing}
    assert floor.log(request) == []
    assert floor.request(request.id).state is RequestState.ACCEPTED


def test_a_day_to_come_is_no_day_on_which_something_was_sent(floor: Floor) -> None:
    with pytest.raises(InvalidForm, match="in the future"):
        floor.take(OFFICER, floor.accepted(), "transmit", **floor.a_message(sent_on="2026-03-09"))


def test_each_asking_is_logged_apart(floor: Floor) -> None:
    request = floor.transmitted()
    floor.take(OFFICER, request, "follow_up")
    floor.clock.advance(hours=1)
    floor.take(OFFICER, request, "asked_again", message_reference="IPW 2", sent_on="2026-03-02")

    assert [(each.recipient, each.reference) for each in floor.log(request)] == [
        ("country:FR", "IPW 1"),
        ("country:FR", "IPW 2"),
    ]


@pytest.mark.parametrize("step", ["receipt", "follow_up"])
def test_what_does_not_leave_the_desk_is_not_in_the_log(floor: Floor, step: str) -> None:
    request = floor.transmitted()
    floor.take(OFFICER, request, step)

    assert len(floor.log(request)) == 1


def test_a_partner_who_is_told_is_ticked_on_the_checklist(floor: Floor) -> None:
    request = floor.claimed(kind=RequestKind.MISSING_CHILD)
    before = floor.desk.requests.card(request.id)
    after_it = floor.take(OFFICER, request, "tell", **_told(floor))
    after = floor.desk.requests.card(request.id)

    assert before is not None
    assert after is not None
    assert len(before.missing["the desk"]) == 2
    assert after.missing["the desk"] == ("State Department, Office of Children's Issues told",)
    assert (after_it.state, after_it.due_at) == (RequestState.INTAKE_REVIEW, request.due_at)
    assert [(each.recipient, each.reference) for each in floor.log(request)] == [("ncmec", "")]


def test_another_bureau_is_told_by_its_country(floor: Floor) -> None:
    request = floor.claimed()
    with pytest.raises(InvalidForm) as invalid:
        floor.take(OFFICER, request, "tell", **_told(floor, "country"))
    nothing = floor.log(request)
    floor.take(OFFICER, request, "tell", **_told(floor, "country", recipient_country="ZA"))

    assert set(invalid.value.errors) == {"recipient_country"}
    assert nothing == []
    assert [each.recipient for each in floor.log(request)] == ["country:ZA"]


@pytest.mark.parametrize(
    ("recipient", "changes", "wrong"),
    [
        ("somebody", {}, "recipient"),
        ("country", {"recipient_country": "US"}, "recipient_country"),
        ("country", {"recipient_country": "XX"}, "recipient_country"),
        ("ncmec", {"content": "everything"}, "content"),
        ("ncmec", {"authority": "nobody"}, "authority"),
    ],
)
def test_only_partners_and_members_are_told_what_the_list_has(
    floor: Floor, recipient: str, changes: dict[str, str], wrong: str
) -> None:
    with pytest.raises(InvalidForm) as invalid:
        floor.take(OFFICER, floor.claimed(), "tell", **_told(floor, recipient, **changes))

    assert set(invalid.value.errors) == {wrong}


def test_each_further_country_of_a_journey_is_ticked_when_its_bureau_is_told(floor: Floor) -> None:
    request = floor.claimed(kind=RequestKind.TRAVEL, countries="ZA,DE")
    floor.take(OFFICER, request, "tell", **_told(floor, "country", recipient_country="ZA"))
    card = floor.desk.requests.card(request.id)

    assert card is not None
    assert card.missing["the desk"] == ("Angel Watch Center told", "Bureau of Germany told")


def test_what_is_sent_in_answer_to_another_country_is_offered_as_a_reply(floor: Floor) -> None:
    request = floor.accepted(kind=RequestKind.INQUIRY, direction=Direction.INCOMING)
    card = floor.desk.requests.card(request.id)

    assert card is not None
    transmit = next(each for each in card.offered if each.name == "transmit")
    assert [ask.initial for ask in transmit.asks if ask.name == "content"] == ["reply"]
    assert "requirements" not in [ask.name for ask in transmit.asks]


def test_only_the_desk_reads_the_log(floor: Floor) -> None:
    request = floor.transmitted()
    readers = (OFFICER, SUPERVISOR, REQUESTER, AUDITOR)
    seen = [len(floor.desk.requests.details(reader, request.id).told) for reader in readers]

    assert seen == [1, 1, 0, 0]


def test_the_card_holds_nothing_of_the_log(floor: Floor) -> None:
    request = floor.transmitted()

    assert "IPW 1" not in str(floor.desk.requests.card(request.id))
