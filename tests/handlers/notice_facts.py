"""What the desk tells the views of notices, for tests of them: plain, and filled in to the brim."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.desk import cards
from bot.desk.notice_facts import Linked, NoticeCard, NoticeDetails, NoticeFiled, NoticeTimeline
from bot.desk.request_facts import AlertFacts
from bot.rules import checklist, conditions, deadlines, notice_offers, notices
from bot.rules.notice_states import UNSENT
from handlers.forms.fields import LINE_LIMIT
from handlers.views.blocks import cut
from storage.records.drafts import Draft
from storage.records.notices import Colour, Means, Notice, NoticeState, RecordEvent
from storage.records.reminders import RecordKind
from storage.records.requests import Direction
from tests.handlers import brim, request_facts
from tests.handlers.examples import ADA, NOW, event, notice
from tests.notice_samples import RECEIVED, WHOLE

OUT, IN = Direction.OUTGOING, Direction.INCOMING
LINKED = tuple(
    Linked(reference=f"NT-2026-{number:05}", colour=Colour.YELLOW, state=NoticeState.WITHDRAWAL_REQUESTED)
    for number in range(10)
)
"""As many as are looked for, each in the state with the longest words."""


def of_colour(colour: Colour, way: Direction = OUT, **changes: Any) -> Notice:
    """A whole one; answers are added to it, and one that is None is left out."""
    answers = WHOLE[colour] if way is OUT else RECEIVED
    given: Mapping[str, str | None] = {**answers, **changes.pop("answers", {})}
    kept = {name: each for name, each in given.items() if each and name not in notices.COLUMNS}
    made = replace(notice(colour), answers=kept, direction=way, agency_id="example-city-police")
    return replace(made, **{"state": notice_state(way), **changes})


def notice_state(way: Direction) -> NoticeState:
    """In which one of that direction is first looked at."""
    return NoticeState.REVIEW if way is OUT else NoticeState.RECEIVED


def filled(
    colour: Colour,
    means: Means = Means.NOTICE,
    way: Direction = OUT,
    *,
    text: str = brim.LONGEST,
    **changes: Any,
) -> Notice:
    """Every answer is as long as its field takes; changes are the record's, or answers'."""
    answers = brim.answers(brim.whole_notice(colour, means, way), text) | changes.pop("answers", {})
    line = cut(text, LINE_LIMIT)
    made = replace(
        notice(colour, line=line),
        answers={name: answer for name, answer in answers.items() if name not in notices.COLUMNS},
        agency_id="example-city-police",
        direction=way,
        means=means,
    )
    return replace(made, **{"state": notice_state(way), **changes})


def notice_card(of: Notice | None = None, **changes: Any) -> NoticeCard:
    """As the desk makes it; changes are the card's."""
    of = of or of_colour(Colour.RED)
    items = checklist.of_notice(of)
    unsent = of.state in UNSENT
    card = NoticeCard(
        id=of.id,
        reference=of.reference,
        colour=of.colour,
        direction=of.direction,
        means=of.means,
        country=of.country,
        agency_name=cards.agency(of),
        state=of.state,
        state_since=of.state_since,
        owner=of.owner,
        due_at=of.due_at,
        due_is_desk_default=deadlines.is_desk_default(of.state),
        control_number=of.control_number,
        approved_by=of.approved_by,
        priority=notices.priority_of(of),
        about="A missing child",
        request_reference="LR-2026-00042",
        offered=notice_offers.offered(of),
        missing=cards.missing_of_notice(of, items),
        failed=tuple(item.label for item in items if item.failed) if unsent else (),
        warnings=conditions.warnings(notices.findings_of(of)) if unsent else (),
        items=items,
        version=of.version,
    )
    return replace(card, **changes)


def own_card(of: Notice, **changes: Any) -> NoticeCard:
    """As whoever filed it has it."""
    return notice_card(of, offered=notice_offers.offered_to_filer(of), **changes)


def notice_details(of: Notice | None = None, *, works: bool = True, **changes: Any) -> NoticeDetails:
    """As an officer sees it; a requester's has no log."""
    of = of or of_colour(Colour.RED)
    details = NoticeDetails(
        notice=of,
        events=(event(brim.TEXT),) * 30,
        items=checklist.of_notice(of),
        warnings=conditions.warnings(notices.findings_of(of)) if of.state in UNSENT else (),
        linked=LINKED,
        told=tuple(request_facts.disclosure(number) for number in range(30)) if works else (),
        alerts=(request_facts.alert(1), replace(request_facts.alert(2), acknowledged_at=NOW))
        if works
        else (),
        alike=request_facts.OTHERS if works else (),
        protected=notices.is_protected(of),
        may_name=True,
    )
    return replace(details, **changes)


def notice_filed(of: Notice, **changes: Any) -> NoticeFiled:
    made = NoticeFiled(
        notice=of,
        missing=cards.missing_of_notice(of, checklist.of_notice(of)),
        warnings=conditions.warnings(notices.findings_of(of)),
    )
    return replace(made, **changes)


def notice_timeline(steps: int, *, left_out: int = 0) -> NoticeTimeline:
    """Each step as long in words as there is one, and nine days after the one before."""
    return NoticeTimeline(
        reference="NT-2026-00007",
        events=tuple(_step(number) for number in range(steps)),
        left_out=left_out,
    )


def _step(number: int) -> RecordEvent:
    made = event(step="alert_acknowledged", state=NoticeState.IPSG_QUERY)
    return replace(made, at=NOW + timedelta(days=9 * number), evidence={})


def alert_of_notice(colour: Colour = Colour.RED, **changes: Any) -> AlertFacts:
    facts = replace(request_facts.alert_facts(), record_kind=RecordKind.NOTICE, record_id="n1")
    named = replace(facts, reference="NT-2026-00007", kind=None, colour=colour, arrives_on=None)
    return replace(named, **changes)


def draft(colour: Colour = Colour.RED, means: Means = Means.NOTICE, way: Direction = OUT) -> Draft:
    about = {"means": means.value, "direction": way.value, "country": "BA"}
    made = request_facts.draft(form=colour.value)
    return replace(made, person=ADA, answers={**made.answers, **about})
