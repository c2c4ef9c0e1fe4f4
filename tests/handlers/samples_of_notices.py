"""Views of notices at their limits: hostile text as long as each field takes, and as much as can be."""

from collections.abc import Iterator, Mapping

from bot.rules import notice_steps
from handlers.forms import notice_beginning, step
from handlers.forms.notice_beginning import NoticeBeginning
from handlers.views import (
    agency_alerts,
    cards,
    checklists,
    confirmations,
    drafts,
    filed_notice,
    notice_details,
    notice_timeline,
    own_notice,
    refusal,
)
from handlers.views.blocks import Message, View
from storage.records.notices import Colour, Means, Notice, NoticeState
from storage.records.reminders import RecordKind
from storage.records.requests import Direction
from tests.handlers import brim, notice_facts
from tests.handlers.examples import DESK, LONG_LINE, LONGEST
from tests.handlers.notice_facts import IN, LINKED, of_colour
from tests.handlers.request_samples import ALIKE

FAMILY = of_colour(Colour.RED, answers={"matter": "family", "childrens_issues_on": "2026-01-07"})
"""Of which only a warning is said."""
FAILED = of_colour(Colour.RED, answers={"matter": "private", "penalty": "1 year", "warrant": None})
KNOWN = of_colour(Colour.YELLOW, answers={"whereabouts": "known"})


def hostile(
    colour: Colour, means: Means = Means.NOTICE, way: Direction = Direction.OUTGOING, **changes: object
) -> Notice:
    return notice_facts.filled(colour, means, way, text=LONGEST, **changes)


def in_every_state() -> Iterator[tuple[str, Notice]]:
    for colour, means, way in brim.NOTICES:
        for state in NoticeState:
            yield f"{way} {colour} {means} {state}", hostile(colour, means, way, state=state, agency_id=None)


MESSAGES: Mapping[str, Message] = {
    **{
        f"card of {name}": cards.notice(
            notice_facts.notice_card(of, linked=LINKED, alerted=400, acknowledged=399), DESK
        )
        for name, of in in_every_state()
    },
    **{
        f"card of one that {words}": cards.notice(notice_facts.notice_card(of), DESK)
        for words, of in (("is warned of", FAMILY), ("does not hold", FAILED), ("cannot be", KNOWN))
    },
    **{
        f"own {name}": own_notice.message(notice_facts.own_card(of, asked=LONGEST, linked=LINKED), DESK)
        for name, of in in_every_state()
        if of.direction is Direction.OUTGOING
    },
    "thread of a notice": notice_timeline.thread(notice_facts.notice_timeline(20, left_out=980), DESK),
    **{
        f"filed {way} {colour} {means}": filed_notice.message(
            notice_facts.notice_filed(hostile(colour, means, way), alike=ALIKE, linked=LINKED), DESK
        )
        for colour, means, way in brim.NOTICES
    },
    **{
        f"alert of a {colour} notice": agency_alerts.message(
            notice_facts.alert_of_notice(colour, agency=LONG_LINE), DESK
        )
        for colour in Colour
    },
    "call about a notice": agency_alerts.call(notice_facts.alert_of_notice(agency=LONG_LINE)),
    "drafts of notices": drafts.message([notice_facts.draft(each) for each in Colour], DESK),
    **{
        f"taken of a notice: {each.name}": confirmations.taken_of_notice(hostile(Colour.RED), each.name)
        for each in notice_steps.STEPS
    },
    "alert of a notice acknowledged": confirmations.alert_acknowledged(hostile(Colour.RED, way=IN)),
}


def step_forms() -> Iterator[tuple[str, View]]:
    """Of every step that any notice offers, to the desk and to whoever filed it."""
    for name, of in in_every_state():
        for card in (notice_facts.notice_card(of), notice_facts.own_card(of, asked=LONGEST)):
            for offered in card.offered:
                above = checklists.conditions(card.items, card.warnings)
                if form := step.of_card(RecordKind.NOTICE, card, offered.name, brim.LISTS, above):
                    yield f"step {offered.name} of {name}", form


VIEWS: Mapping[str, View] = {
    "notice beginning": notice_beginning.render(NoticeBeginning(key="k"), DESK),
    "notice beginning with all of it known": notice_beginning.render(
        NoticeBeginning(
            key="k",
            colour=Colour.SPECIAL,
            means=Means.DIFFUSION,
            direction=Direction.INCOMING,
            country="BA",
            unknown=LONGEST,
            note=LONGEST,
        ),
        DESK,
    ),
    **{
        f"{way} {colour} {means} details for {who}": notice_details.view(
            notice_facts.notice_details(hostile(colour, means, way), works=who == "an officer"), DESK
        )
        for colour, means, way in brim.NOTICES
        for who in ("an officer", "a requester")
    },
    "details of a named child": notice_details.view(
        notice_facts.notice_details(of_colour(Colour.YELLOW)), DESK
    ),
    **{
        f"name on a {colour} notice": notice_details.named(hostile(colour))
        for colour in (Colour.BLUE, Colour.YELLOW)
    },
    "timeline of a notice": notice_timeline.view(notice_facts.notice_timeline(100, left_out=900), DESK),
    "filed notice in a modal": refusal.as_modal(MESSAGES["filed outgoing red notice"]),
    **dict(step_forms()),
}
