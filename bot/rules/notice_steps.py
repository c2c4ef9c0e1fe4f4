"""Notice steps: from which state to which, who may take each, and what it asks.

Each asks what shows it: a date, a reference, a reason. For which notices a step is, `notice_offers` says.
One table, long as it is: the whole life of a notice is read here from top to bottom.
"""

from dataclasses import replace

from bot.rules import criteria, endings
from bot.rules.notice_forms.common import ENTITY_ID
from bot.rules.notice_states import AFTER, IN_FORCE, LIVE, STANDING, UNSENT
from bot.rules.permissions import Act
from bot.rules.request_steps import HAND as HAND_REQUEST
from bot.rules.request_steps import INFO as INFO_OF_REQUEST
from bot.rules.steps import Ask, AskKind, Step
from bot.rules.telling import MESSAGE, SENT_ON
from storage.records.notices import NoticeState

EVIDENCE = Ask(
    name="evidence",
    label="What shows it",
    kind=AskKind.LINE,
    hint="Reference and date of the message or decision.",
)
REASON = Ask(name="reason", label="Why", kind=AskKind.TEXT)
_MISSING = Ask(name="missing", label="What is missing", kind=AskKind.TEXT)


def _from(*states: NoticeState) -> frozenset[NoticeState]:
    return frozenset(states)


def _on(name: str, label: str) -> Ask:
    return Ask(name=name, label=label, kind=AskKind.DATE)


