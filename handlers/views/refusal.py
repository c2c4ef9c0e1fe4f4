"""A refusal, a busy desk and an apology, as people read them."""

from handlers.views.blocks import Message, View, cut, line, modal, person, words
from storage.records.people import PersonId

NOT_DONE = "That did not work."
BUSY = "The desk is busy; nothing was saved. Try again in a moment."
UNKNOWN_PERSON = "I could not check who you are, so nothing was done. Try again in a minute."
SENTENCE_LIMIT = 1000


def message(sentence: str, *, holder: PersonId | None = None) -> Message:
    """A sentence that may quote what somebody typed: in rich text, and not in the notification.

    `holder` is whoever has the record, when it is somebody else.
    """
    has_it = [words(" It is with "), person(holder), words(".")] if holder else []
    return Message(text=NOT_DONE, blocks=[line(words(short(sentence)), *has_it)])


def which_one(usage: str) -> Message:
    """To whoever named nothing; `usage` is the whole line as it is typed."""
    return message(f"Which one? Type it so: {usage}")


def apology(reference: str) -> str:
    return (
        "Something went wrong on our side, and I cannot say that it was saved. Try again in a moment; "
        f"if it stays, give the operator this number: {reference}."
    )


def command_center(telephone: str) -> str:
    """What stands behind each failure of a page."""
    return f"If it cannot wait, call the command center: {telephone}."


def short(sentence: str) -> str:
    return cut(sentence, SENTENCE_LIMIT)


def as_modal(message: Message) -> View:
    """The same message where no message can be shown."""
    return modal("Liaison desk", message.blocks or [line(words(message.text))])
