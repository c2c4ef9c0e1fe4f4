"""Short answers after something was done: what has happened, and what happens next."""

from collections.abc import Mapping

from bot.desk.facts import Opened
from bot.rules import notice_steps
from bot.rules.kinds import KINDS
from bot.rules.request_steps import step_named
from bot.rules.texts import state_words, step_words
from handlers import action_ids
from handlers.views.blocks import Message, actions, button, line, ours, section, words
from handlers.views.pages import SHOWN
from handlers.views.refusal import command_center
from handlers.views.words import PRIORITIES, DeskWords, mention, where_it_stands
from storage.records.escalations import Escalation
from storage.records.notices import Notice
from storage.records.people import Actor, PersonId
from storage.records.reminders import RecordKind
from storage.records.requests import LiaisonRequest


def moved(kind: RecordKind, record: LiaisonRequest | Notice) -> Message:
    state = state_words(kind, record.state)
    return _sentence(f"{record.reference} is now {state}", f"*{record.reference}* is now {state}.")


def taken(request: LiaisonRequest, step_name: str) -> Message:
    """A step of a request: the state that it led to, or what was done where the state stays."""
    step = step_named(step_name)
    if step is None or step.to is not None:
        return moved(RecordKind.REQUEST, request)
    done = f"{request.reference}: {step_words(step_name)}"
    return _sentence(done, f"*{request.reference}*: {step_words(step_name)}.")


def taken_of_notice(notice: Notice, step_name: str) -> Message:
    """A step of a notice: the state that it stands in, or what was done where the state stays."""
    step = notice_steps.step_named(step_name)
    if step is None or step.to is not None or not step.aside:
        return moved(RecordKind.NOTICE, notice)
    done = f"{notice.reference}: {step_words(step_name)}"
    return _sentence(done, f"*{notice.reference}*: {step_words(step_name)}.")


def card_posted(notice: Notice) -> Message:
    return _sentence(
        f"{notice.reference} has a card", f"The card of *{notice.reference}* stands in the desk channel now."
    )


def next_item(request: LiaisonRequest | None, desk: DeskWords) -> Message:
    """What an officer has now, with the way to it."""
    if request is None:
        return _sentence("Nothing waits", "Nothing waits for an officer now.")
    what = f"{KINDS[request.kind].label}, {desk.country(request.country)}"
    due = f" Due {desk.moment(request.due_at)}." if request.due_at else ""
    words = f"*{request.reference}* is yours now: {what}. {PRIORITIES[request.priority]}.{due}"
    details = button("Show details", action_ids.details(RecordKind.REQUEST), request.id)
    return Message(text=f"{request.reference} is yours", blocks=[section(ours(words)), *actions(details)])


def load(officers: Mapping[PersonId | None, tuple[int, int]]) -> Message:
    """Open requests of each officer."""
    lines = [
        f"{mention(who) if who else 'nobody yet'}: {count} open, {late} overdue"
        for who, (count, late) in officers.items()
    ]
    return _sentence("Load", "*Open requests*\n" + ("\n".join(lines) or "There are none."))


def alert_acknowledged(record: LiaisonRequest | Notice) -> Message:
    return _sentence(
        f"{record.reference} is acknowledged", f"The alert *{record.reference}* is acknowledged. Thank you."
    )


def watching(request: LiaisonRequest, *, on: bool) -> Message:
    words = (
        f"You hear of every new request and notice on the subject of *{request.reference}*."
        if on
        else f"You watch the subject of *{request.reference}* no more."
    )
    return _sentence(f"{request.reference}: {'watched' if on else 'not watched'}", words)


def paged(opened: Opened, desk: DeskWords) -> Message:
    """To whoever paged: that it is on its way, and what to do when it cannot wait."""
    page = opened.page
    about = f" about {page.record_reference}" if page.record_reference and not opened.not_found else ""
    what = "is open already, and your words were added to it" if opened.joined else "is on its way"
    if opened.joined and page.acknowledged_by:
        call = f"If they do not answer, call the command center: {desk.telephone}."
    else:
        call = command_center(desk.telephone)
    asking = where_it_stands(RecordKind.REQUEST, page.reference)
    notes = [f"Page *{page.reference}*{about} {what}.", *_notes(opened, desk), call, asking]
    blocks = [section(ours(" ".join(notes)))]
    if opened.not_found:
        blocks.append(
            line(words(f"I found nothing for “{opened.not_found}” that you may see, so it is not linked."))
        )
    return Message(text=f"Page {page.reference} {what}", blocks=blocks)


def _notes(opened: Opened, desk: DeskWords) -> list[str]:
    page, notes = opened.page, []
    if page.identity_unchecked:
        notes.append("I could not check who you are, so it is marked “identity unchecked”.")
    if page.acknowledged_by and page.acknowledged_at:
        notes.append(_with(opened, page.acknowledged_by, desk.moment(page.acknowledged_at)))
    else:
        notes += _on_its_way(opened)
    return notes


def _with(opened: Opened, holder: Actor, since: str) -> str:
    """A page that somebody has climbs no ladder, so its joiner must know whom to expect."""
    again = "they were told again" if opened.told_again else "the on-call channel was told again"
    return f"It is with {mention(holder)} since {since}{f'; {again}' if opened.joined else ''}."


def _on_its_way(opened: Opened) -> list[str]:
    page, notes = opened.page, []
    if page.nobody_on_duty:
        notes.append("Nobody is on duty, so it goes straight on to whoever can be told.")
    if page.told:
        told = ", ".join(mention(each) for each in page.told[:SHOWN])
        notes.append(f"It went to {told}{', and nobody has it yet' if opened.joined else ''}.")
    return notes


def acknowledged(page: Escalation, desk: DeskWords) -> Message:
    words = f"You have *{page.reference}*. Press Resolve when it is done."
    if page.next_step_at:
        words += f" {desk.moment(page.next_step_at)} the desk asks whether you are still on it."
    return _sentence(f"You have {page.reference}", words)


def handed(page: Escalation, officer: PersonId) -> Message:
    stays = "It stays where it is until they acknowledge it."
    return _sentence(
        f"{page.reference} is handed over", f"*{page.reference}* is handed to {mention(officer)}. {stays}"
    )


def noted(page: Escalation) -> Message:
    return _sentence(f"A note on {page.reference}", f"Your note stands in the details of *{page.reference}*.")


def hurried(page: Escalation) -> Message:
    return _sentence(f"{page.reference} goes on", f"*{page.reference}* goes to the next of the ladder now.")


def resolved(page: Escalation) -> Message:
    by = f" by {mention(page.resolved_by)}" if page.resolved_by else ""
    return _sentence(f"{page.reference} is resolved", f"*{page.reference}* is resolved{by}.")


def _sentence(text: str, words: str) -> Message:
    return Message(text=text, blocks=[section(ours(words))])
