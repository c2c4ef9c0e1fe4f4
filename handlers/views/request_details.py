"""Everything of a request in a modal, for somebody who may see it; the read has been audited before."""

from collections.abc import Callable, Iterator, Sequence

from bot.desk.request_facts import RequestDetails
from bot.rules import request_offers, request_steps
from bot.rules.checklist import Item
from bot.rules.kinds import KINDS, form_of
from bot.rules.partners import PARTNERS
from bot.rules.requests import NAME, WHO
from bot.rules.steps import Ask
from bot.rules.telling import AUTHORITIES, CONTENTS, COUNTRY
from bot.rules.texts import state_words
from handlers import action_ids
from handlers.views.blocks import (
    Block,
    View,
    actions,
    button,
    context,
    divider,
    fields,
    line,
    modal,
    our_field,
    ours,
    said_field,
    section,
    told,
    words,
)
from handlers.views.details import events_told
from handlers.views.filed import LATE
from handlers.views.words import (
    CHANNELS,
    DIRECTIONS,
    PRIORITIES,
    DeskWords,
    ending,
    mention,
    owner,
)
from storage.records.disclosures import Disclosure
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, LiaisonRequest, Partner

FILER = "Whoever filed it, in Slack"
SHOWN_LETTERS = 4
"""Of a masked answer, from its end."""
MOST_BLOCKS = 100
"""A view holds no more."""
LOGGED = 10
"""Entries of the log that are shown, of all that are kept."""
TOGETHER = 25
"""Lines of the checklist in one section, which holds 3000 characters."""
SHORT = 150
"""Letters of an answer that fits into a column."""


def view(details: RequestDetails, desk: DeskWords) -> View:
    facts = details.request
    blocks = [
        *_heading(facts, desk),
        *_limits(details, desk),
        *told("Agency", facts.agency_name),
        *told("Case number", facts.agency_case),
        *told("Contact", facts.contact or FILER),
        *_caller(facts),
        *(told("Facts", facts.facts) if facts.facts else []),
        *_answers(facts, desk),
        *_naming(details),
        divider(),
        *_items(details.items),
        *(_for_officers(details, desk) if details.works else []),
        *events_told(RecordKind.REQUEST, details.events, desk, _asks_of(facts)),
    ]
    return modal(facts.reference, _fitting(blocks))


def _asks_of(facts: LiaisonRequest) -> Callable[[str], Sequence[Ask]]:
    """What a step of this request asks, with the endings and partners of its kind."""

    def asks(step_name: str) -> Sequence[Ask]:
        step = request_steps.step_named(step_name)
        return request_offers.asks_of(step, facts) if step else ()

    return asks


def _heading(facts: LiaisonRequest, desk: DeskWords) -> list[Block]:
    ended = ending(facts.kind, facts.outcome)
    return fields(
        our_field("Kind", KINDS[facts.kind].label),
        our_field("Direction", DIRECTIONS[facts.direction]),
        our_field("Country", desk.country(facts.country)),
        our_field("Offence", desk.offence(facts.offence)),
        our_field("Priority", PRIORITIES[facts.priority]),
        our_field("State", state_words(RecordKind.REQUEST, facts.state)),
        our_field("Owner", owner(facts.owner)),
        our_field("Filed by", mention(facts.filed_by)),
        *([our_field("Ended", ended)] if ended else []),
    )


def _limits(details: RequestDetails, desk: DeskWords) -> list[Block]:
    outgoing = details.request.direction is Direction.OUTGOING
    notes = [
        *([LATE] if details.late and outgoing else []),
        *([f"To be sent by {desk.moment(details.send_by)} (desk default)."] if details.send_by else []),
        *(
            [f"The provider keeps the evidence until {desk.moment(details.preserved_until)}."]
            if details.preserved_until
            else []
        ),
    ]
    return [context(note) for note in notes]


def _caller(facts: LiaisonRequest) -> list[Block]:
    if facts.on_behalf is None:
        return []
    way = CHANNELS[facts.on_behalf.channel]
    return told(f"Reached us by: {way}. Call back", facts.on_behalf.call_back)


def _asks(facts: LiaisonRequest) -> Iterator[Ask]:
    """What its form asks and was answered; the name of a protected subject is one of them."""
    form = form_of(facts.kind, facts.direction)
    return (ask for ask in (form.asks if form else ()) if facts.answers.get(ask.name))


