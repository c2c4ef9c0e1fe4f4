"""conversations.*, users.*, reactions and the small methods, through the real client."""

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.server import Sandbox


def say(sandbox: Sandbox, count: int) -> list[str]:
    said = [sandbox.message("U1", "C1", f"Message {number}").message for number in range(count)]
    return [each.ts for each in said if each]


def test_history_is_newest_first_in_pages(sandbox: Sandbox, client: WebClient) -> None:
    stamps = say(sandbox, 5)

    first = client.conversations_history(channel="C1", limit=3)
    second = client.conversations_history(
        channel="C1", limit=3, cursor=first["response_metadata"]["next_cursor"]
    )

    shown = [each["ts"] for answer in (first, second) for each in answer["messages"]]
    assert shown == stamps[::-1]
    assert (first["has_more"], second["has_more"]) == (True, False)


def test_history_is_cut_by_time_without_its_ends_unless_inclusive(
    sandbox: Sandbox, client: WebClient
) -> None:
    first, second, third = say(sandbox, 3)

    between = client.conversations_history(channel="C1", oldest=first, latest=third)
    with_ends = client.conversations_history(channel="C1", oldest=first, latest=third, inclusive=True)

    assert [each["ts"] for each in between["messages"]] == [second]
    assert len(with_ends["messages"]) == 3


def test_replies_stand_in_their_thread_only(sandbox: Sandbox, client: WebClient) -> None:
    (root,) = say(sandbox, 1)
    sandbox.message("U2", "C1", "Reply", thread_ts=root)

    history = client.conversations_history(channel="C1")["messages"]
    thread = client.conversations_replies(channel="C1", ts=root)["messages"]

    assert [each["text"] for each in history] == ["Message 0"]
    assert [each["text"] for each in thread] == ["Message 0", "Reply"]


def test_a_private_channel_without_the_bot_does_not_exist_for_it(client: WebClient) -> None:
    with pytest.raises(SlackApiError) as refused:
        client.conversations_info(channel="G1")

    assert refused.value.response["error"] == "channel_not_found"
    listed = client.conversations_list(types="public_channel,private_channel")["channels"]
    assert [each["id"] for each in listed] == ["C1", "C2"]


def test_the_bot_joins_a_public_channel(client: WebClient) -> None:
    before = client.conversations_info(channel="C2")["channel"]["is_member"]
    client.conversations_join(channel="C2")

    assert not before
    assert client.conversations_info(channel="C2")["channel"]["is_member"]
    assert set(client.conversations_members(channel="C2")["members"]) == {"U1", "U0SANDBOT"}


def test_a_direct_message_is_opened_for_one_living_person(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.deactivate("U2")

    opened = client.conversations_open(users="U1")["channel"]["id"]
    with pytest.raises(SlackApiError) as refused:
        client.conversations_open(users="U2")

    assert opened == client.conversations_open(users=["U1"])["channel"]["id"]
    assert refused.value.response["error"] == "user_disabled"


def test_people_are_shown_with_zone_and_standing(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.add_person("U3", "cy", tz="Europe/Lisbon", ultra=True, title="Analyst")
    sandbox.add_person("W9", "out", team_id="T9")

    guest = client.users_info(user="U3")["user"]
    outsider = client.users_info(user="W9")["user"]

    assert (guest["tz"], guest["tz_offset"]) == ("Europe/Lisbon", 0)
    assert (guest["is_restricted"], guest["is_ultra_restricted"]) == (True, True)
    assert guest["profile"]["title"] == "Analyst"
    assert (outsider["team_id"], outsider["is_stranger"]) == ("T9", True)


def test_an_unknown_person_is_not_found(client: WebClient) -> None:
    with pytest.raises(SlackApiError) as refused:
        client.users_info(user="U404")

    assert refused.value.response["error"] == "user_not_found"


def test_the_list_of_people_and_groups_is_complete(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.add_usergroup("S1", ["U1", "U2"])

    people = {each["id"] for each in client.users_list()["members"]}
    groups = client.usergroups_list(include_users=True)["usergroups"]

    assert people == {"U1", "U2", "U0SANDBOT", "USLACKBOT"}
    assert groups[0]["users"] == ["U1", "U2"]
    assert client.usergroups_users_list(usergroup="S1")["users"] == ["U1", "U2"]


def test_a_reaction_is_given_once(sandbox: Sandbox, client: WebClient) -> None:
    (ts,) = say(sandbox, 1)
    client.reactions_add(channel="C1", timestamp=ts, name="eyes")

    with pytest.raises(SlackApiError) as refused:
        client.reactions_add(channel="C1", timestamp=ts, name="eyes")

    assert refused.value.response["error"] == "already_reacted"
    assert [each["name"] for each in sandbox.messages("C1")[0].reactions] == ["eyes"]
