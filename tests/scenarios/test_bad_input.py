"""What nobody wants to be sent: each is answered in a sentence, and shown as it was typed or not at all."""

import pytest

from bot.rules.notices import is_protected
from storage.records.notices import Colour
from tests.notice_samples import LEAST
from tests.scenarios.hostile import HOSTILE, STORED, never_formatting
from tests.scenarios.notices.cases import files_whole, with_words
from tests.scenarios.whole_forms import CHILD, answers, files, form_of, shows_words
from tests.world import AGENCY, DAN, DESK, OLGA, RITA, SAM, World

TODAY = "2026-11-22"
ANSWERS = {
    "/notice statsu NT-2026-00001": "I do not know “statsu”. Did you mean /notice status?",
    "/liaison *Approved*": "I do not know “*Approved*”.\n*What /liaison does*",
    "/oncall <!channel>": "I do not know “<!channel>”.",
    "/liaison status": "Which one? Type it so: /liaison status LR-2026-00042",
    "/notice status    ": "Which one? Type it so: /notice status NT-2026-00007",
    "/notice": "*What /notice does*",
    "/liaison help": "*What /liaison does*",
    "/notice status =1+1": "Not understood, so left out: =1+1",
    "/notice status ES-2026-00001": "I found nothing for “ES-2026-00001” that you may see.",
    "/liaison list older:31february": "Not understood, so left out: older:31february",
    f"/liaison list {HOSTILE}": f"For: {HOSTILE}",
    f"/liaison {'ع' * 10_000}": f"I do not know “{'ع' * 59}…”.",
    f"/notice status {'👩‍👩‍👧‍👦' * 1_400}": "That is a long query. Use at most 300 characters.",
    f"/notice list {'red ' * 2_500}": "That is a long query. Use at most 300 characters.",
}
"""What is typed, and what stands in the answer."""
DATES = {
    "2018-02-31": "There is no such date. Check the month and the day.",
    "2027-01-01": "This date is in the future.",
    "1812": "This is too long ago. Check the year.",
    "Mai 2018": "Write it as 1990, 1990-05, 1990-05-17 or 05/17/1990.",
}


def test_whatever_is_typed_is_answered_in_words(world: World) -> None:
    answers = {line: world.asks(RITA, line) for line in ANSWERS}

    for line, sentence in ANSWERS.items():
        assert sentence in answers[line]


@pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)
def test_text_from_people_is_shown_as_it_was_typed_and_is_never_formatting(world: World) -> None:
    world.slack.open_home(OLGA)
    request = files(world, OLGA, CHILD, answers(CHILD, lambda _: HOSTILE))
    notices = {colour: files_hostile(world, colour) for colour in LEAST}
    steps_of_request = goes_on_with_hostile_words(world, request)
    steps_of_red = is_sent_with_hostile_words(world, notices[Colour.RED])
    leaves_a_hostile_draft(world)
    for line in ("/liaison list ", "/liaison child ", "/notice status ", "/notice new ", "/oncall "):
        world.types(OLGA, line + HOSTILE)
    details = {each: world.reads(OLGA, world.card(each)) for each in (request, *notices.values())}

    in_form = sum(shows_words(CHILD, ask) for ask in form_of(CHILD).asks)
    assert details[request].count(STORED) == in_form + steps_of_request
    for colour, notice in notices.items():
        steps = steps_of_red if colour is Colour.RED else 0
        assert details[notice].count(STORED) == shown_of(world, notice) + steps, colour
    assert never_formatting(world, OLGA, DAN, RITA) > 60


def test_what_is_missing_or_too_long_is_named_beside_its_field(world: World) -> None:
    world.begins_request(RITA)
    form = world.fills_request(RITA)
    too_long = world.slack.submit(RITA, form, {"facts": "a" * 10_000})
    blank = world.submits(RITA, {"facts": "   ", "forename": "\n"})

    assert too_long.errors == {"facts": "Please enter at most 3000 characters."}
    assert blank.errors == {"facts": "Please fill this in.", "forename": "Please fill this in."}
    assert world.said(DESK) == []


def test_a_date_that_is_none_is_refused_with_what_to_write(world: World) -> None:
    world.types(RITA, "/notice new yellow FR")
    world.fills_hub(RITA, {**LEAST[Colour.YELLOW], "agency": AGENCY})
    refused = {birth: world.submits(RITA, {"birth": birth}).errors for birth in DATES}

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


def files_hostile(world: World, colour: Colour) -> str:
    """With such words in each answer that takes any; each is a case of its own."""
    words = {**with_words(colour, lambda _: HOSTILE), "agency_case": f"{colour} {HOSTILE}"}
    return files_whole(world, colour, changes=words)


def is_sent_with_hostile_words(world: World, red: str) -> int:
    """Takes a notice through its steps; answers in how many places such words stand after it."""
    world.steps(OLGA, "Claim", red)
    world.steps(OLGA, "Ask for information", red, missing=HOSTILE)
    world.clicks(RITA, "Send what is missing", world.slack.dms(RITA)[-1])
    world.submits(RITA, {"information": HOSTILE})
    world.steps(OLGA, "Legal review", red, reviewer=HOSTILE)
    world.approves(DAN, red)
    world.steps(OLGA, "Sent to the General Secretariat", red, message_reference=HOSTILE, sent_on=TODAY)
    world.steps(OLGA, "Refused", red, reason=HOSTILE, evidence=HOSTILE)
    return 7  # The message's reference stands in the third-agency log as well.


def shown_of(world: World, reference: str) -> int:
    """In how many answers such words stand in the details; of a child the names are initials."""
    notice = world.kept_notice(reference)
    answers = dict(notice.answers)
    if is_protected(notice):
        answers |= {"family_name": "", "forename": "", "parents": "", "aliases": ""}
    return "\n".join([*answers.values(), notice.agency_case, notice.agency_name]).count(STORED)
