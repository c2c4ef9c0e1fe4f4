"""Who sees what: a whole story in which each secret is marked, and every place where Slack could show it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from bot.rules.errors import NoSuchRecord
from storage.records.notices import NoticeId
from storage.records.people import SYSTEM, Person, PersonId
from storage.records.requests import RequestId
from tests.shown import HOMES, MESSAGES, MODALS, answered, sent
from tests.world import (
    ADA,
    DAN,
    DESK,
    NINA,
    NORA,
    OLGA,
    RITA,
    ROLES,
    SAM,
    World,
)

TODAY = "2026-11-22"
HARBOR = "harbor-city-police"
ASKED = {
    "agency": "",
    "agency_typed": "SECRET agency",
    "agency_case": "SECRET case number",
    "facts": "SECRET facts",
    "contact": "SECRET contact",
    "channel": "E-mail",
    "call_back": "SECRET 202-555-0147",
}
SUBJECT = {
    "family_name": "SECRETFAMILY",
    "forename": "SECRETFORENAME",
    "birth": "1987-03-14",
    "identifier": "SECRET fingerprints",
    "agency_case": "SECRET docket",
}
CRIME = {
    "facts": "SECRET narrative",
    "charge": "SECRET charge",
    "warrant": "SECRET warrant",
    "extradition": "SECRET prosecutor",
}
SECRETS = ("SECRET", "1987", "202-555-0147")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the story was about."""

    request: str
    notice: str


@pytest.fixture
def story(world: World) -> Told:
    """From two forms to two ends, with a page, reminders and everybody's Home."""
    for who in (RITA, OLGA, SAM, ADA):
        world.slack.open_home(who)
    world.takes_duty(OLGA)
    told = Told(request=world.files_request(OLGA, **ASKED), notice=files_marked_notice(world))
    opens_and_answers_a_page(world, told.request)
    world.steps(NINA, "Claim", told.request)
    world.after(days=15)
    world.steps(NINA, "Close", told.request, outcome="SECRET outcome")
    goes_all_the_way(world, told.notice)
    for who in ROLES:
        for line in ("/liaison list", "/notice list", f"/notice status {told.notice}", "/liaison mine"):
            world.types(who, line)
    world.settle()
    return told


