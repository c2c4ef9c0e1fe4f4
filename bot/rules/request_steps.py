"""Request steps: from which state to which, who may take each, and what it asks."""

from collections.abc import Mapping
from dataclasses import replace

from bot.rules import criteria
from bot.rules.kinds import KINDS, outcomes
from bot.rules.partners import PARTNERS
from bot.rules.permissions import Act
from bot.rules.requests import LIVE, OVER
from bot.rules.steps import Ask, AskKind, Offered, Step, When
from storage.records.disclosures import Authority, Content
from storage.records.requests import Direction, LiaisonRequest, Partner, RequestState

_ABROAD = frozenset(
    {RequestState.TRANSMITTED, RequestState.AWAITING_REPLY, RequestState.FOLLOW_UP, RequestState.ANSWERED}
)
"""The other side has it."""

CONTENTS: Mapping[Content, str] = {
    Content.REQUEST: "The request",
    Content.IDENTITY: "Identity",
    Content.LOCATION: "Whereabouts",
    Content.CRIMINAL_HISTORY: "Criminal history",
    Content.TRAVEL: "Travel",
    Content.REPLY: "A reply",
    Content.CORRECTION: "A correction",
}
AUTHORITIES: Mapping[Authority, str] = {
    Authority.REQUESTING_AGENCY: "The requesting agency",
    Authority.SOURCE_COUNTRY: "The country that it comes from",
    Authority.STATUTE: "A statute",
    Authority.SUPERVISOR: "The desk's supervisor",
}
_CONTENT = Ask(
    name="content",
    label="What they are told",
    kind=AskKind.CHOICE,
    choices=tuple(CONTENTS.items()),
    initial=Content.REQUEST,
)
_AUTHORITY = Ask(
    name="authority",
    label="On whose authority",
    kind=AskKind.CHOICE,
    choices=tuple(AUTHORITIES.items()),
    initial=Authority.REQUESTING_AGENCY,
    hint="What another agency or country gave goes on only with its consent.",
)
_REQUIREMENTS = Ask(
    name="requirements",
    label="What the country requires",
    kind=AskKind.CHOICES,
    choices=(("looked_at", "I have looked at it, and it is met or does not apply"),),
)
_MESSAGE = Ask(name="message_reference", label="Reference of the message", kind=AskKind.LINE)
_SENT_ON = Ask(name="sent_on", label="Date sent", kind=AskKind.DATE)


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
            label="What the desk asked for",
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
    asks=(_REQUIREMENTS, _MESSAGE, _SENT_ON, _CONTENT, _AUTHORITY),
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
    asks=(_MESSAGE, _SENT_ON),
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
    asks=(_MESSAGE, _SENT_ON),
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
        _CONTENT,
        _AUTHORITY,
        replace(_SENT_ON, label="When they were told"),
        replace(_MESSAGE, required=False),
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
COUNTRY = "country"
"""Recipient that is another National Central Bureau."""
_BY_NAME = {step.name: step for step in STEPS}


def step_named(name: str) -> Step[RequestState] | None:
    return _BY_NAME.get(name)


def asks_of(step: Step[RequestState], request: LiaisonRequest) -> tuple[Ask, ...]:
    """What the step asks of this request: the list of endings and of partners is its kind's."""
    incoming = request.direction is Direction.INCOMING
    asks = (ask for ask in step.asks if not (incoming and ask is _REQUIREMENTS))
    return tuple(_fitted(ask, request) for ask in asks)


def is_open(step: Step[RequestState], request: LiaisonRequest) -> bool:
    """Whether the step stands open in the request's state, for its kind."""
    row = KINDS[request.kind]
    if step is WRONG and not row.corrects:
        return False
    if step is ALERT and request.direction not in row.alerts:
        return False
    return request.state in step.starts


def offered(request: LiaisonRequest) -> tuple[Offered, ...]:
    """The steps that stand open on the card, in the order of its buttons."""
    others = OF_THE_FILER | {UNWATCH.name}
    return tuple(
        _offered(step, request) for step in STEPS if step.name not in others and is_open(step, request)
    )


def offered_to_filer(request: LiaisonRequest) -> tuple[Offered, ...]:
    """The steps that stand open for whoever filed it."""
    return tuple(_offered(step, request) for step in (INFO, SUPPLEMENT, WITHDRAW) if is_open(step, request))


def _offered(step: Step[RequestState], request: LiaisonRequest) -> Offered:
    return replace(step.offered(), asks=asks_of(step, request))


def _fitted(ask: Ask, request: LiaisonRequest) -> Ask:
    match ask.name:
        case "outcome":
            return replace(ask, choices=outcomes(request.kind))
        case "recipient":
            return replace(ask, choices=_recipients(request))
        case "recipient_country":
            return replace(ask, when=When(name="recipient", answers=frozenset({COUNTRY})))
        case "content" if request.direction is Direction.INCOMING:
            return replace(ask, initial=Content.REPLY)
        case _:
            return ask


def _recipients(request: LiaisonRequest) -> tuple[tuple[str, str], ...]:
    """This kind's own partners first."""
    own = KINDS[request.kind].told
    partners = (*own, *(each for each in Partner if each not in own))
    return (
        *((partner.value, PARTNERS[partner].label) for partner in partners),
        (COUNTRY, "Another National Central Bureau"),
    )
