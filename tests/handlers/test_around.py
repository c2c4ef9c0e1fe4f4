"""The roster, the App Home, files and words to the bot, at the edge of the real desk."""

import pytest

from handlers.views.listing import Turn
from storage.records.announcements import FilesRefused, Surface, SurfaceKind, direct
from tests.handlers.examples import ADA
from tests.handlers.office import Office
from tests.handlers.slack_edge import sentence


def test_duty_is_taken_and_told(office: Office) -> None:
    before = office.type("/oncall")
    office.type("/oncall take")

    after = office.type("/oncall")
    assert "Nobody is on duty" in before["blocks"][0]["text"]["text"]
    assert f"<@{ADA}> is on duty" in after["blocks"][0]["text"]["text"]


def test_somebody_without_a_role_is_told_to_ask_for_one(office: Office) -> None:
    office.slack.slack.users["U0NEW"] = {"id": "U0NEW", "team_id": "T1"}

    answer = office.type("/notice list", as_="U0NEW")

    assert "no role" in sentence(answer)


def test_somebody_who_writes_to_the_bot_is_told_how_it_works(office: Office) -> None:
    office.slack.send(office.slack.event("message", channel="D1", channel_type="im", text="hello"))

    method, sent = office.slack.slack.next_call()
    assert (method, sent["channel"], sent["text"]) == (
        "chat.postMessage",
        "D1",
        "How to use the liaison desk",
    )


@pytest.mark.parametrize(
    "facts",
    [
        {"channel_type": "channel", "text": "hello"},
        {"channel_type": "im", "subtype": "message_changed"},
        {"channel_type": "im", "subtype": "message_deleted", "user": None},
        {"channel_type": "im", "text": "hello", "bot_id": "B1"},
        {"channel_type": "channel", "text": "hello", "user": "U0UNKNOWN"},
    ],
)
def test_what_is_not_said_to_the_bot_gets_no_answer(office: Office, facts: dict[str, str | None]) -> None:
    office.slack.send(office.slack.event("message", channel="C1", **facts))
    office.slack.replies.close()

    assert office.slack.slack.quiet


def test_whoever_shares_a_file_is_told_what_to_do_instead(office: Office) -> None:
    shared = {"channel_type": "channel", "subtype": "file_share", "files": [{"id": "F1"}]}

    for _ in range(2):
        office.slack.send(office.slack.event("message", channel="C1", **shared))

    told = office.waiting()
    assert told == [FilesRefused(person=ADA)]


def test_a_home_that_is_opened_is_published(office: Office) -> None:
    office.slack.send(office.slack.event("app_home_opened", tab="home"))

    assert office.waiting() == [Surface(kind=SurfaceKind.HOME, record_id=ADA, place=direct(ADA))]


def test_the_tab_of_messages_is_no_home(office: Office) -> None:
    office.slack.send(office.slack.event("app_home_opened", tab="messages"))

    assert office.waiting() == []


def test_a_list_in_a_modal_turns_its_pages_there(office: Office) -> None:
    turn = office.slack.click("list:request:next") | {"view": {"id": "V1", "type": "modal"}}
    turn["actions"][0]["value"] = Turn(words="", page=1).value()
    del turn["response_url"]

    office.slack.send(turn)

    method, sent = office.slack.slack.next_call()
    assert (method, sent["view_id"]) == ("views.update", "V1")


@pytest.mark.parametrize("action_id", ["home:request", "home:mine", "home:escalate", "home:next"])
def test_every_button_of_the_home_opens_something(office: Office, action_id: str) -> None:
    payload = office.slack.click_in_home()
    payload["actions"][0]["action_id"] = action_id

    office.slack.send(payload)

    assert office.opened()["type"] == "modal"
