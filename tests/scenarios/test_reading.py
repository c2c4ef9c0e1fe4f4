"""Details: whole for those who may read them, initials of whom the desk protects, nothing for others."""

import pytest

from bot.rules.errors import NoSuchRecord
from bot.rules.kinds import KINDS
from storage.records.people import SYSTEM, PersonId
from storage.records.requests import RequestKind
from tests.scenarios.secret_story import CRIME, PERSON, SECRETS, SUBJECT, asked
from tests.scenarios.whole_forms import FUGITIVE, files, form_of, shows_words
from tests.world import ADA, NORA, OLGA, RITA, SAM, World

HARBOR = "harbor-city-police"
READ = ("answers", "agency_case", "evidence")
"""What the audit trail says of a read: the fields, and not what stands in them."""
NAMED = (RequestKind.MISSING_CHILD, RequestKind.FUGITIVE, RequestKind.NONCOMPLIANT_OFFENDER)


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
    victim = world.files_notice("blue", **SUBJECT, role="victim")
    adult = world.files_notice("blue", **SUBJECT)
    details = {each: world.reads(SAM, world.card(each)) for each in (child, victim, adult)}

    for each, year in ((child, "2018"), (victim, "1987")):
        assert "Family name\nS. (initial only)\nForename\nS. (initial only)" in details[each]
        assert f"Born\n{year}\n" in details[each]
        assert "SECRETF" not in details[each]
    assert "Family name\nSECRETFAMILY\nForename\nSECRETFORENAME" in details[adult]


def test_a_request_shows_a_victim_or_child_by_initials_and_the_year_of_birth_also_for_officers(
    world: World,
) -> None:
    protected = [world.files_request(**PERSON, kind=kind.value) for kind in NAMED if KINDS[kind].protects]
    others = [world.files_request(**PERSON, kind=kind.value) for kind in NAMED if not KINDS[kind].protects]
    details = {each: world.reads(SAM, world.card(each)) for each in (*protected, *others)}

    for each in protected:
        assert "Family name\nS. (initial only)\nForename\nS. (initial only)\nBorn\n2013\n" in details[each]
        assert not any(name in details[each] for name in PERSON.values())
    for each in others:
        assert all(name in details[each] for name in PERSON.values())
