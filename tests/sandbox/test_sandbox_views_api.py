"""views.* through the real client: triggers, stack, hash and ids."""

import threading

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from tests.sandbox.conftest import Desk
from tests.sandbox.shapes import home, modal, section


@pytest.fixture
def trigger(desk: Desk) -> str:
    desk.sandbox.command("U1", "/form")
    return str(desk.bot.seen[-1]["trigger_id"])


@pytest.fixture
def slack(desk: Desk) -> WebClient:
    return desk.client


def error_of(refused: pytest.ExceptionInfo[SlackApiError]) -> str:
    return str(refused.value.response["error"])


def test_a_trigger_opens_one_view(slack: WebClient, trigger: str) -> None:
    slack.views_open(trigger_id=trigger, view=modal(section("One")))

    with pytest.raises(SlackApiError) as refused:
        slack.views_open(trigger_id=trigger, view=modal(section("Two")))

    assert error_of(refused) == "exchanged_trigger_id"


def test_a_trigger_lives_three_real_seconds(desk: Desk, slack: WebClient, trigger: str) -> None:
    threading.Event().wait(3.1)

    with pytest.raises(SlackApiError) as refused:
        slack.views_open(trigger_id=trigger, view=modal(section("One")))

    assert error_of(refused) == "expired_trigger_id"
    assert [each.kind for each in desk.sandbox.violations] == ["trigger used late"]


def test_an_invented_trigger_is_invalid(slack: WebClient) -> None:
    with pytest.raises(SlackApiError) as refused:
        slack.views_open(trigger_id="1.2.3", view=modal(section("One")))

    assert error_of(refused) == "invalid_trigger_id"


def test_a_trigger_from_outside_a_modal_pushes_nothing(slack: WebClient, trigger: str) -> None:
    with pytest.raises(SlackApiError) as refused:
        slack.views_push(trigger_id=trigger, view=modal(section("One")))

    assert error_of(refused) == "not_found"


def test_an_update_with_an_old_hash_conflicts(slack: WebClient, trigger: str) -> None:
    view = slack.views_open(trigger_id=trigger, view=modal(section("One")))["view"]
    slack.views_update(view_id=view["id"], hash=view["hash"], view=modal(section("Two")))

    with pytest.raises(SlackApiError) as refused:
        slack.views_update(view_id=view["id"], hash=view["hash"], view=modal(section("Three")))

    assert error_of(refused) == "hash_conflict"


def test_a_view_is_found_by_its_own_external_id(desk: Desk, slack: WebClient, trigger: str) -> None:
    slack.views_open(trigger_id=trigger, view=modal(section("One"), external_id="mine"))

    slack.views_update(external_id="mine", view=modal(section("Two"), external_id="mine"))

    view = desk.sandbox.view("U1")
    assert view is not None
    assert "Two" in view.plain


def test_an_external_id_is_taken_once(desk: Desk, slack: WebClient, trigger: str) -> None:
    slack.views_open(trigger_id=trigger, view=modal(section("One"), external_id="mine"))
    desk.sandbox.command("U2", "/form")

    with pytest.raises(SlackApiError) as refused:
        slack.views_open(
            trigger_id=desk.bot.seen[-1]["trigger_id"], view=modal(section("Two"), external_id="mine")
        )

    assert error_of(refused) == "duplicate_external_id"


def test_a_closed_view_is_not_found(desk: Desk, slack: WebClient, trigger: str) -> None:
    slack.views_open(trigger_id=trigger, view=modal(section("One")))
    view = desk.sandbox.view("U1")
    assert view is not None
    desk.sandbox.close("U1", view)

    with pytest.raises(SlackApiError) as refused:
        slack.views_update(view_id=view.id, view=modal(section("Two")))

    assert error_of(refused) == "not_found"


def test_a_view_over_250_kilobytes_is_too_large(slack: WebClient, trigger: str) -> None:
    blocks = [section("x" * 3000) for _ in range(90)]

    with pytest.raises(SlackApiError) as refused:
        slack.views_open(trigger_id=trigger, view=modal(*blocks))

    assert error_of(refused) == "view_too_large"


def test_a_wrong_view_is_explained_and_noted(desk: Desk, slack: WebClient, trigger: str) -> None:
    with pytest.raises(SlackApiError) as refused:
        slack.views_open(trigger_id=trigger, view=modal(section("One"), title={"type": "plain_text"}))

    assert error_of(refused) == "invalid_arguments"
    assert "json-pointer:/view/title" in refused.value.response["response_metadata"]["messages"][0]
    assert [each.kind for each in desk.sandbox.violations] == ["limit broken"]


def test_a_home_is_published_and_replaced(desk: Desk, slack: WebClient) -> None:
    first = slack.views_publish(user_id="U1", view=home(section("One")))["view"]
    second = slack.views_publish(user_id="U1", view=home(section("Two")), hash=first["hash"])["view"]

    with pytest.raises(SlackApiError) as refused:
        slack.views_publish(user_id="U1", view=home(section("Three")), hash=first["hash"])

    assert error_of(refused) == "hash_conflict"
    assert second["id"] == first["id"]
    page = desk.sandbox.home("U1")
    assert page is not None
    assert page.plain == "Two"


def test_blocks_can_be_validated_without_showing_them(slack: WebClient) -> None:
    with pytest.raises(SlackApiError) as refused:
        slack.blocks_validate(blocks=[section("x" * 3001)])

    assert error_of(refused) == "invalid_blocks"
    assert refused.value.response["errors"][0]["pointer"] == "/0/text/text"
    assert slack.blocks_validate(view=home(section("Fine")))["ok"]
