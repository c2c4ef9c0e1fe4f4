"""Everything about a page by words, for whoever finds no button: `/escalate ack ES-2026-00003` and so on."""

import re

from bot.desk.desk import Desk
from bot.rules import references
from handlers.answers import Answer
from handlers.asking import Asked
from handlers.forms import hand as hand_form
from handlers.forms import note as note_form
from handlers.forms import resolve as resolve_form
from handlers.modals import Modals
from handlers.router import Subcommand, subcommand
from handlers.views import confirmations, page_list, pages, timeline
from handlers.views.words import DeskWords
from storage.records.escalations import EscalationId
from storage.records.people import PersonId

REFERENCE = "ES-2026-00003"
_USER = re.compile(r"[UW][A-Z0-9]{2,}")


class PageCommands:
    def __init__(self, desk: Desk, words: DeskWords, modals: Modals) -> None:
        self._desk = desk
        self._words = words
        self._modals = modals

    def subcommands(self, command: str) -> tuple[Subcommand, ...]:
        """Each takes the words behind it only when they begin with a page's reference.

        All other words page somebody: `/escalate resolve the situation at the gate` is an emergency.
        """
        of_a_page = (
            ("ack", "", "take a page, or say that you are still on it", self.acknowledge),
            ("next", "", "tell the next of the ladder at once", self.hurry),
            ("hand", "", "ask another officer to take it over, by a form", self.hand),
            ("note", " [words]", "add a note for the details", self.note),
            ("resolve", " [what came of it]", "end it", self.resolve),
            ("status", "", "say where it stands", self.status),
            ("timeline", "", "say who was told when and how", self.timeline),
        )
        return (
            *(
                subcommand(
                    command,
                    name,
                    act,
                    usage=f"{REFERENCE}{more}",
                    words=words,
                    needs_words=True,
                    only_with=_begins_with_a_page,
                )
                for name, more, words, act in of_a_page
            ),
            subcommand(
                command, "list", self.list, words="every page that is not resolved", only_with=_nothing
            ),
            subcommand(
                command,
                "report",
                self.report,
                usage="[2026-11]",
                words="the figures of a month, for supervisors",
                only_with=_is_a_month_at_most,
            ),
        )

    def acknowledge(self, asked: Asked) -> Answer:
        escalation_id, _ = self._named(asked)
        page = self._desk.escalations.acknowledge(asked.actor, escalation_id)
        return confirmations.acknowledged(page, self._words)

    def hurry(self, asked: Asked) -> Answer:
        escalation_id, _ = self._named(asked)
        return confirmations.hurried(self._desk.escalations.escalate_now(asked.person, escalation_id))

    def hand(self, asked: Asked) -> Answer:
        """Slack sends a mention as it was typed, which names nobody for sure; so the form asks."""
        escalation_id, words = self._named(asked)
        if not _USER.fullmatch(words):
            self._modals.open(asked.trigger_id, hand_form.render(escalation_id=escalation_id))
            return None
        officer = PersonId(words)
        return confirmations.handed(
            self._desk.escalations.hand(asked.person, escalation_id, officer), officer
        )

    def note(self, asked: Asked) -> Answer:
        escalation_id, words = self._named(asked)
        if not words:
            form = note_form.render(escalation_id=escalation_id, limit=self._limit)
            self._modals.open(asked.trigger_id, form)
            return None
        return confirmations.noted(self._desk.escalations.note(asked.person, escalation_id, words))

    def resolve(self, asked: Asked) -> Answer:
        escalation_id, words = self._named(asked)
        if not words:
            form = resolve_form.render(escalation_id=escalation_id, limit=self._limit)
            self._modals.open(asked.trigger_id, form)
            return None
        return confirmations.resolved(self._desk.escalations.resolve(asked.person, escalation_id, words))

    def status(self, asked: Asked) -> Answer:
        reference, _ = references.leading(asked.text)
        return pages.standing(self._desk.escalations.status(asked.person, reference or ""), self._words)

    def timeline(self, asked: Asked) -> Answer:
        escalation_id, _ = self._named(asked)
        found = self._desk.escalations.timeline(asked.person, escalation_id)
        return timeline.message(found, self._words)

    def list(self, asked: Asked) -> Answer:
        return page_list.message(self._desk.escalations.listing(asked.person), self._words)

    def report(self, asked: Asked) -> Answer:
        found = self._desk.escalations.report(asked.person, asked.text, self._words.zone)
        return page_list.report(found, self._words)

    @property
    def _limit(self) -> int:
        return self._words.text_limit

    def _named(self, asked: Asked) -> tuple[EscalationId, str]:
        """The page that the words begin with, and what stands behind it. Raises Refusal."""
        reference, words = references.leading(asked.text)
        return self._desk.escalations.found(asked.person, reference or ""), words


def _begins_with_a_page(words: str) -> bool:
    reference, _ = references.leading(words)
    return not words or (reference is not None and reference.startswith(references.ESCALATION))


def _nothing(words: str) -> bool:
    return not words


def _is_a_month_at_most(words: str) -> bool:
    return not words or re.fullmatch(r"\d{4}-\d{1,2}", words) is not None
