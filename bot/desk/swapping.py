"""Swaps: an officer offers a turn of theirs to another, who takes it over or does not."""

from collections.abc import Iterator
from dataclasses import replace

from bot.desk.changing import changing
from bot.desk.ground import Ground
from bot.desk.roster_facts import OwnTurn, SwapFacts
from bot.desk.transaction import Transaction
from bot.rules.errors import DeskError, NotYet
from bot.rules.permissions import Act
from bot.rules.roster import AHEAD
from bot.rules.rota import turns
from storage.records.announcements import Surface, SurfaceKind, SwapAnswered, direct
from storage.records.outbox import Lane
from storage.records.people import SYSTEM, Person, PersonId
from storage.records.roster import Rotation, Swap, SwapState

MOST_OFFERED = 20
FAR = 6 * AHEAD
"""So far ahead turns are shown to be offered: half a year."""
_GONE = "This shift is not theirs to give any more: the rotation was changed, or it is over."


class Swaps:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def own_turns(self, asker: Person) -> tuple[OwnTurn, ...]:
        """What the asker may offer, the next first. Raises Refusal for whoever is no officer."""
        with self._ground.reading(asker, "roster.swap") as tx:
            tx.require(Act.TAKE_DUTY)
            found = sorted(_turns_of(tx, asker.id), key=lambda each: each.starts_at)
            return tuple(found[:MOST_OFFERED])

    def offer(self, asker: Person, rotation_id: str, turn: int, to: PersonId) -> SwapFacts:
        """Another officer is asked to take the turn over. Raises DeskError and Refusal."""
        with self._ground.transaction(asker, "roster.swap", to) as tx:
            tx.require(Act.TAKE_DUTY)
            tx.stores.roster.hold()
            if to == asker.id:
                raise DeskError("Choose somebody else than yourself.")
            if not tx.can_answer(to):
                raise DeskError("Only officers and supervisors can have the desk.")
            swap = Swap(
                id=tx.new_id(),
                rotation_id=rotation_id,
                turn=turn,
                offered_by=asker.id,
                offered_to=to,
                offered_at=tx.now,
            )
            if not (facts := _facts(tx, swap)).is_open:
                raise DeskError("This shift is not yours to give, or it is over. Look at `/oncall` again.")
            offered = tx.stores.roster.offered(asker.id)
            if any((each.rotation_id, each.turn) == (rotation_id, turn) for each in offered):
                raise DeskError("You have offered this shift already. Withdraw that offer first.")
            tx.stores.roster.add_swap(swap)
            tx.audit("turn", "offered_to")
            _show(tx, swap)
            return facts

    def accept(self, asker: Person, swap_id: str) -> SwapFacts:
        """The turn is the asker's, whenever it is moved to. Raises NotYet, DeskError and Refusal."""
        with self._ground.transaction(asker, "roster.swap.accept", swap_id) as tx:
            tx.require(Act.TAKE_DUTY)
            with changing(tx, tells=False):
                swap = _open(tx, asker, swap_id)
                accepted = _answered(tx, swap, SwapState.ACCEPTED)
                facts = _facts(tx, swap)
            _tell(tx, accepted, facts)
            return replace(facts, swap=accepted, is_open=False)

    def decline(self, asker: Person, swap_id: str) -> SwapFacts:
        """The turn stays whose it is. Raises NotYet, DeskError and Refusal."""
        with self._ground.transaction(asker, "roster.swap.decline", swap_id) as tx:
            tx.require(Act.TAKE_DUTY)
            swap = _open(tx, asker, swap_id)
            declined, facts = _answered(tx, swap, SwapState.DECLINED), _facts(tx, swap)
            _tell(tx, declined, facts)
            return replace(facts, swap=declined, is_open=False)

    def withdraw(self, asker: Person, swap_id: str) -> SwapFacts:
        """Whoever offered it keeps it. Raises NotYet once it was answered, DeskError and Refusal."""
        with self._ground.transaction(asker, "roster.swap.withdraw", swap_id) as tx:
            tx.require(Act.TAKE_DUTY)
            tx.stores.roster.hold()
            swap = tx.stores.roster.swap(swap_id)
            if swap is None or swap.offered_by != asker.id:
                raise DeskError("This is no offer of yours.")
            if swap.state is not SwapState.OFFERED:
                raise NotYet(f"It was {swap.state} already.", holder=swap.offered_to)
            withdrawn = _answered(tx, swap, SwapState.WITHDRAWN)
            return replace(_facts(tx, swap), swap=withdrawn, is_open=False)

    def facts(self, swap_id: str) -> SwapFacts | None:
        """As it is now, to be shown; nobody is asked whether they may see it."""
        with self._ground.reading(SYSTEM, "roster.swap") as tx:
            swap = tx.stores.roster.swap(swap_id)
            return _facts(tx, swap) if swap else None


