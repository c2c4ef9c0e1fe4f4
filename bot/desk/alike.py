"""Records about the same subject: who files hears that there is one, and whoever works on either is told."""

from collections.abc import Collection, Sequence

from bot.desk import lookup, name_keys
from bot.desk.lookup import Record
from bot.desk.request_facts import Alike
from bot.desk.transaction import Transaction
from bot.rules import subjects
from bot.rules.records import kind_of
from bot.rules.steps import Sign
from storage.records.announcements import DESK, RecordsAlike, SubjectSeen, direct
from storage.records.notices import Notice
from storage.records.outbox import Lane
from storage.records.people import PersonId
from storage.records.requests import RequestId
from storage.records.subjects import SubjectKey

THE_DESK = "the desk"


def noted(tx: Transaction, record: Record, keys: Sequence[SubjectKey]) -> tuple[Alike, ...]:
    """Keeps by what a record is found; answers which others share a sign, after telling who works on them."""
    name_keys.keep(tx, record)
    for digest in sorted(key.digest for key in keys):
        # Two who file the same at one moment: the second waits here, and then sees the first.
        tx.stores.subjects.hold(digest)
    tx.stores.subjects.replace(record.id, keys)
    sharing = _sharing(tx, record)
    others = _others(tx, record, sharing)
    for other, _ in others:
        _tell_both(tx, record, other)
    of_a_person = [key.record_id for key in sharing if key.sign in subjects.OF_A_PERSON]
    _tell_watchers(tx, record, of_a_person)
    return tuple(_alike(tx, other, signs) for other, signs in others)


def again(tx: Transaction, record: Record) -> tuple[Alike, ...]:
    """As `noted`, for whoever sends the same form once more: nobody else is told anew."""
    return tuple(_alike(tx, other, signs) for other, signs in _others(tx, record, _sharing(tx, record)))


def of(tx: Transaction, record: Record) -> tuple[Record, ...]:
    """The records that share a sign with this one, for officers."""
    return tuple(other for other, _ in _others(tx, record, _sharing(tx, record)))


def _sharing(tx: Transaction, record: Record) -> Sequence[SubjectKey]:
    digests = [key.digest for key in tx.stores.subjects.of(record.id)]
    return tx.stores.subjects.sharing(digests, but=record.id)


def _others(
    tx: Transaction, record: Record, sharing: Sequence[SubjectKey]
) -> list[tuple[Record, tuple[str, ...]]]:
    """What belongs together is no news to anybody."""
    found: list[tuple[Record, tuple[str, ...]]] = []
    for record_id in dict.fromkeys(key.record_id for key in sharing):
        kind = next(key.record_kind for key in sharing if key.record_id == record_id)
        other = lookup.kept(tx.stores, kind, record_id)
        signs = tuple(key.sign for key in sharing if key.record_id == record_id)
        if other and _is_alike(record, other, signs) and not _belong_together(tx, record, other):
            found.append((other, signs))
    return found


def _belong_together(tx: Transaction, one: Record, other: Record) -> bool:
    """A request and the notices that come from it, and notices that somebody has linked."""
    requests = {each.request_id if isinstance(each, Notice) else each.id for each in (one, other)}
    if len(requests - {None}) == 1 and None not in requests:
        return True
    return isinstance(one, Notice) and other.id in tx.stores.links.of(one.id)


def _is_alike(one: Record, other: Record, signs: Collection[str]) -> bool:
    """Two notices of one case number are no duplicates: the child's and the abductor's have the same."""
    return not (isinstance(one, Notice) and isinstance(other, Notice) and set(signs) == {Sign.CASE})


def _tell_both(tx: Transaction, record: Record, other: Record) -> None:
    """Whoever has either of them; the desk for what nobody has, and once for both."""
    alike = RecordsAlike(
        record_kind=kind_of(record), record_id=record.id, reference=record.reference, other=other.reference
    )
    owners = [each.owner for each in (record, other)]
    for place in sorted({direct(each) if each and tx.can_answer(each) else DESK for each in owners}):
        tx.say(
            alike,
            place=place,
            lane=Lane.ANSWER,
            once_key=f"alike:{':'.join(sorted((record.id, other.id)))}:{place}",
            record_key=record.id,
        )


def _tell_watchers(tx: Transaction, record: Record, record_ids: Sequence[str]) -> None:
    for watch in tx.stores.subjects.watches(record_ids):
        watched = tx.stores.requests.get(RequestId(watch.record_id))
        if watched is None or not tx.can_answer(watch.person) or watch.person == PersonId(tx.actor):
            continue
        tx.say(
            SubjectSeen(
                record_kind=kind_of(record),
                record_id=record.id,
                reference=record.reference,
                watched=watched.reference,
            ),
            place=direct(PersonId(watch.person)),
            lane=Lane.ANSWER,
            once_key=f"seen:{record.id}:{watch.person}",
            record_key=record.id,
        )


def _alike(tx: Transaction, other: Record, signs: tuple[str, ...]) -> Alike:
    visible = lookup.is_visible(tx, other)
    unit = other.agency_name if other.agency_id else THE_DESK
    return Alike(unit=unit, signs=signs, reference=other.reference if visible else None)