def test_no_message_home_notification_or_log_holds_a_secret(
    world: World, story: Told, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    for who in (OLGA, DAN, SAM, ADA):
        world.reads(who, world.card(story.request))
        world.reads(who, world.card(story.notice))
    messages, homes = sent(world, *MESSAGES), sent(world, *HOMES)
    answers = answered(world, *ROLES)
    forms = [each for each in sent(world, *MODALS) if "callback_id" in each.raw]

    assert {each.place for each in messages} >= {DESK, "C0ONCALL", "D0RITA", "D0OLGA", "D0NINA"}
    assert {each.place for each in homes} == {RITA, OLGA, SAM, ADA}
    assert any("overdue" in each.text for each in messages)
    assert any(story.notice in each.plain for each in homes)
    assert len(answers) > 20
    assert forms
    everything = [each.raw for each in (*messages, *homes, *forms)]
    everything += [each.text + each.plain for each in answers]
    everything += [capsys.readouterr().out, caplog.text]
    for text in everything:
        assert not any(secret in text for secret in SECRETS)


def test_the_details_are_whole_for_those_who_may_and_each_read_is_in_the_trail(
    world: World, story: Told
) -> None:
    details = {who: world.reads(who, world.card(story.notice)) for who in (RITA, OLGA, SAM, ADA)}
    request = world.reads(ADA, world.card(story.request))

    for text in details.values():
        assert all(value in text for value in (*SUBJECT.values(), *CRIME.values()))
        assert "SECRET message" in text
    assert all(
        value in request for value in (*ASKED.values(), "SECRET outcome") if value.startswith("SECRET")
    )
    trail = world.audited(story.notice)
    reads = [(entry.actor, entry.fields) for entry in trail if entry.action == "notice.read"]
    assert reads == [
        (who, ("identity", "block", "agency_case", "evidence")) for who in (RITA, OLGA, SAM, ADA)
    ]
    whole = str([*trail, *world.audited(story.request), *world.audited("ES-2026-00001")])
    assert not any(secret in whole for secret in SECRETS)


def test_requesters_of_another_agency_find_nothing_and_their_tries_are_in_the_trail(
    world: World, story: Told
) -> None:
    nora = world.bot.desk.people.admit(PersonId(NORA), HARBOR, by=SYSTEM)
    status = [world.asks(NORA, f"/notice status {each}") for each in (story.notice, story.request)]
    lists = [world.asks(NORA, line) for line in ("/notice list", "/liaison list", "/liaison mine")]
    clicks = [world.answer_to_click(NORA, label, world.card(story.notice)) for label in ("Show details",)]
    forged = list(forged_reads(world, nora, story))

    assert all("I found nothing for" in answer for answer in (*status, *clicks))
    assert all(": 0 found" in answer for answer in lists)
    assert forged == [NoSuchRecord, NoSuchRecord]
    assert world.slack.views(NORA) == []
    tries = [
        (entry.action, entry.outcome, entry.fields)
        for entry in world.audited(story.notice)
        if entry.actor == NORA
    ]
    assert tries == [
        ("notice.status", "refused", ()),
        ("notice.read", "refused", ()),
        ("notice.read", "refused", ()),
    ]


def test_the_home_of_somebody_whose_role_was_revoked_names_no_record(world: World, story: Told) -> None:
    before = world.slack.home(OLGA)
    world.bot.desk.people.revoke(PersonId(OLGA), by=SYSTEM)
    world.settle()
    after = world.slack.home(OLGA)

    assert before is not None
    assert after is not None
    assert "Your role here: officer." in before.plain
    assert "You have no role here yet." in after.plain
    assert not any(each in after.plain for each in (story.request, story.notice, "LR-", "NT-", "ES-"))


def test_minors_and_victims_are_shown_by_initials_and_the_year_of_birth(world: World) -> None:
    child = world.files_notice("yellow", **SUBJECT, birth="2018-05-17")
    victim = world.files_notice("blue", **SUBJECT, role="Victim")
    adult = world.files_notice("blue", **SUBJECT)
    details = {each: world.reads(SAM, world.card(each)) for each in (child, victim, adult)}

    for each, year in ((child, "2018"), (victim, "1987")):
        assert "S. S. (initials only)" in details[each]
        assert f"Born\n{year}\n" in details[each]
        assert "SECRETF" not in details[each]
    assert "SECRETFAMILY, SECRETFORENAME" in details[adult]


def files_marked_notice(world: World) -> str:
    return world.files_notice("red", RITA, **SUBJECT, **CRIME)


def opens_and_answers_a_page(world: World, reference: str) -> None:
    world.pages(RITA, f"{reference} SECRET words")
    world.pages(SAM, f"{reference} SECRET addition")
    page = world.page("ES-2026-00001")
    world.clicks(OLGA, "Acknowledge", page)
    world.clicks(OLGA, "Resolve", page)
    world.submits(OLGA, {"outcome": "SECRET call"})


def goes_all_the_way(world: World, reference: str) -> None:
    world.steps(OLGA, "Claim", reference)
    world.steps(OLGA, "Ask for information", reference, missing="SECRET question")
    world.steps(OLGA, "Information received", reference)
    world.steps(DAN, "Approve", reference)
    sending = {"message_reference": "SECRET message", "sent_on": TODAY}
    world.steps(OLGA, "Sent to the General Secretariat", reference, **sending)
    world.after(days=11)
    world.steps(OLGA, "Published", reference, control_number="A-1/12-2026", published_on=TODAY)
    world.steps(OLGA, "Located", reference)


def forged_reads(world: World, asker: Person, story: Told) -> Iterator[type[Exception]]:
    """No button that they see carries these ids, so that the desk itself is asked."""
    desk = world.bot.desk
    with world.bot.database.reading() as stores:
        notice = stores.notices.by_reference(story.notice)
        request = stores.requests.by_reference(story.request)
    assert notice is not None
    assert request is not None
    with pytest.raises(NoSuchRecord) as refused:
        desk.notices.details(asker, NoticeId(notice.id))
    yield refused.type
    with pytest.raises(NoSuchRecord) as refused:
        desk.requests.details(asker, RequestId(request.id))
    yield refused.type
