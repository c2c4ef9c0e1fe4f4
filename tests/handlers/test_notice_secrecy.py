"""What many can read of a notice names nobody: cards, threads, timelines, alerts, lists, status."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.desk import cards as facts_of
from bot.rules import checklist
from bot.rules.colours import COLOURS
from handlers.rendering import Rendering
from handlers.views import agency_alerts, cards, drafts, filed_notice, listing, notice_timeline, status
from handlers.views.blocks import Message
from storage.records.notices import Colour, Notice, NoticeState, RecordEvent
from storage.records.outbox import Lane
from tests.handlers import brim, facts, notice_facts
from tests.handlers.examples import ADA, DESK, NOW, POLICY, event
from tests.handlers.notice_facts import LINKED
from tests.handlers.notice_office import completed, files, notice
from tests.handlers.office import BORIS, Office, Still
from tests.handlers.samples_of_notices import MESSAGES
from tests.handlers.test_views import mrkdwn
from tests.notice_samples import RECEIVED

SECRET = "Quillfeather"
WROTE = f"{SECRET} " * 300
NUMBER = "A-1/1-2026"
GREETING = "مرحبا"
"""Stands in all that the samples hold of people's words."""


def written(of_state: NoticeState) -> Iterator[tuple[str, Notice]]:
    """One of each colour, both ways and by both means; the name stands wherever somebody can write."""
    for colour, means, way in brim.NOTICES:
        of = notice_facts.filled(colour, means, way, text=WROTE, state=of_state, agency_id=None)
        yield f"{way} {colour} {means}", replace(of, control_number=NUMBER)


def seen_by_many(of: Notice) -> Iterator[tuple[str, Message]]:
    steps: tuple[RecordEvent, ...] = (event(WROTE, step="ask_info", state=of.state),) * 3
    timeline = replace(
        notice_facts.notice_timeline(0), events=tuple(replace(each, evidence={}) for each in steps)
    )
    read = facts_of.status(
        of,
        steps,
        as_of=NOW,
        may_see_details=True,
        may_add=True,
        items=checklist.of_notice(of),
        policy=POLICY,
        country_name="France",
    )
    alert = notice_facts.alert_of_notice(of.colour)
    row = facts_of.row(of, now=NOW, countries={"FR": "France"})
    yield "card", cards.notice(notice_facts.notice_card(of, linked=LINKED), brim.DESK)
    yield "own card", cards.notice(notice_facts.own_card(of, asked=WROTE), brim.DESK)
    yield "thread", notice_timeline.thread(timeline, brim.DESK)
    yield "status", status.message(read, brim.DESK)
    yield "alert", agency_alerts.message(alert, brim.DESK)
    yield "call", agency_alerts.call(alert)
    yield "list", listing.message(replace(facts.listing(1), rows=[row]), brim.DESK)
    yield "filed", filed_notice.message(notice_facts.notice_filed(of), brim.DESK)


@pytest.mark.parametrize("state", NoticeState)
def test_nothing_that_somebody_wrote_stands_where_many_can_read_it(state: NoticeState) -> None:
    shown = {
        f"{where} of {name}": message for name, of in written(state) for where, message in seen_by_many(of)
    }

    assert [name for name, message in shown.items() if SECRET in f"{message.text} {message.blocks}"] == []


@pytest.mark.parametrize("colour", Colour)
def test_a_draft_is_listed_without_a_word_of_what_stands_in_it(colour: Colour) -> None:
    begun = notice_facts.draft(colour, way=next(iter(COLOURS[colour].forms)))
    with_secrets = replace(begun, answers={**begun.answers, "family_name": WROTE, "facts": WROTE})

    assert SECRET not in str(drafts.message([with_secrets], DESK))


def test_no_notification_repeats_what_somebody_wrote() -> None:
    formatted = {name: "".join(mrkdwn(list(message.blocks))) for name, message in MESSAGES.items()}

    assert [name for name, message in MESSAGES.items() if GREETING in message.text] == []
    assert [name for name, text in formatted.items() if GREETING in text] == []


def rendered(office: Office) -> list[str]:
    """Everything that waits in the outbox, as Slack would get it."""
    with office.database.transaction() as stores:
        rows = stores.outbox.claim(now=NOW, lease_until=NOW, lanes=tuple(Lane), held=frozenset(), limit=200)
    words = replace(DESK, names=office.desk.names)
    rendering = Rendering(office.desk, words, Still())
    made = [rendering.render([row]) for row in rows]
    return [
        json.dumps([each.text, list(each.blocks)]) if isinstance(each, Message) else json.dumps(each)
        for each in made
    ]


def test_a_whole_life_leaves_no_name_in_anything_that_the_desk_sends_by_itself(office: Office) -> None:
    name = {"family_name": SECRET, "forename": SECRET, "facts": WROTE[:2000]}
    files(office, Colour.YELLOW, agency="example-county-sheriff", **name)
    said = rendered(office)
    completed(office, last_seen=SECRET, clothing=SECRET, contact=SECRET)
    for step, answers in (
        ("claim", {}),
        ("ask_info", {"missing": SECRET}),
        ("info_received", {"information": SECRET}),
        ("reject", {"criterion": "reason", "reason": SECRET}),
    ):
        office.desk.notices.step(office.person(BORIS), notice(office).id, step, answers)
        said += rendered(office)

    assert len(said) > 5
    assert [each for each in said if SECRET in each] == []


def test_what_came_from_abroad_leaves_no_name_in_the_alert_of_an_agency(office: Office) -> None:
    office.admit(BORIS, "harbor-city-police")
    wrote = {**RECEIVED, "family_name": SECRET, "facts": SECRET, "offices": "harbor-city-police"}

    files(office, Colour.RED, way="in", as_=ADA, **wrote)

    said = rendered(office)
    assert [each for each in said if SECRET in each] == []
    alerts = [each for each in said if "It concerns your office" in each]
    assert ["no basis for an arrest in the United States" in each for each in alerts] == [True]
