"""Retention: when a record that is over may be erased.

The bureau keeps a file seven years after its case was closed (INTERPOL Washington's FOIA page, 2012). Data of
another country are deleted once their purpose has ended (RPD). The policy names both times.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.rules import notice_states, requests
from bot.rules.policy import Policy
from bot.rules.records import kind_of
from storage.records.notices import Notice
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, LiaisonRequest

Record = LiaisonRequest | Notice


def over_states(kind: RecordKind) -> frozenset[str]:
    """In which a record of this kind is over."""
    return frozenset(notice_states.OVER if kind is RecordKind.NOTICE else requests.OVER)


def kept_for(policy: Policy, *, received: bool) -> timedelta:
    """How long a record is kept once it is over; `received`: it is another country's notice."""
    return policy.retention.received if received else policy.retention.own


def cutoff(kind: RecordKind, now: datetime, policy: Policy) -> datetime:
    """What is over since a later moment than this is not due, whatever it is."""
    own, received = (kept_for(policy, received=each) for each in (False, True))
    return now - (min(own, received) if kind is RecordKind.NOTICE else own)


def due_at(record: Record, policy: Policy, notices: Collection[Notice] = ()) -> datetime | None:
    """When a record may be erased; None while it is not over.

    A request waits for the notices that come from it: a case is over when its last record is.
    """
    moments = [_due_alone(each, policy) for each in (record, *notices)]
    known = [moment for moment in moments if moment is not None]
    return max(known) if len(known) == len(moments) else None


def _due_alone(record: Record, policy: Policy) -> datetime | None:
    kind = kind_of(record)
    if record.state not in over_states(kind):
        return None
    received = isinstance(record, Notice) and record.direction is Direction.INCOMING
    return record.state_since + kept_for(policy, received=received)
