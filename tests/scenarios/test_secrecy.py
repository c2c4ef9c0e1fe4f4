"""Who sees what: a whole story in which each secret is marked, and every place where Slack could show it."""

import json
import re

import pytest

from tests.scenarios.secret_story import PERSON, SECRETS, a_whole_story, asked
from tests.scenarios.whole_forms import CHILD, files
from tests.shown import HOMES, MESSAGES, MODALS, Shown, answered, sent
from tests.world import (
    ADA,
    DAN,
    DESK,
    NINA,
    OLGA,
    ONCALL,
    RITA,
    ROLES,
    SAM,
    World,
)

FORMS = ("form.hub", "form.section", "form.added")
"""What somebody has typed stands in these again, for their own eyes or for those who may read it."""
SAID = (
    "partners to be told",
    "is now waiting for information",
    "has more details",
    "is yours now",
    "may be a duplicate",
    "is about a subject that you watch",
    "an alert for your office",
    "an agency has to be called",
    "is due",
)
"""Something of each kind that is said of a record comes up in the story."""


@pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)
def test_no_message_home_notification_or_log_holds_a_secret(
    world: World, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    for who in (RITA, OLGA, SAM, ADA):
        world.slack.open_home(who)
    request, notice = a_whole_story(world)
    for who in ROLES:
        for line in ("/liaison list", f"/notice status {notice}", "/liaison mine"):
            world.types(who, line)
        world.reads(who, world.card(notice))
    messages, homes = sent(world, *MESSAGES), sent(world, *HOMES)
    forms = [each for each in sent(world, *MODALS) if "callback_id" in each.raw]
    answers = answered(world, *ROLES)

    assert {each.place for each in messages} >= {DESK, ONCALL, "D0RITA", "D0OLGA", "D0NINA", "D0DAN"}
    assert {each.place for each in homes} == {RITA, OLGA, SAM, ADA}
    assert [words for words in SAID if not any(words in each.text for each in messages)] == []
    assert any(f"{request} is overdue" in each.text for each in messages)
    assert any("*Drafts*" in each.plain for each in homes if each.place == SAM)
    assert any(notice in each.plain for each in homes)
    assert len(answers) > 20
    assert len(forms) > 5
    assert {callback_of(each) for each in forms} > set(FORMS)
    everything = [each.raw for each in (*messages, *homes)]
    everything += [unfilled(each) for each in forms]
    everything += [each.text + each.plain for each in answers]
    everything += [capsys.readouterr().out, caplog.text]
    for text in everything:
        assert not any(secret in without_ids(text) for secret in SECRETS)


def callback_of(form: Shown) -> str:
    _, view, _ = json.loads(form.raw)
    return str(view["callback_id"])


def unfilled(form: Shown) -> str:
    """All of a form as it was sent, but for what it gives back to those who typed it or may read it."""
    _, view, _ = json.loads(form.raw)
    if view["callback_id"] in FORMS:
        for block in view["blocks"]:
            block.get("element", {}).pop("initial_value", None)
    elif json.loads(view["private_metadata"]).get("step") == "info":
        view["blocks"] = [each for each in view["blocks"] if each.get("text", {}).get("type") != "plain_text"]
    else:
        return form.raw
    return json.dumps(view, ensure_ascii=False)


def without_ids(text: str) -> str:
    """An id is made of digits as well, and may hold a year by chance."""
    return re.sub(r"[0-9a-f]{32}", "", text)


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
def test_what_somebody_has_begun_stands_in_no_form_or_list_of_anybody_else(world: World) -> None:
    files(world, OLGA, CHILD, asked(CHILD))
    world.begins_request(SAM)
    world.slack.close(SAM, world.fills_request(SAM, **PERSON, facts="SECRET draft"))
    others = {who: world.begins_request(who) for who in (RITA, DAN, NINA)}
    drafts = {who: world.asks(who, "/liaison drafts") for who in (SAM, OLGA, DAN)}

    for form in others.values():
        assert not any(secret in str([form.blocks, form.state]) for secret in SECRETS)
    assert "Missing or abducted child" in drafts[SAM]
    assert all("*Your drafts*: 0" in drafts[who] for who in (OLGA, DAN))
    assert not any(secret in text for text in drafts.values() for secret in SECRETS)
