"""Endings: what ends a notice, and what overrides the condition of an end.

Who acts differs: the bureau withdraws, the General Secretariat cancels, the CCF decides a deletion (RPD
article 81). Usually a notice is not cancelled until the person has physically returned to the United States
(COPS Office Dispatch, October 2013).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.rules.errors import InvalidForm, Refusal
from bot.rules.steps import Ask, AskKind, Shape
from storage.records.notices import Colour, Notice, NoticeState
from storage.records.requests import Direction

Answers = Mapping[str, str]
DAYS = Shape(
    pattern=r"[1-9]\d?|1[0-7]\d|180", sentence="Write the number of days, from 1 to 180, such as 45."
)
ENDS = (
    (NoticeState.CANCELLED, "Cancelled by the General Secretariat"),
    (NoticeState.DELETED, "Deleted by decision of the CCF"),
    (NoticeState.EXPIRED, "Expired after five years"),
)
WITHDRAWN_ABROAD = (NoticeState.WITHDRAWN, "Withdrawn by the country that it comes from")
WHYS = (
    ("achieved", "Its purpose is achieved"),
    ("no_basis", "It has no legal basis any more"),
    ("cannot_stand", "It cannot stand alone without another notice"),
    ("superseded", "Another notice takes its place"),
)
OVERRIDES = (
    ("warrant_quashed", "Warrant quashed"),
    ("prosecutor_declines", "Prosecutor declines extradition"),
    ("death", "Death of the person"),
    ("sentence_over", "Sentence served, or barred by time"),
    ("surrendered_elsewhere", "Surrendered to another state"),
    ("superseded", "Superseded by another notice"),
    ("error", "Issued in error"),
    ("ccf", "Decision of the CCF"),
)
RETURN = Ask(
    name="returned_on",
    label="Date of physical return",
    kind=AskKind.DATE,
    required=False,
    hint="Needed, unless a supervisor overrides.",
)
OVERRIDE = Ask(
    name="override",
    label="Reason to end it without a return",
    kind=AskKind.CHOICE,
    required=False,
    choices=OVERRIDES,
    hint="Only a supervisor may give one.",
)
REFERENCE = Ask(
    name="evidence",
    label="Reference of the decision or message",
    kind=AskKind.LINE,
)
WITHDRAWAL = (
    Ask(name="why", label="Why it is withdrawn", kind=AskKind.CHOICE, choices=WHYS),
    RETURN,
    OVERRIDE,
    Ask(name="message_reference", label="Reference of the message", kind=AskKind.LINE),
    Ask(name="sent_on", label="Date sent", kind=AskKind.DATE),
)
ASKS = (
    Ask(
        name="end",
        label="How it ended",
        kind=AskKind.CHOICE,
        choices=tuple((state.value, label) for state, label in ENDS),
    ),
    Ask(name="ended_on", label="Ended on", kind=AskKind.DATE),
    REFERENCE,
)


def is_kept_until_return(notice: Notice) -> bool:
    """A US notice on somebody who is wanted or missing, and not on one who has only to be identified."""
    if notice.direction is Direction.INCOMING:
        return False
    return notice.colour is Colour.RED or (
        notice.colour is Colour.YELLOW and notice.answers.get("subject") != "unidentified"
    )


def is_to_be_identified(notice: Notice) -> bool:
    """Whether information about the person is what it was published for."""
    return notice.colour is Colour.BLUE or notice.answers.get("subject") == "unidentified"


def asks_of_withdrawal(notice: Notice) -> tuple[Ask, ...]:
    """A return is only asked about where one is due and none is on record."""
    needs_return = is_kept_until_return(notice) and notice.state is not NoticeState.RETURNED
    return WITHDRAWAL if needs_return else tuple(ask for ask in WITHDRAWAL if ask not in (RETURN, OVERRIDE))


def asks_of_end(notice: Notice) -> tuple[Ask, ...]:
    if notice.direction is Direction.OUTGOING:
        return ASKS
    ends = tuple((state.value, label) for state, label in (WITHDRAWN_ABROAD, *ENDS))
    return tuple(replace(ask, choices=ends) if ask.name == "end" else ask for ask in ASKS)


def check_withdrawal(notice: Notice, answers: Answers, *, supervisor: bool) -> None:
    """Raises InvalidForm before the physical return, and Refusal for an override by anybody else."""
    if notice.state is NoticeState.RETURNED or not is_kept_until_return(notice) or "returned_on" in answers:
        return
    if "override" not in answers:
        raise InvalidForm(
            {"returned_on": "Give the date of the physical return. A supervisor may override with a reason."}
        )
    if not supervisor:
        raise Refusal("Only a supervisor may end this notice before the physical return.")


def check_expired(
    answers: Answers, *, in_force_since: date | None, lifetime: timedelta, supervisor: bool
) -> None:
    """Raises InvalidForm for an expiry before the notice's five years are over (RPD article 50).

    `in_force_since` is None for one whose publication was never recorded. A supervisor may say so earlier.
    """
    if answers["end"] != NoticeState.EXPIRED or supervisor:
        return
    if in_force_since is None or date.fromisoformat(answers["ended_on"]) < in_force_since + lifetime:
        raise InvalidForm({"end": "Its five years are not over. Only a supervisor may say so earlier."})


def check_resumed(answers: Answers, *, suspended_on: date, longest: timedelta, supervisor: bool) -> None:
    """Raises InvalidForm after six months of suspension, the most there is (RPD article 81)."""
    if not supervisor and date.fromisoformat(answers["resumed_on"]) > suspended_on + longest:
        raise InvalidForm(
            {
                "resumed_on": "Its six months of suspension are over. Ask for its withdrawal, or ask a "
                "supervisor to resume it."
            }
        )
