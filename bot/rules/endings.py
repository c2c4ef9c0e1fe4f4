"""Endings: what ends a notice, and what overrides the condition of an end."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.rules.errors import InvalidForm, Refusal
from bot.rules.steps import Ask, AskKind
from storage.records.notices import Colour, NoticeState

ENDS = (
    (NoticeState.WITHDRAWN, "Withdrawn by this desk"),
    (NoticeState.CANCELLED, "Cancelled by the General Secretariat"),
    (NoticeState.DELETED, "Deleted by decision of the CCF"),
    (NoticeState.EXPIRED, "Expired after five years"),
)
"""Who acts differs: the bureau withdraws, the General Secretariat cancels, the CCF decides a deletion."""

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

KEPT_UNTIL_RETURN = frozenset({Colour.RED, Colour.YELLOW})
"""Usually not cancelled until the person has physically returned (COPS Office Dispatch, October 2013)."""

ASKS = (
    Ask(
        name="end",
        label="How it ended",
        kind=AskKind.CHOICE,
        choices=tuple((state.value, label) for state, label in ENDS),
    ),
    Ask(
        name="returned_on",
        label="Date of physical return",
        kind=AskKind.DATE,
        required=False,
        hint="Needed to withdraw a Red or Yellow Notice.",
    ),
    Ask(
        name="override",
        label="Reason to end it without a return",
        kind=AskKind.CHOICE,
        required=False,
        choices=OVERRIDES,
        hint="A supervisor may give one.",
    ),
    Ask(
        name="evidence",
        label="Reference of the decision or message",
        kind=AskKind.LINE,
        required=False,
        hint="Needed when it was cancelled or deleted.",
    ),
)


def end(
    colour: Colour,
    answers: Mapping[str, str],
    *,
    supervisor: bool,
    published_on: date | None,
    lifetime: timedelta,
    today: date,
) -> NoticeState:
    """The end that these answers prove.

    Raises InvalidForm when the end's condition is not met, Refusal when only a supervisor may override it.
    `published_on` is None for a notice whose publication was never recorded.
    """
    state = NoticeState(answers["end"])
    if state is NoticeState.WITHDRAWN:
        _check_withdrawn(colour, answers, supervisor=supervisor)
    elif state is NoticeState.EXPIRED:
        if not supervisor and (published_on is None or today < published_on + lifetime):
            raise InvalidForm({"end": "Its five years are not over. Only a supervisor may say so earlier."})
    elif "evidence" not in answers:
        raise InvalidForm({"evidence": "Give the reference of the decision that ended it."})
    return state


def _check_withdrawn(colour: Colour, answers: Mapping[str, str], *, supervisor: bool) -> None:
    if colour not in KEPT_UNTIL_RETURN or "returned_on" in answers:
        return
    if "override" not in answers:
        raise InvalidForm(
            {"returned_on": "Give the date of the physical return. A supervisor may override with a reason."}
        )
    if not supervisor:
        raise Refusal("Only a supervisor may end this notice before the physical return.")
