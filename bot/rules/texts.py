"""Plain words for states and steps: where a record stands, what comes next, and whose turn it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage.records.notices import NoticeState
from storage.records.reminders import RecordKind
from storage.records.requests import RequestState


@dataclass(frozen=True, slots=True)
class Standing:
    """One state in words."""

    words: str
    next_step: str
    next_by: str
    """Whose turn it is; empty when it is over."""


_DESK = "the desk"
_REQUESTER = "the requester"
_SECRETARIAT = "the General Secretariat"
_ABROAD = "the country asked"
_OVER = ("It is over; nobody owes anything.", "")

_NOTICES: Mapping[NoticeState, Standing] = {
    NoticeState.SUBMITTED: Standing("submitted", "An officer claims it and reviews it.", _DESK),
    NoticeState.REVIEW: Standing(
        "in review", "A second officer approves it, or the desk asks for what is missing.", _DESK
    ),
    NoticeState.NEEDS_INFO: Standing(
        "waiting for information", "The requester sends what is missing.", _REQUESTER
    ),
    NoticeState.LEGAL_REVIEW: Standing(
        "in legal review", "The prosecutor confirms that extradition will be sought.", "the prosecutor"
    ),
    NoticeState.APPROVED: Standing("approved", "The desk sends it to the General Secretariat.", _DESK),
    NoticeState.SENT: Standing(
        "sent to the General Secretariat",
        "The General Secretariat reviews it and publishes it.",
        _SECRETARIAT,
    ),
    NoticeState.IPSG_QUERY: Standing(
        "queried by the General Secretariat", "The desk answers the question.", _DESK
    ),
    NoticeState.PUBLISHED: Standing("published", "The desk re-examines it within five years.", _DESK),
    NoticeState.CIRCULATED: Standing(
        "circulated as a diffusion", "The countries that it names look for the person.", _ABROAD
    ),
    NoticeState.RECEIVED: Standing(
        "received, in force", "The US agencies concerned are alerted, and the desk answers a hit.", _DESK
    ),
    NoticeState.SUSPENDED: Standing("suspended", "The desk resumes or ends it within six months.", _DESK),
    NoticeState.INFO_RECEIVED: Standing(
        "information received", "The desk passes it on and decides whether to withdraw.", _DESK
    ),
    NoticeState.LOCATED: Standing("located", "The desk answers the country that found the person.", _DESK),
    NoticeState.ARRESTED: Standing(
        "provisionally arrested", "The prosecutor delivers the full extradition request.", "the prosecutor"
    ),
    NoticeState.EXTRADITION_PENDING: Standing(
        "extradition pending", "The country that holds the person decides.", _ABROAD
    ),
    NoticeState.RETURNED: Standing("returned", "The desk asks for the withdrawal.", _DESK),
    NoticeState.WITHDRAWAL_REQUESTED: Standing(
        "withdrawal requested", "The General Secretariat confirms the withdrawal.", _SECRETARIAT
    ),
    NoticeState.REJECTED: Standing("rejected by the desk", *_OVER),
    NoticeState.TAKEN_BACK: Standing("taken back by the requester", *_OVER),
    NoticeState.REFUSED: Standing("refused by the General Secretariat", *_OVER),
    NoticeState.WITHDRAWN: Standing("withdrawn", *_OVER),
    NoticeState.CANCELLED: Standing("cancelled by the General Secretariat", *_OVER),
    NoticeState.DELETED: Standing("deleted by decision of the CCF", *_OVER),
    NoticeState.EXPIRED: Standing("expired", *_OVER),
}

_REQUESTS: Mapping[RequestState, Standing] = {
    RequestState.SUBMITTED: Standing("submitted", "An officer claims it and reviews it.", _DESK),
    RequestState.INTAKE_REVIEW: Standing(
        "in intake review", "The desk checks it and asks for what is missing.", _DESK
    ),
    RequestState.NEEDS_INFO: Standing(
        "waiting for information", "The requester sends what is missing.", _REQUESTER
    ),
    RequestState.ACCEPTED: Standing("accepted", "The desk sends it to the country asked.", _DESK),
    RequestState.TRANSMITTED: Standing("transmitted", "The country asked confirms that it has it.", _ABROAD),
    RequestState.CORRECTING: Standing(
        "wrong abroad, to be corrected at once", "The desk sends the correction.", _DESK
    ),
    RequestState.AWAITING_REPLY: Standing("awaiting a reply", "The country asked replies.", _ABROAD),
    RequestState.FOLLOW_UP: Standing("being followed up", "The desk asks the country again.", _DESK),
    RequestState.ANSWERED: Standing("answered", "The desk passes the answer on and closes it.", _DESK),
    RequestState.CLOSED: Standing("closed", *_OVER),
    RequestState.REJECTED: Standing("rejected", *_OVER),
    RequestState.WITHDRAWN: Standing("withdrawn", *_OVER),
}

_STEPS: Mapping[str, str] = {
    "filed": "filed",
    "imported": "imported from an old register",
    "escalated": "escalated",
    "accept": "accepted",
    "info": "information sent by the requester",
    "transmit": "transmitted",
    "receipt": "receipt confirmed",
    "follow_up": "to be followed up",
    "asked_again": "asked again",
    "answer": "answered",
    "wrong": "found wrong abroad",
    "corrected": "correction sent",
    "reject": "rejected",
    "reopen": "reopened",
    "supplement": "details added",
    "tell": "told to a partner",
    "alert": "alerted to a US agency",
    "alert_acknowledged": "acknowledged by a US agency",
    "hand": "handed over",
    "merge": "merged into another request",
    "watch": "subject watched",
    "unwatch": "subject watched no more",
    "claim": "claimed",
    "close": "closed",
    "withdraw": "withdrawn by the requester",
    "ask_info": "asked for information",
    "info_received": "information received",
    "approve": "approved",
    "send": "sent to the General Secretariat",
    "query": "queried by the General Secretariat",
    "query_answered": "query answered",
    "publish": "published",
    "refuse": "refused by the General Secretariat",
    "suspend": "suspended",
    "resume": "resumed",
    "located": "located",
    "arrested": "provisionally arrested",
    "end": "ended",
    "legal_review": "sent to legal review",
    "take_back": "taken back by the requester",
    "circulate": "circulated as a diffusion",
    "replied": "country answered",
    "identified": "information came in",
    "extradition": "extradition requested",
    "returned": "returned",
    "goes_on": "stays in force",
    "ask_withdrawal": "withdrawal asked for",
    "withdrawn": "withdrawn",
    "called_off": "withdrawal called off",
    "update": "addendum sent",
    "travelled": "travel reported",
    "renew": "re-examined and renewed",
    "ccf_decided": "deletion decided by the CCF",
    "link": "linked to another record",
}


def notice_standing(state: NoticeState) -> Standing:
    return _NOTICES[state]


def request_standing(state: RequestState) -> Standing:
    return _REQUESTS[state]


def state_words(kind: RecordKind, state: str) -> str:
    """A state as people read it."""
    if kind is RecordKind.NOTICE:
        return _NOTICES[NoticeState(state)].words
    return _REQUESTS[RequestState(state)].words


def next_step(kind: RecordKind, state: str) -> str:
    """What happens next in this state, as a sentence."""
    if kind is RecordKind.NOTICE:
        return _NOTICES[NoticeState(state)].next_step
    return _REQUESTS[RequestState(state)].next_step


STAYS = frozenset(
    {
        "supplement",
        "tell",
        "alert",
        "alert_acknowledged",
        "hand",
        "watch",
        "unwatch",
        "escalated",
        "update",
        "travelled",
        "renew",
        "link",
    }
)
"""Steps that leave a record in its state: nobody reads that it came there once more."""


def step_words(step: str) -> str:
    """A step that was taken, as the history shows it."""
    return _STEPS.get(step, step.replace("_", " "))
