"""Short answers after something was done: what has happened, and what happens next."""

from datetime import datetime

from bot.desk.facts import Opened
from bot.rules.texts import Standing, notice_standing, request_standing, state_words
from handlers.views.blocks import Message, ours, section
from handlers.views.words import DeskWords, mention
from storage.records.escalations import Escalation
from storage.records.notices import Notice
from storage.records.reminders import RecordKind
from storage.records.requests import LiaisonRequest


def request_filed(request: LiaisonRequest, desk: DeskWords) -> Message:
    due = f" You have an answer by {desk.moment(request.due_at)}." if request.due_at else ""
    return _filed(request.reference, request_standing(request.state), f"{due} `/liaison status")


def notice_filed(notice: Notice) -> Message:
    return _filed(notice.reference, notice_standing(notice.state), " `/notice status")


def moved(kind: RecordKind, record: LiaisonRequest | Notice) -> Message:
    state = state_words(kind, record.state)
    return _sentence(f"{record.reference} is now {state}", f"*{record.reference}* is now {state}.")


def paged(opened: Opened, desk: DeskWords) -> Message:
    """To whoever paged: that it is on its way, and what to do when it cannot wait."""
    page = opened.page
    about = f" about {page.record_reference}" if page.record_reference else ""
    what = "is open already, and your words were added to it" if opened.joined else "is on its way"
    nobody = " Nobody is on duty, so it goes to the next officer at once." if page.nobody_on_duty else ""
    return _sentence(
        f"Page {page.reference} {what}",
        f"Page *{page.reference}*{about} {what}.{nobody} If it cannot wait, call the command center: "
        f"{desk.telephone}.",
    )


def acknowledged(page: Escalation) -> Message:
    return _sentence(
        f"You have {page.reference}", f"You have *{page.reference}*. Press Resolve when it is done."
    )


def hurried(page: Escalation) -> Message:
    return _sentence(f"{page.reference} goes on", f"*{page.reference}* goes to the next of the ladder now.")


def resolved(page: Escalation) -> Message:
    by = f" by {mention(page.resolved_by)}" if page.resolved_by else ""
    return _sentence(f"{page.reference} is resolved", f"*{page.reference}* is resolved{by}.")


def snoozed(until: datetime, desk: DeskWords) -> Message:
    return _sentence("Snoozed", f"The owner is reminded again {desk.moment(until)}.")


def _filed(reference: str, standing: Standing, how: str) -> Message:
    return _sentence(
        f"{reference} is filed",
        f"*{reference}* is filed. What happens next: {standing.next_step}{how} {reference}` tells where it "
        "stands.",
    )


def _sentence(text: str, words: str) -> Message:
    return Message(text=text, blocks=[section(ours(words))])
