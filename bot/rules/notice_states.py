"""The states of a notice, by what they have in common."""

from storage.records.notices import Colour, Means, Notice, NoticeState
from storage.records.requests import Direction

OVER = frozenset(
    {
        NoticeState.REJECTED,
        NoticeState.TAKEN_BACK,
        NoticeState.REFUSED,
        NoticeState.WITHDRAWN,
        NoticeState.CANCELLED,
        NoticeState.DELETED,
        NoticeState.EXPIRED,
    }
)
LIVE = frozenset(NoticeState) - OVER
IN_FORCE = frozenset({NoticeState.PUBLISHED, NoticeState.CIRCULATED, NoticeState.RECEIVED})
STANDING = IN_FORCE | {NoticeState.SUSPENDED}
"""In force or paused: somebody looks again in months or years."""
PENDING = LIVE - STANDING
"""Somebody owes a step within days."""
UNSENT = frozenset(
    {
        NoticeState.SUBMITTED,
        NoticeState.REVIEW,
        NoticeState.NEEDS_INFO,
        NoticeState.LEGAL_REVIEW,
        NoticeState.APPROVED,
    }
)
"""Nobody abroad has heard of it."""
AFTER = frozenset(
    {
        NoticeState.INFO_RECEIVED,
        NoticeState.LOCATED,
        NoticeState.ARRESTED,
        NoticeState.EXTRADITION_PENDING,
        NoticeState.RETURNED,
    }
)
"""What it was published for has happened, or has begun to."""


def in_force(notice: Notice) -> NoticeState:
    """The state in which a notice of this direction and these means is in force."""
    if notice.direction is Direction.INCOMING:
        return NoticeState.RECEIVED
    return NoticeState.CIRCULATED if notice.means is Means.DIFFUSION else NoticeState.PUBLISHED


def with_secretariat(notice: Notice) -> NoticeState:
    """Where it waits for the General Secretariat; a diffusion is in force while it is reviewed."""
    return NoticeState.CIRCULATED if notice.means is Means.DIFFUSION else NoticeState.SENT


def awaits_approval(notice: Notice) -> bool:
    """Whether the second pair of eyes is due: of a Red Notice after the legal review (RPD article 86)."""
    legal = notice.colour is Colour.RED
    return notice.state is (NoticeState.LEGAL_REVIEW if legal else NoticeState.REVIEW)
