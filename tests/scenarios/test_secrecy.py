"""Who sees what: a whole story in which each secret is marked, and every place where Slack could show it."""

import json
import re

import pytest

from bot.rules.errors import NoSuchRecord
from bot.rules.kinds import KINDS
from storage.records.people import SYSTEM, PersonId
from storage.records.requests import RequestKind
from tests.scenarios.secret_story import CRIME, PERSON, SECRETS, SUBJECT, a_whole_story, asked
from tests.scenarios.whole_forms import CHILD, FUGITIVE, files, form_of, shows_words
from tests.shown import HOMES, MESSAGES, MODALS, Shown, answered, sent
from tests.world import (
    ADA,
    DAN,
    DESK,
    NINA,
    NORA,
    OLGA,
    ONCALL,
    RITA,
    ROLES,
    SAM,
    World,
)

HARBOR = "harbor-city-police"
READ = ("identity", "block", "agency_case", "evidence")
"""What the audit trail says of a read: the fields, and not what stands in them."""
FORMS = ("form.hub", "form.section", "form.added")
"""What somebody has typed stands in these again, for their own eyes or for those who may read it."""
NAMED = (RequestKind.MISSING_CHILD, RequestKind.FUGITIVE, RequestKind.TRAVEL)
SAID = (
    "a partner does not know yet",
    "is now waiting for information",
    "has more details",
    "is yours now",
    "may be a duplicate",
    "is about a subject that you watch",
    "an alert for your office",
    "an agency has to be called",
    "has arrived",
    "is due",
)
"""Something of each kind that is said of a record comes up in the story."""


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
    """All of a form as it was sent; those that give back what was typed without that."""
    if callback_of(form) not in FORMS:
        return form.raw
    _, view, _ = json.loads(form.raw)
    for block in view["blocks"]:
        block.get("element", {}).pop("initial_value", None)
    return json.dumps(view, ensure_ascii=False)


def without_ids(text: str) -> str:
    """An id is made of digits as well, and may hold a year by chance."""
    return re.sub(r"[0-9a-f]{32}", "", text)


def test_the_details_are_whole_for_those_who_may_and_each_read_is_in_the_trail(world: World) -> None:
    given = asked(FUGITIVE)
    request = files(world, OLGA, FUGITIVE, given)
    notice = world.files_notice("red", RITA, **SUBJECT, **CRIME)
    world.steps(OLGA, "Claim", notice)
    world.steps(OLGA, "Ask for information", notice, missing="SECRET question")
    of_notice = {who: world.reads(who, world.card(notice)) for who in (RITA, OLGA, SAM, ADA)}
    of_request = world.reads(ADA, world.card(request))
    answers = (
        world.asks(ADA, "/notice list"),
        world.answer_to_click(ADA, "Information received", world.card(notice)),
    )

    for text in of_notice.values():
        assert all(value in text for value in (*SUBJECT.values(), *CRIME.values()))
        assert "What is missing: SECRET question" in text
    shown = [str(given[ask.name]) for ask in form_of(FUGITIVE).asks if shows_words(FUGITIVE, ask)]
    assert len(shown) > 15
    assert all(value in of_request for value in (*shown, *PERSON.values()))
    assert notice in answers[0]
    assert answers[1] == "Only officers and supervisors may do this."
    trail = world.audited(notice)
    assert [(entry.actor, entry.action, entry.outcome, entry.fields) for entry in trail[-5:]] == [
        *((who, "notice.read", "done", READ) for who in (RITA, OLGA, SAM, ADA)),
        (ADA, "notice.info_received", "refused", ()),
    ]
    assert [entry.actor for entry in world.audited("") if entry.action == "notice.list"] == [ADA]
    assert not any(secret in str([*trail, *world.audited(request)]) for secret in SECRETS)


def test_requesters_of_another_agency_find_nothing_and_their_tries_are_in_the_trail(world: World) -> None:
    nora = world.bot.desk.people.admit(PersonId(NORA), HARBOR, by=SYSTEM)
    request, notice = world.files_request(), world.files_notice()
    status = [world.asks(NORA, f"/notice status {each}") for each in (notice, request)]
    lists = [world.asks(NORA, line) for line in ("/notice list", "/liaison list", "/liaison mine")]
    click = world.answer_to_click(NORA, "Show details", world.card(notice))
    card = world.card(request)
    buttons = [world.answer_to_click(NORA, label, card) for label in card.buttons]
    with world.bot.database.reading() as stores:
        kept = stores.notices.by_reference(notice)
    assert kept is not None
    with pytest.raises(NoSuchRecord, match="I found nothing for “that record” that you may see"):
        world.bot.desk.notices.details(nora, kept.id)

    assert all("I found nothing for" in answer for answer in (*status, click, *buttons))
    assert len(buttons) > 3
    assert all(": 0 found" in answer for answer in lists)
    assert world.slack.views(NORA) == []
    tries = [(entry.actor, entry.action) for entry in world.audited(notice) if entry.outcome == "refused"]
    assert tries == [(NORA, "notice.status"), (NORA, "notice.read"), (NORA, "notice.read")]


def test_minors_and_victims_are_shown_by_initials_and_the_year_of_birth(world: World) -> None:
    child = world.files_notice("yellow", **(SUBJECT | {"birth": "2018-05-17"}))
    victim = world.files_notice("blue", **SUBJECT, role="Victim")
    adult = world.files_notice("blue", **SUBJECT)
    details = {each: world.reads(SAM, world.card(each)) for each in (child, victim, adult)}

    for each, year in ((child, "2018"), (victim, "1987")):
        assert "S. S. (initials only)" in details[each]
        assert f"Born\n{year}\n" in details[each]
        assert "SECRETF" not in details[each]
    assert "SECRETFAMILY, SECRETFORENAME" in details[adult]


def test_a_request_shows_a_victim_or_child_by_initials_and_the_year_of_birth_also_for_officers(
    world: World,
) -> None:
    protected = [world.files_request(**PERSON, kind=kind.value) for kind in NAMED if KINDS[kind].protects]
    others = [world.files_request(**PERSON, kind=kind.value) for kind in NAMED if not KINDS[kind].protects]
    details = {each: world.reads(SAM, world.card(each)) for each in (*protected, *others)}

    for each in protected:
        assert "Family name\nS. (initial only)\nForename\nS. (initial only)\nBorn\n1987\n" in details[each]
        assert not any(name in details[each] for name in PERSON.values())
    for each in others:
        assert all(name in details[each] for name in PERSON.values())


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
