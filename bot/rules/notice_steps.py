"""Notice steps: from which state to which, under which label, and what each asks."""

from bot.rules import endings
from bot.rules.steps import Ask, AskKind, Offered, Step
from storage.records.notices import Colour, Notice, NoticeState

OVER = frozenset(
    {
        NoticeState.REFUSED,
        NoticeState.WITHDRAWN,
        NoticeState.CANCELLED,
        NoticeState.DELETED,
        NoticeState.EXPIRED,
    }
)
LIVE = frozenset(NoticeState) - OVER
STANDING = frozenset({NoticeState.PUBLISHED, NoticeState.SUSPENDED})
"""In force or paused: somebody looks again in months or years."""
PENDING = LIVE - STANDING
"""Somebody owes a step within days."""

_ENDABLE = frozenset(
    {
        NoticeState.PUBLISHED,
        NoticeState.SUSPENDED,
        NoticeState.INFO_RECEIVED,
        NoticeState.LOCATED,
        NoticeState.ARRESTED,
        NoticeState.EXTRADITION_PENDING,
        NoticeState.RETURNED,
        NoticeState.WITHDRAWAL_REQUESTED,
    }
)
_LOCATABLE = frozenset({Colour.RED, Colour.YELLOW, Colour.BLUE})


def _from(*states: NoticeState) -> frozenset[NoticeState]:
    return frozenset(states)


CLAIM, APPROVE, PUBLISH, ARRESTED, END = "claim", "approve", "publish", "arrested", "end"

STEPS: tuple[Step[NoticeState], ...] = (
    Step(
        name=CLAIM,
        label="Claim",
        starts=_from(NoticeState.SUBMITTED),
        to=NoticeState.REVIEW,
        primary=True,
    ),
    Step(
        name=APPROVE,
        label="Approve",
        starts=_from(NoticeState.REVIEW),
        to=NoticeState.APPROVED,
        primary=True,
    ),
    Step(
        name="ask_info",
        label="Ask for information",
        starts=_from(NoticeState.REVIEW),
        to=NoticeState.NEEDS_INFO,
        asks=(Ask(name="missing", label="What is missing", kind=AskKind.TEXT),),
    ),
    Step(
        name="info_received",
        label="Information received",
        starts=_from(NoticeState.NEEDS_INFO),
        to=NoticeState.REVIEW,
        primary=True,
    ),
    Step(
        name="send",
        label="Sent to the General Secretariat",
        starts=_from(NoticeState.APPROVED),
        to=NoticeState.SENT,
        asks=(
            Ask(name="message_reference", label="Message reference", kind=AskKind.LINE),
            Ask(name="sent_on", label="Date sent", kind=AskKind.DATE),
        ),
        primary=True,
    ),
    Step(
        name=PUBLISH,
        label="Published",
        starts=_from(NoticeState.SENT),
        to=NoticeState.PUBLISHED,
        asks=(
            Ask(
                name="control_number",
                label="Control number",
                kind=AskKind.LINE,
                hint="Such as A-1234/5-2020.",
            ),
            Ask(name="published_on", label="Date of publication", kind=AskKind.DATE),
        ),
        primary=True,
    ),
    Step(
        name="query",
        label="Queried",
        starts=_from(NoticeState.SENT),
        to=NoticeState.IPSG_QUERY,
        asks=(
            Ask(name="asked_on", label="Date of the question", kind=AskKind.DATE),
            Ask(name="answer_due", label="When the answer is due, in its words", kind=AskKind.LINE),
        ),
    ),
    Step(
        name="query_answered",
        label="Query answered",
        starts=_from(NoticeState.IPSG_QUERY),
        to=NoticeState.SENT,
        primary=True,
    ),
    Step(
        name="refuse",
        label="Refused",
        starts=_from(NoticeState.SENT),
        to=NoticeState.REFUSED,
        asks=(Ask(name="reason", label="Reason of the refusal", kind=AskKind.TEXT),),
        danger=True,
    ),
    Step(
        name="located",
        label="Located",
        starts=_from(NoticeState.PUBLISHED),
        to=NoticeState.LOCATED,
        primary=True,
    ),
    Step(
        name=ARRESTED,
        label="Arrested",
        starts=_from(NoticeState.PUBLISHED, NoticeState.LOCATED),
        to=NoticeState.ARRESTED,
        asks=(
            Ask(
                name="arrested_on",
                label="Date of the provisional arrest",
                kind=AskKind.DATE,
                hint="The full extradition request is due 40 to 60 days later, by the treaty.",
            ),
        ),
    ),
    Step(
        name="suspend",
        label="Suspend",
        starts=_from(NoticeState.PUBLISHED),
        to=NoticeState.SUSPENDED,
        asks=(Ask(name="justification", label="Justification", kind=AskKind.TEXT),),
    ),
    Step(
        name="resume",
        label="Resume",
        starts=_from(NoticeState.SUSPENDED),
        to=NoticeState.PUBLISHED,
        primary=True,
    ),
    Step(name=END, label="End", starts=_ENDABLE, to=None, asks=endings.ASKS, danger=True),
)

_BY_NAME = {step.name: step for step in STEPS}


def step_named(name: str) -> Step[NoticeState] | None:
    return _BY_NAME.get(name)


def is_open(step: Step[NoticeState], notice: Notice) -> bool:
    """Whether the step stands open in the notice's state, for its colour."""
    if step.to is NoticeState.LOCATED and notice.colour not in _LOCATABLE:
        return False
    if step.to is NoticeState.ARRESTED and notice.colour is not Colour.RED:
        return False
    return notice.state in step.starts


def offered(notice: Notice) -> tuple[Offered, ...]:
    """The steps that stand open on the card, in the order of its buttons."""
    return tuple(step.offered() for step in STEPS if is_open(step, notice))