def _answers(facts: LiaisonRequest, desk: DeskWords) -> list[Block]:
    """Short answers in two columns, long ones whole below."""
    shown = [(ask.label, _shown(ask, facts, desk)) for ask in _asks(facts)]
    short = [said_field(label, answer) for label, answer in shown if len(answer) <= SHORT]
    long = [part for label, answer in shown if len(answer) > SHORT for part in told(label, answer)]
    return [*fields(*short), *long]


def _naming(details: RequestDetails) -> list[Block]:
    protected = KINDS[details.request.kind].protects and details.request.answers.get("family_name")
    if not protected or not details.may_name:
        return []
    return actions(button("Show the name", action_ids.SHOW_NAME, details.request.id))


def named(facts: LiaisonRequest) -> View:
    """Whom a protected request is about."""
    asks = [ask for ask in _asks(facts) if ask.name in WHO]
    return modal(facts.reference, fields(*(said_field(ask.label, facts.answers[ask.name]) for ask in asks)))


def _shown(ask: Ask, facts: LiaisonRequest, desk: DeskWords) -> str:
    answer = facts.answers[ask.name]
    if ask.masked:
        return "\n".join(_masked(piece) for piece in answer.split("\n"))
    return desk.answer(ask, _protected(ask, facts, answer))


def _protected(ask: Ask, facts: LiaisonRequest, answer: str) -> str:
    """Victims and children by initials and the year of birth only."""
    if not KINDS[facts.kind].protects:
        return answer
    if ask.name in NAME:
        return f"{answer[:1]}. (initial only)"
    return answer[:4] if ask.name == "birth" else answer


def _masked(piece: str) -> str:
    return f"…{piece[-SHOWN_LETTERS:]}" if len(piece) > SHOWN_LETTERS else "…"


def _items(items: Sequence[Item]) -> list[Block]:
    if not items:
        return []
    lines = [
        f":white_check_mark: {item.label}"
        if item.done
        else f":black_square_button: {item.label} ({item.owed_by})"
        for item in items
    ]
    lines = ["*Checklist*", *lines]
    return [
        section(ours("\n".join(lines[start : start + TOGETHER]))) for start in range(0, len(lines), TOGETHER)
    ]


def _for_officers(details: RequestDetails, desk: DeskWords) -> list[Block]:
    facts = details.request
    watch = "off" if details.watched else "on"
    label = "Stop watching the subject" if details.watched else "Watch the subject"
    return [
        *_log(details.told, desk),
        *([context(f"About the same: {', '.join(details.alike)}")] if details.alike else []),
        *_alerts(details),
        *actions(
            button("Text to copy", action_ids.COPY_TEXT, facts.id),
            button(label, action_ids.watch(watch), facts.id),
        ),
    ]


def _log(told_to: Sequence[Disclosure], desk: DeskWords) -> list[Block]:
    """The third-agency log, newest first."""
    heading = [section(ours("*Told to others* (third-agency log)"))] if told_to else []
    entries = [block for each in reversed(told_to[-LOGGED:]) for block in _logged(each, desk)]
    more = len(told_to) - LOGGED
    return [*heading, *entries, *([context(f"And {more} earlier entries.")] if more > 0 else [])]


def _logged(each: Disclosure, desk: DeskWords) -> list[Block]:
    what = (
        f"{each.told_on}: {recipient(each.recipient, desk)}; {CONTENTS[each.content].lower()}; "
        f"authority: {AUTHORITIES[each.authority].lower()}; written down by {mention(each.by)}"
    )
    reference = [line(words(f"Message: {each.reference}"))] if each.reference else []
    return [context(what), *reference]


def recipient(code: str, desk: DeskWords) -> str:
    """Whom an entry of the log names, as mrkdwn."""
    name, _, country = code.partition(":")
    if name == COUNTRY:
        return f"the bureau of {desk.country(country)}"
    return PARTNERS[Partner(name)].label


def _alerts(details: RequestDetails) -> list[Block]:
    waiting = sum(each.acknowledged_at is None for each in details.alerts)
    if not details.alerts:
        return []
    return [context(f"US agencies alerted: {len(details.alerts)}; {waiting} have not acknowledged")]


def _fitting(blocks: list[Block]) -> list[Block]:
    if len(blocks) <= MOST_BLOCKS:
        return blocks
    return [*blocks[: MOST_BLOCKS - 1], context("Older steps have no room here.")]
