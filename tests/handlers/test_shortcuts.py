"""The shortcuts: a form from anywhere, and a request that begins with somebody's message."""

from typing import Any

import pytest

from handlers.asking import Asked, Quoted
from handlers.forms.beginning import OPEN_CHANNEL
from storage.records.people import PersonId
from tests.handlers.examples import ADA, HOSTILE, LONGEST, OFFICER
from tests.handlers.filling import BEGINNING, inputs
from tests.handlers.office import Office
from tests.handlers.reading import texts
from tests.handlers.slack_edge import sentence

CHANNEL = {"id": "C1", "name": "general"}
LINK = "https://example.slack.com/archives/C1/p1700000000000100"


def chosen(
    text: str | None = "Words", channel: dict[str, str] | None = None, user: str = ADA, **message: Any
) -> dict[str, Any]:
    """What Slack sends when the shortcut is chosen in a message's menu."""
    said = {"type": "message", "user": "U9", "ts": "1700000000.000100", **message}
    return {
        "type": "message_action",
        "callback_id": "request_from_message",
        "trigger_id": "1.1",
        "response_url": "https://hooks.example/response",
        "user": {"id": user, "team_id": "T1"},
        "team": {"id": "T1", "domain": "example"},
        "channel": channel or CHANNEL,
        "message_ts": "1700000000.000100",
        "message": said if text is None else {**said, "text": text},
    }


def drafted(office: Office) -> dict[str, str]:
    (draft,) = office.desk.drafts.mine(office.person())
    return dict(draft.answers)


def test_the_global_shortcut_asks_which_kind_it_is(office: Office) -> None:
    office.slack.send(office.slack.shortcut() | {"callback_id": "make_a_liaison_request"})

    assert list(inputs(office.opened())) == ["kind", "direction", "country"]


def test_a_messages_text_and_place_stand_in_the_request_that_comes_from_it(office: Office) -> None:
    office.slack.send(chosen(HOSTILE))

    form = office.submit(office.opened(), BEGINNING)["view"] | {"id": "V-HUB"}
    office.press(form, {}, "form:section:case", "case")

    assert inputs(form)["facts"]["initial_value"] == HOSTILE
    assert inputs(office.opened())["source_message"]["initial_value"] == LINK


def test_what_was_said_is_not_on_the_view_that_asks_which_kind_it_is(office: Office) -> None:
    office.slack.send(chosen("Quillfeather"))

    assert "Quillfeather" not in str(office.opened())


@pytest.mark.parametrize("text", ["", None])
def test_a_message_without_words_begins_a_request_without_facts(office: Office, text: str | None) -> None:
    office.slack.send(chosen(text, files=[{"id": "F1"}]))

    form = office.submit(office.opened(), BEGINNING)["view"]
    assert "initial_value" not in inputs(form)["facts"]


def test_a_message_longer_than_a_request_takes_is_cut(office: Office) -> None:
    office.slack.send(chosen(LONGEST * 10))

    form = office.submit(office.opened(), BEGINNING)["view"]
    assert inputs(form)["facts"]["initial_value"].startswith(LONGEST[:100])
    assert len(drafted(office)["facts"]) == 3000


def test_an_image_that_was_pasted_into_a_message_is_not_kept(office: Office) -> None:
    office.slack.send(chosen("data:image/png;base64," + "iVBORw0KGgo1" * 40))

    assert "facts" not in drafted(office)


@pytest.mark.parametrize("name", ["directmessage", "privategroup", "mpdm-ada--boris--1"])
def test_a_message_that_only_some_can_read_needs_no_warning(office: Office, name: str) -> None:
    office.slack.send(chosen(channel={"id": "C1", "name": name}))

    assert OPEN_CHANNEL not in texts(office.opened()["blocks"])


@pytest.mark.parametrize("name", ["general", "private", "directmessages", "privategroup-talk"])
def test_a_message_of_an_open_channel_is_warned_of(office: Office, name: str) -> None:
    office.slack.send(chosen(channel={"id": "C1", "name": name}))

    assert OPEN_CHANNEL in texts(office.opened()["blocks"])


def test_whoever_may_not_file_is_told_so_and_nothing_is_kept(office: Office) -> None:
    office.desk.people.learn(
        person_id=PersonId("U0NORA"), outside=False, deactivated=False, is_bot=False, timezone=""
    )
    office.slack.slack.users["U0NORA"] = {"id": "U0NORA", "team_id": "T1"}

    office.slack.send(chosen(user="U0NORA") | {"response_url": f"{office.slack.slack.url}response"})

    assert "role" in sentence(office.answer())
    assert office.desk.drafts.mine(office.person()) == ()


def test_what_came_with_the_click_is_read_as_it_is() -> None:
    asked = Asked.read(chosen("Words"), OFFICER)

    assert asked.quoted == Quoted(text="Words", link=LINK, in_open_channel=True)
    assert asked.text == ""


def test_a_command_quotes_nothing() -> None:
    assert Asked.read({"text": "FR", "trigger_id": "1.1"}, OFFICER).quoted is None


def test_a_channel_without_a_name_counts_as_open() -> None:
    assert Quoted.read(chosen(channel={"id": "C1"})).in_open_channel
