"""What nobody wants to be sent: each is answered in a sentence, and shown as it was typed or not at all."""

import re
from collections.abc import Mapping

import pytest

from bot.sandbox.views import View
from tests.scenarios.hostile import HOSTILE, STORED, never_formatting
from tests.scenarios.whole_forms import CHILD, answers, files, form_of, shows_words
from tests.world import (
    BLOCKS,
    DAN,
    DESK,
    IDENTITY,
    OLGA,
    RITA,
    SAM,
    World,
)

TODAY = "2026-11-22"
ANSWERS = {
    "/notice statsu NT-2026-00001": "I do not know “statsu”. Did you mean /notice status?",
    "/liaison *Approved*": "I do not know “*Approved*”.\n*What /liaison does*",
    "/oncall <!channel>": "I do not know “<!channel>”.",
    "/liaison status": "Which one? Type it so: /liaison status LR-2026-00042",
    "/notice status    ": "Which one? Type it so: /notice status NT-2026-00007",
    "/notice": "*What /notice does*",
    "/liaison help": "*What /liaison does*",
    "/notice status =1+1": "I found nothing for “=1+1” that you may see. Check the reference",
    "/notice status ES-2026-00001": "I found nothing for “ES-2026-00001” that you may see.",
    "/liaison list older:31february": "Not understood, so left out: older:31february",
    f"/liaison list {HOSTILE}": f"For: {HOSTILE}",
    f"/liaison {'ع' * 10_000}": f"I do not know “{'ع' * 59}…”.",
    f"/notice status {'👩‍👩‍👧‍👦' * 1_400}": "Check the reference, such as NT-2026-00007",
    f"/notice list {'red ' * 2_500}": "That is a long query. Use at most 300 characters.",
}
"""What is typed, and what stands in the answer."""
DATES = {
    "2018-02-31": "There is no such date. Check the month and the day.",
    "2027-01-01": "This date is in the future.",
    "1812": "This is too long ago. Check the year.",
    "May 2018": "Write it as 1990, 1990-05, 1990-05-17 or 05/17/1990.",
}
FORM = {**IDENTITY, **BLOCKS["yellow"]}
KEPT = {"birth": "1990-05", "penalty": "10 years"}
"""Lines that the desk reads, so that not every text is taken."""


def test_whatever_is_typed_is_answered_in_words(world: World) -> None:
    answers = {line: world.asks(RITA, line) for line in ANSWERS}

    for line, sentence in ANSWERS.items():
        assert sentence in answers[line]


@pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)
def test_text_from_people_is_shown_as_it_was_typed_and_is_never_formatting(world: World) -> None:
    world.slack.open_home(OLGA)
    request = files(world, OLGA, CHILD, answers(CHILD, lambda _: HOSTILE))
    notices = [hostile_notice(world, colour) for colour in BLOCKS]
    steps_of_request = goes_on_with_hostile_words(world, request)
    leaves_a_hostile_draft(world)
    red = notices[0]
    world.steps(OLGA, "Claim", red)
    world.steps(OLGA, "Ask for information", red, missing=HOSTILE)
    world.steps(OLGA, "Information received", red)
    world.steps(DAN, "Approve", red)
    world.steps(OLGA, "Sent to the General Secretariat", red, message_reference=HOSTILE, sent_on=TODAY)
    world.steps(OLGA, "Published", red, control_number="A-1234/5-2026", published_on=TODAY)
    for line in ("/liaison list ", "/liaison child ", "/notice status ", "/notice new ", "/oncall "):
        world.types(OLGA, line + HOSTILE)
    details = {each: world.reads(OLGA, world.card(each)) for each in (request, *notices)}

    in_form = sum(shows_words(CHILD, ask) for ask in form_of(CHILD).asks)
    assert details[request].count(STORED) == in_form + steps_of_request
    assert [details[each].count(STORED) for each in notices] == [11, 7, 8, 8]
    assert never_formatting(world, OLGA, DAN, RITA) > 60


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
@pytest.mark.parametrize("letter", ["ع", "🔥"])
def test_forms_filled_to_the_brim_are_acknowledged_and_shown_whole(world: World, letter: str) -> None:
    forms = {f"/notice new {colour}": IDENTITY | dict(block) for colour, block in BLOCKS.items()}
    typed: list[int] = []
    for command, chosen in forms.items():
        brim = to_the_brim(world.types(OLGA, command).views[-1], letter)
        filed = world.submits(OLGA, {**chosen, "agency": "", **brim})
        assert "is filed." in filed.views[-1].plain
        typed.append("".join(brim.values()).count(letter))

    cards = [each for each in world.slack.messages(DESK) if "*State*" in each.plain]
    details = [world.reads(DAN, card) for card in cards]
    assert [each.count(letter) for each in details] == typed
    assert not any(letter in text for text in world.said(DESK))