def _open(tx: Transaction, asker: Person, swap_id: str) -> Swap:
    """An offer to the asker that can be answered."""
    swap = tx.stores.roster.swap(swap_id)
    if swap is None or swap.offered_to != asker.id:
        raise DeskError("This shift was not offered to you.")
    if swap.state is not SwapState.OFFERED:
        raise NotYet(f"It was {swap.state} already. Nothing was changed.", holder=swap.offered_by)
    if not _facts(tx, swap).is_open:
        raise NotYet(_GONE, holder=swap.offered_by)
    return swap


def _answered(tx: Transaction, swap: Swap, state: SwapState) -> Swap:
    answered = replace(swap, state=state, answered_at=tx.now, version=swap.version + 1)
    tx.stores.roster.save_swap(answered)
    tx.audit("state")
    _show(tx, answered)
    return answered


def _facts(tx: Transaction, swap: Swap) -> SwapFacts:
    rotation = next(
        (each for each in tx.stores.roster.rotations(tx.now) if each.id == swap.rotation_id), None
    )
    if rotation is None or swap.turn < 0:
        return SwapFacts(swap=swap, starts_at=None, ends_at=None, is_open=False)
    starts_at, ends_at = (turns.begins(rotation, swap.turn + each, tx.zone) for each in (0, 1))
    holder = turns.holder(rotation, swap.turn, tx.stores.roster.accepted([rotation.id]))
    goes_on = rotation.ends_at is None and ends_at > tx.now
    return SwapFacts(
        swap=swap,
        starts_at=starts_at,
        ends_at=ends_at,
        is_open=swap.state is SwapState.OFFERED and holder == swap.offered_by and goes_on,
    )


def _turns_of(tx: Transaction, person: PersonId) -> Iterator[OwnTurn]:
    for rotation in tx.stores.roster.rotations(tx.now):
        if rotation.ends_at is None:
            yield from _of_rotation(tx, rotation, person)


def _of_rotation(tx: Transaction, rotation: Rotation, person: PersonId) -> Iterator[OwnTurn]:
    swaps = tx.stores.roster.accepted([rotation.id])
    for turn in turns.turns_between(rotation, tx.now, tx.now + FAR, tx.zone):
        if turns.holder(rotation, turn, swaps) == person:
            yield OwnTurn(
                rotation_id=rotation.id,
                turn=turn,
                starts_at=turns.begins(rotation, turn, tx.zone),
                ends_at=turns.begins(rotation, turn + 1, tx.zone),
            )


def _tell(tx: Transaction, swap: Swap, facts: SwapFacts) -> None:
    """Whoever offered it hears what became of it."""
    assert facts.starts_at is not None, "what is open has its hours"
    assert facts.ends_at is not None, "what is open has its hours"
    tx.say(
        SwapAnswered(
            swap_id=swap.id,
            starts_at=facts.starts_at,
            ends_at=facts.ends_at,
            by=swap.offered_to,
            accepted=swap.state is SwapState.ACCEPTED,
        ),
        place=direct(swap.offered_by),
        lane=Lane.ANSWER,
        once_key=f"swap:{swap.id}",
        record_key=swap.id,
    )


def _show(tx: Transaction, swap: Swap) -> None:
    offer = Surface(kind=SurfaceKind.SWAP, record_id=swap.id, place=direct(swap.offered_to))
    tx.show(offer, lane=Lane.ANSWER)
