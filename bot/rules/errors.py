"""What a person at the desk can be told when something cannot be done.

DeskError              a sentence for the person, shown as it is
├── NoSuchDraft        it was sent, thrown away, too old or is another person's: the same words for all
├── InvalidForm        one sentence per field, shown beside it
├── NotYet             the record is not where this step begins, or somebody was faster
│   └── Overtaken      somebody's change came between reading and writing; looking again may help
└── Refusal            not allowed; written to the audit trail
    └── NoSuchRecord   not there or not to be seen: the same words for both
"""

from collections.abc import Mapping

from storage.records.people import PersonId

STALE = "It has changed since you looked, so nothing was saved. "


class DeskError(Exception):
    """A person's mistake or bad luck, in a sentence that says what to do."""


class InvalidForm(DeskError):
    """Fields that need another look: a sentence for each, by the field's name."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = dict(errors)


class NotYet(DeskError):
    """The record has moved on, or is not where this step begins. Nothing was changed.

    `holder` is whoever has it; the sentence names nobody, because only the edge can write a mention.
    """

    def __init__(self, sentence: str, *, holder: PersonId | None = None) -> None:
        super().__init__(sentence)
        self.holder = holder


def taken_already(holder: PersonId | None, asker: str) -> NotYet:
    """For everybody but the first of several who click at once; `asker` is a person or another actor."""
    if holder == asker:
        return NotYet("You have it already.", holder=holder)
    return NotYet("It is already with somebody: nothing was changed.", holder=holder)


class Overtaken(NotYet):
    """Somebody else's change was committed between this one's reading and writing."""

    def __init__(self) -> None:
        super().__init__("Somebody changed it at the same moment, so nothing of yours was saved. Look again.")


class NoSuchDraft(DeskError):
    """It is not there any more, or never was this person's."""

    def __init__(self) -> None:
        super().__init__("This draft is not there any more: it was sent, thrown away, or grew too old.")


class Refusal(DeskError):
    """Somebody asked for what their role does not allow."""


class NoSuchRecord(Refusal):
    """There is no such record, or the asker may not know that there is."""

    def __init__(self, asked: str) -> None:
        super().__init__(
            f"I found nothing for “{asked}” that you may see. Check the reference, such as "
            f"{'ES-2026-00003' if asked.upper().startswith('ES') else 'NT-2026-00007 or LR-2026-00042'}, "
            "or ask the desk."
        )
