"""Request steps: from which state to which, who may take each, and what it asks."""

from dataclasses import replace

from bot.rules import criteria
from bot.rules.permissions import Act
from bot.rules.requests import LIVE, OVER
from bot.rules.steps import Ask, AskKind, Step
from bot.rules.telling import AUTHORITY, CONTENT, MESSAGE, REQUIREMENTS, SENT_ON
from storage.records.requests import RequestState

_ABROAD = frozenset(
    {RequestState.TRANSMITTED, RequestState.AWAITING_REPLY, RequestState.FOLLOW_UP, RequestState.ANSWERED}
)
"""The other side has it."""


def _from(*states: RequestState) -> frozenset[RequestState]:
    return frozenset(states)


CLAIM = Step(
    name="claim",
    label="Claim",
    starts=_from(RequestState.SUBMITTED),
    to=RequestState.INTAKE_REVIEW,
    primary=True,
)
ACCEPT = Step(
    name="accept",
    label="Accept",
    starts=_from(RequestState.INTAKE_REVIEW),
    to=RequestState.ACCEPTED,
    asks=(criteria.ASK,),
    primary=True,
)
ASK_INFO = Step(
    name="ask_info",
    label="Ask for information",
    starts=_from(RequestState.INTAKE_REVIEW, RequestState.ACCEPTED),
    to=RequestState.NEEDS_INFO,
    asks=(Ask(name="missing", label="What is missing", kind=AskKind.TEXT),),
)
INFO = Step(
    name="info",
    label="Send what is missing",
    starts=_from(RequestState.NEEDS_INFO),
    to=RequestState.INTAKE_REVIEW,
    asks=(
        Ask(
            name="information",
            label="Your answer to the desk",
            kind=AskKind.TEXT,
            hint="In words. No images and no web addresses; files are not taken.",
        ),
    ),
    primary=True,
    taker=Act.FILE,
)
INFO_RECEIVED = replace(INFO, name="info_received", label="Information received", taker=Act.WORK)
TRANSMIT = Step(
    name="transmit",
    label="Transmitted",
    starts=_from(RequestState.ACCEPTED),
    to=RequestState.TRANSMITTED,
    asks=(REQUIREMENTS, MESSAGE, SENT_ON, CONTENT, AUTHORITY),
    primary=True,
)
RECEIPT = Step(
    name="receipt",
    label="Receipt confirmed",
    starts=_from(RequestState.TRANSMITTED),
    to=RequestState.AWAITING_REPLY,
    primary=True,
)
FOLLOW_UP = Step(
    name="follow_up",
    label="Follow up",
    starts=_from(RequestState.TRANSMITTED, RequestState.AWAITING_REPLY),
    to=RequestState.FOLLOW_UP,
)
ASKED_AGAIN = Step(
    name="asked_again",
    label="Asked again",
    starts=_from(RequestState.FOLLOW_UP),
    to=RequestState.AWAITING_REPLY,
    asks=(MESSAGE, SENT_ON),
    primary=True,
)
ANSWER = Step(
    name="answer",
    label="Answered",
    starts=_from(RequestState.TRANSMITTED, RequestState.AWAITING_REPLY, RequestState.FOLLOW_UP),
    to=RequestState.ANSWERED,
    asks=(
        Ask(name="answer", label="The answer, for the requester", kind=AskKind.TEXT),
        Ask(name="answered_on", label="Date of the answer", kind=AskKind.DATE),
    ),
)
WRONG = Step(
    name="wrong",
    label="Wrong: correct it",
    starts=_ABROAD | {RequestState.CLOSED},
    to=RequestState.CORRECTING,
    asks=(Ask(name="error", label="What is wrong", kind=AskKind.TEXT),),
    danger=True,
)
CORRECTED = Step(
    name="corrected",
    label="Correction sent",
    starts=_from(RequestState.CORRECTING),
    to=RequestState.TRANSMITTED,
    asks=(MESSAGE, SENT_ON),
    primary=True,
)
CLOSE = Step(
    name="close",
    label="Close",
    starts=LIVE - {RequestState.SUBMITTED, RequestState.CORRECTING},
    to=RequestState.CLOSED,
    asks=(
        Ask(name="outcome", label="How it ended", kind=AskKind.CHOICE),
        Ask(
            name="note",
            label="What the requester was told",
            kind=AskKind.TEXT,
            required=False,
            hint="Needed when it ended otherwise than the list says.",
        ),
    ),
)
REJECT = Step(
    name="reject",
    label="Reject",
    starts=_from(RequestState.INTAKE_REVIEW, RequestState.NEEDS_INFO),
    to=RequestState.REJECTED,
    asks=(criteria.FAILED, Ask(name="reason", label="Why, for the requester", kind=AskKind.TEXT)),
    danger=True,
)
WITHDRAW = Step(
    name="withdraw",
    label="Withdraw",
    starts=LIVE - {RequestState.CORRECTING},
    to=RequestState.WITHDRAWN,
    danger=True,
    taker=Act.WITHDRAW,
)
REOPEN = Step(
    name="reopen",
    label="Reopen",
    starts=OVER,
    to=RequestState.INTAKE_REVIEW,
    asks=(Ask(name="reason", label="Why it goes on", kind=AskKind.TEXT),),
    taker=Act.OVERRIDE,
)
SUPPLEMENT = Step(name="supplement", label="Add details", starts=LIVE, to=None, taker=Act.FILE, aside=True)
"""Its form is the request's own, section by section: `bot.desk.supplementing`."""
TELL = Step(
    name="tell",
    label="Tell a partner",
    starts=LIVE - {RequestState.SUBMITTED},
    to=None,
    asks=(
        Ask(name="recipient", label="Whom", kind=AskKind.CHOICE),
        Ask(
            name="recipient_country",
            label="Which country?",
            kind=AskKind.COUNTRY,
            required=False,
            hint="Only for another National Central Bureau.",
        ),
        CONTENT,
        AUTHORITY,
        replace(SENT_ON, label="When they were told"),
        replace(MESSAGE, required=False),
    ),
    aside=True,
)
HAND = Step(
    name="hand",
    label="Hand over",
    starts=LIVE - {RequestState.SUBMITTED},
    to=None,
    asks=(Ask(name="officer", label="To which officer?", kind=AskKind.OFFICER),),
    aside=True,
)
MERGE = Step(
    name="merge",
    label="Merge",
    starts=LIVE - {RequestState.CORRECTING},
    to=RequestState.CLOSED,
    asks=(
        Ask(
            name="into",
            label="Into which request?",
            kind=AskKind.LINE,
            hint="Such as LR-2026-00042. This one is closed as its duplicate.",
        ),
        Ask(
            name="reason",
            label="Why both are about the same",
            kind=AskKind.TEXT,
            required=False,
            hint="Needed unless name, document, case or address show it.",
        ),
    ),
    aside=True,
)
ALERT = Step(
    name="alert",
    label="Alert an agency",
    starts=LIVE,
    to=None,
    asks=(Ask(name="alerted", label="Which US agency?", kind=AskKind.AGENCY),),
    aside=True,
)
WATCH = Step(name="watch", label="Watch the subject", starts=frozenset(RequestState), to=None, aside=True)
UNWATCH = replace(WATCH, name="unwatch", label="Stop watching")

STEPS = (
    CLAIM, ACCEPT, INFO_RECEIVED, TRANSMIT, CORRECTED, RECEIPT, ASKED_AGAIN, ANSWER, FOLLOW_UP, ASK_INFO,
    CLOSE, REJECT, WRONG, REOPEN, SUPPLEMENT, TELL, ALERT, HAND, MERGE, WATCH, UNWATCH, INFO, WITHDRAW,
)  # fmt: skip
"""In the order of the buttons."""
OF_THE_FILER = frozenset({INFO.name, WITHDRAW.name})
"""The card in the channel is not theirs: these stand in the message to whoever filed it."""
DISCLOSES = frozenset({TRANSMIT.name, ASKED_AGAIN.name, CORRECTED.name, TELL.name})
"""By these something leaves the desk."""
_BY_NAME = {step.name: step for step in STEPS}


def step_named(name: str) -> Step[RequestState] | None:
    return _BY_NAME.get(name)
