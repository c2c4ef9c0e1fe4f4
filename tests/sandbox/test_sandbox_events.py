"""What the bot hears of as events, and the home tab."""

from tests.sandbox.conftest import Desk
from tests.sandbox.shapes import Json, actions, button, home


def heard(desk: Desk, kind: str) -> Json:
    return desk.sandbox.wait_for(lambda: desk.bot.events(kind))[-1]


def wrapper(desk: Desk, kind: str) -> Json:
    heard(desk, kind)
    return next(body for body in desk.bot.seen if body["event"]["type"] == kind)


def test_an_opened_home_is_told_and_can_be_published(desk: Desk) -> None:
    desk.bot.answers["app_home_opened"] = lambda args: args.client.views_publish(
        user_id=args.body["event"]["user"], view=home(actions(button("New request", "new")))
    )

    desk.sandbox.open_home("U1")
    page = desk.sandbox.wait_for(lambda: desk.sandbox.home("U1"))

    assert page.buttons == ["New request"]
    event = heard(desk, "app_home_opened")
    assert event["tab"] == "home"
    assert "view" not in event


def test_a_button_on_the_home_opens_a_modal(desk: Desk) -> None:
    desk.client.views_publish(user_id="U1", view=home(actions(button("New request", "new"))))

    desk.sandbox.click("U1", "home", text="New request")

    body = desk.bot.seen[-1]
    assert body["view"]["type"] == "home"
    assert body["container"]["type"] == "view"


def test_a_direct_message_is_wrapped_as_slack_wraps_it(desk: Desk) -> None:
    desk.sandbox.message("U1", None, "Good morning")

    body = wrapper(desk, "message")
    event = body["event"]
    assert (event["text"], event["user"], event["channel_type"]) == ("Good morning", "U1", "im")
    assert set(body) >= {
        "token",
        "team_id",
        "api_app_id",
        "event",
        "type",
        "event_id",
        "event_time",
        "authorizations",
        "is_ext_shared_channel",
        "context_team_id",
        "event_context",
    }
    assert body["type"] == "event_callback"


def test_a_mention_is_told_as_one(desk: Desk) -> None:
    desk.sandbox.message("U1", "C1", f"<@{desk.sandbox.bot_user_id}> status NT-1")

    assert heard(desk, "app_mention")["channel"] == "C1"


def test_what_is_said_where_the_bot_is_not_stays_unheard(desk: Desk) -> None:
    desk.sandbox.message("U1", "C2", "Unheard")
    desk.sandbox.message("U1", "C1", "Heard")

    heard(desk, "message")
    assert [event["text"] for event in desk.bot.events("message")] == ["Heard"]


def test_own_messages_are_delivered_and_ignored_by_bolt(desk: Desk) -> None:
    desk.client.chat_postMessage(channel="C1", text="Mine", unfurl_links=False, unfurl_media=False)
    desk.sandbox.message("U1", "C1", "Yours")

    heard(desk, "message")
    assert [event["text"] for event in desk.bot.events("message")] == ["Yours"]


def test_joining_and_changes_of_people_are_told(desk: Desk) -> None:
    desk.sandbox.add_person("U3", "cy")
    desk.sandbox.invite("U3", "C1")
    desk.sandbox.change_user("U3", tz="Europe/Lisbon", guest=True)
    desk.sandbox.deactivate("U3")

    assert heard(desk, "member_joined_channel")["user"] == "U3"
    desk.sandbox.wait_for(lambda: len(desk.bot.events("user_change")) == 2)
    moved, gone = (event["user"] for event in desk.bot.events("user_change"))
    assert (moved["tz"], moved["is_restricted"], gone["deleted"]) == ("Europe/Lisbon", True, True)


def test_a_shared_file_is_told_twice_as_slack_does(desk: Desk) -> None:
    desk.sandbox.share_file("U1", "C1")

    shared = heard(desk, "file_shared")
    said = heard(desk, "message")
    assert shared["channel_id"] == "C1"
    assert said["subtype"] == "file_share"


def test_someone_of_another_team_is_recognisable(desk: Desk) -> None:
    desk.sandbox.add_person("W9", "guest", team_id="T9")
    desk.sandbox.add_channel("C9", "shared", members=["W9"], ext_shared=True)

    desk.sandbox.message("W9", "C9", "Hello from outside")

    body = wrapper(desk, "message")
    event = body["event"]
    assert body["is_ext_shared_channel"] is True
    assert (event["user_team"], event["source_team"]) == ("T9", "T9")


def test_a_revoked_token_is_told_and_refused(desk: Desk) -> None:
    desk.sandbox.revoke_tokens()

    assert heard(desk, "tokens_revoked")
    answer = desk.client.api_call("api.test")
    assert answer["ok"]
    assert desk.sandbox.requests.to("auth.test") == []