def test_what_is_missing_or_too_long_is_named_beside_its_field(world: World) -> None:
    world.begins_request(RITA)
    form = world.fills_request(RITA)
    too_long = world.slack.submit(RITA, form, {"facts": "a" * 10_000})
    blank = world.submits(RITA, {"facts": "   ", "forename": "\n"})

    assert too_long.errors == {"facts": "Please enter at most 3000 characters."}
    assert blank.errors == {"facts": "Please fill this in.", "forename": "Please fill this in."}
    assert world.said(DESK) == []


def test_a_date_that_is_none_is_refused_with_what_to_write(world: World) -> None:
    world.types(RITA, "/notice new yellow")
    refused = {birth: world.submits(RITA, {**FORM, "birth": birth}).errors for birth in DATES}

    assert refused == {birth: {"birth": sentence} for birth, sentence in DATES.items()}


def goes_on_with_hostile_words(world: World, request: str) -> int:
    """Takes a request through its steps; answers in how many of them such words stand."""
    told = {"message_reference": HOSTILE, "sent_on": TODAY}
    world.steps(DAN, "Claim", request)
    world.steps(DAN, "Ask for information", request, missing=HOSTILE)
    world.clicks(OLGA, "Send what is missing", world.slack.dms(OLGA)[0])
    world.submits(OLGA, {"information": HOSTILE})
    world.steps(DAN, "Accept", request, criteria=True)
    world.steps(DAN, "Transmitted", request, requirements=True, **told)
    world.steps(DAN, "Tell a partner", request, recipient="US Marshals Service", **told)
    world.steps(DAN, "Answered", request, answer=HOSTILE, answered_on=TODAY)
    world.steps(DAN, "Close", request, outcome="Otherwise, as the note says", note=HOSTILE)
    world.steps(SAM, "Reopen", request, reason=HOSTILE)
    return 9


def leaves_a_hostile_draft(world: World) -> None:
    """A form that is closed half filled in stands in the Home of whoever began it."""
    world.begins_request(OLGA, kind="fugitive")
    hub = world.fills_request(OLGA, family_name=HOSTILE, facts=HOSTILE)
    world.slack.close(OLGA, hub)
    world.asks(OLGA, "/liaison drafts")


def hostile_notice(world: World, colour: str) -> str:
    form = world.types(OLGA, f"/notice new {colour}").views[-1]
    return filed(world, {**IDENTITY, **BLOCKS[colour], "agency": ""}, form)


def filed(world: World, chosen: Mapping[str, object], form: View) -> str:
    """With hostile text in each free field; a reference is never taken from it."""
    texts = dict.fromkeys(inputs(form), HOSTILE) | KEPT
    wrong = world.submits(
        OLGA, {**chosen, **{name: text for name, text in texts.items() if name in inputs(form)}}
    )
    if "request_reference" in wrong.errors:
        wrong = world.submits(OLGA, {"request_reference": ""})
    found = re.search(r"NT-\d{4}-\d{5}", wrong.views[-1].plain)
    assert found is not None, wrong.errors
    return found[0]


def inputs(form: View) -> dict[str, int]:
    """The free fields of a form, with the longest text that each takes."""
    found = [block for block in form.blocks if block["type"] == "input"]
    return {
        block["block_id"]: block["element"]["max_length"]
        for block in found
        if block["element"]["type"] == "plain_text_input"
    }


def to_the_brim(form: View, letter: str) -> dict[str, str]:
    """Each free field as full as Slack's client lets it be, which counts an emoji as two."""
    units = len(letter.encode("utf-16-le")) // 2
    brim = {name: KEPT.get(name, letter * (limit // units)) for name, limit in inputs(form).items()}
    return brim | ({"request_reference": ""} if "request_reference" in brim else {})