CLAIM = Step(
    name="claim",
    label="Claim",
    starts=_from(NoticeState.SUBMITTED),
    to=NoticeState.REVIEW,
    primary=True,
)
LEGAL = Step(
    name="legal_review",
    label="Legal review",
    starts=_from(NoticeState.REVIEW),
    to=NoticeState.LEGAL_REVIEW,
    asks=(
        Ask(
            name="reviewer",
            label="Who looks at the law of it",
            kind=AskKind.LINE,
            hint="Prosecutor's office, and the Office of International Affairs.",
        ),
    ),
    primary=True,
)
APPROVE = Step(
    name="approve",
    label="Approve",
    starts=_from(NoticeState.REVIEW, NoticeState.LEGAL_REVIEW),
    to=NoticeState.APPROVED,
    asks=(criteria.ASK,),
    primary=True,
)
ASK_INFO = Step(
    name="ask_info",
    label="Ask for information",
    starts=_from(NoticeState.REVIEW, NoticeState.LEGAL_REVIEW, NoticeState.APPROVED),
    to=NoticeState.NEEDS_INFO,
    asks=(_MISSING,),
)
INFO = Step(
    name=INFO_OF_REQUEST.name,
    label=INFO_OF_REQUEST.label,
    starts=_from(NoticeState.NEEDS_INFO),
    to=NoticeState.REVIEW,
    asks=INFO_OF_REQUEST.asks,
    primary=True,
    taker=Act.FILE,
)
INFO_RECEIVED = replace(INFO, name="info_received", label="Information received", taker=Act.WORK)
REJECT = Step(
    name="reject",
    label="Reject",
    starts=_from(NoticeState.REVIEW, NoticeState.NEEDS_INFO, NoticeState.LEGAL_REVIEW),
    to=NoticeState.REJECTED,
    asks=(
        replace(
            criteria.FAILED,
            label="What does not hold?",
            choices=(*criteria.CRITERIA, ("condition", "A condition of its publication")),
        ),
        replace(REASON, label="Why, for the requester"),
    ),
    danger=True,
)
TAKE_BACK = Step(
    name="take_back",
    label="Take back",
    starts=UNSENT,
    to=NoticeState.TAKEN_BACK,
    danger=True,
    taker=Act.WITHDRAW,
)
SEND = Step(
    name="send",
    label="Sent to the General Secretariat",
    starts=_from(NoticeState.APPROVED),
    to=NoticeState.SENT,
    asks=(MESSAGE, SENT_ON),
    primary=True,
)
CIRCULATE = Step(
    name="circulate",
    label="Circulated",
    starts=_from(NoticeState.APPROVED),
    to=NoticeState.CIRCULATED,
    asks=(MESSAGE, SENT_ON),
    primary=True,
)
PUBLISH = Step(
    name="publish",
    label="Published",
    starts=_from(NoticeState.SENT),
    to=NoticeState.PUBLISHED,
    asks=(
        Ask(name="control_number", label="Control number", kind=AskKind.LINE, hint="Such as A-1234/5-2020."),
        _on("published_on", "Date of publication"),
        ENTITY_ID,
    ),
    primary=True,
)
QUERY = Step(
    name="query",
    label="Queried",
    starts=_from(NoticeState.SENT, NoticeState.CIRCULATED),
    to=NoticeState.IPSG_QUERY,
    asks=(
        Ask(name="question", label="What the General Secretariat asks", kind=AskKind.TEXT),
        _on("asked_on", "Date of the question"),
        replace(_on("answer_due", "Answer due on"), future=True),
    ),
)
QUERY_ANSWERED = Step(
    name="query_answered",
    label="Query answered",
    starts=_from(NoticeState.IPSG_QUERY),
    to=None,
    asks=(MESSAGE, SENT_ON),
    primary=True,
)
REFUSE = Step(
    name="refuse",
    label="Refused",
    starts=_from(NoticeState.SENT, NoticeState.IPSG_QUERY),
    to=NoticeState.REFUSED,
    asks=(replace(REASON, label="Reason of the refusal"), EVIDENCE),
    danger=True,
)
LOCATED = Step(
    name="located",
    label="Located",
    starts=IN_FORCE,
    to=NoticeState.LOCATED,
    asks=(
        _on("located_on", "Located on"),
        Ask(name="located_in", label="In which country?", kind=AskKind.NATIONS),
        Ask(
            name="safe",
            label="Is the person safe?",
            kind=AskKind.CHOICE,
            choices=(("yes", "Yes"), ("no", "No"), ("unknown", "Not known")),
        ),
        EVIDENCE,
    ),
    primary=True,
)
REPLIED = Step(
    name="replied",
    label="Country answered",
    starts=_from(NoticeState.LOCATED),
    to=None,
    asks=(MESSAGE, SENT_ON),
    primary=True,
)
IDENTIFIED = Step(
    name="identified",
    label="Information came",
    starts=IN_FORCE,
    to=NoticeState.INFO_RECEIVED,
    asks=(
        _on("came_on", "Date of the information"),
        Ask(name="came_from", label="From which country?", kind=AskKind.NATIONS),
        Ask(name="information", label="What it says", kind=AskKind.TEXT),
        EVIDENCE,
    ),
)
ARRESTED = Step(
    name="arrested",
    label="Arrested",
    starts=IN_FORCE | {NoticeState.LOCATED},
    to=NoticeState.ARRESTED,
    asks=(
        _on("arrested_on", "Date of the provisional arrest"),
        Ask(name="arrested_in", label="In which country?", kind=AskKind.COUNTRY),
        Ask(
            name="treaty_days",
            label="Days of the treaty until the full request",
            kind=AskKind.LINE,
            required=False,
            shape=endings.DAYS,
            hint="40 to 60 by most treaties (7 FAM 1621.1). Empty: the shortest.",
        ),
        EVIDENCE,
    ),
)
EXTRADITION = Step(
    name="extradition",
    label="Extradition requested",
    starts=_from(NoticeState.ARRESTED),
    to=NoticeState.EXTRADITION_PENDING,
    asks=(_on("requested_on", "Full request delivered on"), EVIDENCE),
    primary=True,
)
RETURNED = Step(
    name="returned",
    label="Returned",
    starts=IN_FORCE | {NoticeState.LOCATED, NoticeState.ARRESTED, NoticeState.EXTRADITION_PENDING},
    to=NoticeState.RETURNED,
    asks=(_on("returned_on", "Date of the physical return"), EVIDENCE),
)
GOES_ON = Step(
    name="goes_on",
    label="Goes on",
    starts=AFTER - {NoticeState.RETURNED},
    to=None,
    asks=(replace(REASON, label="Why it stays in force"), replace(EVIDENCE, required=False)),
)
SUSPEND = Step(
    name="suspend",
    label="Suspend",
    starts=_from(NoticeState.PUBLISHED, NoticeState.RECEIVED),
    to=NoticeState.SUSPENDED,
    asks=(
        Ask(name="justification", label="Justification", kind=AskKind.TEXT),
        _on("suspended_on", "Suspended on"),
        EVIDENCE,
    ),
)
RESUME = Step(
    name="resume",
    label="Resume",
    starts=_from(NoticeState.SUSPENDED),
    to=None,
    asks=(_on("resumed_on", "Resumed on"), EVIDENCE),
    primary=True,
)
ASK_WITHDRAWAL = Step(
    name="ask_withdrawal",
    label="Ask for withdrawal",
    starts=AFTER
    | {NoticeState.SENT, NoticeState.IPSG_QUERY, NoticeState.PUBLISHED, NoticeState.CIRCULATED}
    | {NoticeState.SUSPENDED},
    to=NoticeState.WITHDRAWAL_REQUESTED,
    asks=endings.WITHDRAWAL,
)
WITHDRAWN = Step(
    name="withdrawn",
    label="Withdrawn",
    starts=_from(NoticeState.WITHDRAWAL_REQUESTED),
    to=NoticeState.WITHDRAWN,
    asks=(_on("withdrawn_on", "Withdrawn on"), EVIDENCE),
    primary=True,
)
CALLED_OFF = Step(
    name="called_off",
    label="Withdrawal called off",
    starts=_from(NoticeState.WITHDRAWAL_REQUESTED),
    to=None,
    asks=(REASON, replace(EVIDENCE, required=False)),
)
END = Step(
    name="end",
    label="Ended",
    starts=AFTER | STANDING | {NoticeState.WITHDRAWAL_REQUESTED},
    to=None,
    asks=endings.ASKS,
    danger=True,
)
SUPPLEMENT = Step(name="supplement", label="Add details", starts=LIVE, to=None, taker=Act.FILE, aside=True)
"""Its form is the notice's own, section by section: `bot.desk.notice_supplementing`."""
UPDATE = Step(
    name="update",
    label="Addendum sent",
    starts=IN_FORCE,
    to=None,
    asks=(Ask(name="addendum", label="What was added or changed", kind=AskKind.TEXT), MESSAGE, SENT_ON),
    aside=True,
)
TRAVELLED = Step(
    name="travelled",
    label="Travel reported",
    starts=IN_FORCE,
    to=None,
    asks=(
        _on("travelled_on", "Date of the journey"),
        Ask(name="travelled_to", label="To which country?", kind=AskKind.NATIONS),
        EVIDENCE,
    ),
    aside=True,
)
RENEW = Step(
    name="renew",
    label="Renew",
    starts=_from(NoticeState.PUBLISHED, NoticeState.CIRCULATED),
    to=None,
    asks=(
        _on("renewed_on", "Re-examined and renewed on"),
        replace(REASON, label="Why it is still needed"),
        EVIDENCE,
    ),
    aside=True,
)
CCF_DECIDED = Step(
    name="ccf_decided",
    label="CCF decided: delete",
    starts=AFTER | STANDING | {NoticeState.WITHDRAWAL_REQUESTED},
    to=None,
    asks=(_on("decided_on", "Date of the decision"), EVIDENCE),
    aside=True,
)
"""The General Secretariat carries it out within a month; *Ended otherwise* says that it has."""
LINK = Step(
    name="link",
    label="Link",
    starts=LIVE,
    to=None,
    asks=(
        Ask(
            name="linked",
            label="Which notice or request of the same case?",
            kind=AskKind.LINE,
            hint="Such as NT-2026-00007 or LR-2026-00042.",
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
HAND = Step(
    name=HAND_REQUEST.name,
    label=HAND_REQUEST.label,
    starts=LIVE - {NoticeState.SUBMITTED},
    to=None,
    asks=HAND_REQUEST.asks,
    aside=True,
)

STEPS: tuple[Step[NoticeState], ...] = (
    CLAIM, LEGAL, APPROVE, INFO_RECEIVED, SEND, CIRCULATE, PUBLISH, QUERY_ANSWERED, REPLIED, LOCATED,
    IDENTIFIED, ARRESTED, EXTRADITION, RETURNED, RESUME, WITHDRAWN, GOES_ON, QUERY, SUSPEND, ASK_INFO,
    ASK_WITHDRAWAL,
    CALLED_OFF, REFUSE, REJECT, END, SUPPLEMENT, UPDATE, TRAVELLED, RENEW, CCF_DECIDED, ALERT, LINK, HAND,
    INFO, TAKE_BACK,
)  # fmt: skip
"""In the order of the buttons."""
OF_THE_FILER = frozenset({INFO.name, TAKE_BACK.name})
"""The card in the channel is not theirs: these stand in the message to whoever filed it."""
DISCLOSES = frozenset(
    {SEND.name, CIRCULATE.name, UPDATE.name, QUERY_ANSWERED.name, REPLIED.name, ASK_WITHDRAWAL.name}
)
"""By these something leaves the desk."""
_BY_NAME = {step.name: step for step in STEPS}


IMPORTED = "imported"
"""What the history says of a notice that came from an old register: no step that anybody takes."""


def step_named(name: str) -> Step[NoticeState] | None:
    return _BY_NAME.get(name)
