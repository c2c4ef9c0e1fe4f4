"""Drafts: forms that somebody has begun. They are personal: nobody else can open, list or remove them."""

from collections.abc import Mapping

from bot.desk.ground import Ground
from bot.desk.transaction import Transaction
from bot.rules import web_addresses
from bot.rules.drafted import addresses_of
from bot.rules.errors import NoSuchDraft
from bot.rules.images import is_pasted
from bot.rules.permissions import Act
from storage.records.drafts import Draft, DraftId
from storage.records.people import Person, PersonId
from storage.records.reminders import RecordKind

MOST = 10
"""Drafts that are shown, newest first."""


class Drafts:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def save(
        self, asker: Person, draft_id: DraftId, form: str, answers: Mapping[str, str], stamp: str = ""
    ) -> None:
        """Keeps what was answered so far, over what was kept before unless that is newer. Raises Refusal.

        `stamp` is Slack's time of it; without one it is the newest.
        What looks like a pasted image, and a web address with its password, are not kept even in a draft.
        """
        with self._ground.transaction(asker, "draft.save", wakes=False) as tx:
            tx.require(Act.FILE)
            before = tx.stores.drafts.get(draft_id)
            if before is not None and before.person != asker.id:
                raise NoSuchDraft
            if before is not None and stamp and stamp < before.stamp:
                return
            if before is None and _was_sent(tx, asker, draft_id):
                # Typed, or closed, just before the form was sent, and come in after it.
                return
            kept = {name: answer for name, answer in answers.items() if _may_be_kept(form, name, answer)}
            tx.stores.drafts.save(
                Draft(
                    id=draft_id,
                    person=asker.id,
                    form=form,
                    answers={**(before.answers if before else {}), **kept},
                    saved_at=tx.now,
                    stamp=stamp or (before.stamp if before else ""),
                )
            )
            tx.show_homes([asker.id] if before is None else [])

    def open(self, asker: Person, draft_id: DraftId) -> Draft:
        """Raises NoSuchDraft for what is not there or somebody else's, and Refusal."""
        with self._ground.reading(asker, "draft.open") as tx:
            tx.require(Act.FILE)
            return _own(tx, asker, draft_id)

    def begun(self, asker: Person, draft_id: DraftId) -> Mapping[str, str]:
        """What was answered so far in a form that may have no draft yet. Raises Refusal."""
        with self._ground.reading(asker, "draft.open") as tx:
            tx.require(Act.FILE)
            draft = tx.stores.drafts.get(draft_id)
            return draft.answers if draft and draft.person == asker.id else {}

    def was_sent(self, asker: Person, draft_id: DraftId) -> bool:
        """Whether their form of that key has become a record. Raises Refusal."""
        with self._ground.reading(asker, "draft.open") as tx:
            tx.require(Act.FILE)
            return _was_sent(tx, asker, draft_id)

    def mine(self, asker: Person) -> tuple[Draft, ...]:
        """Newest first. Raises Refusal."""
        with self._ground.reading(asker, "draft.list") as tx:
            tx.require(Act.FILE)
            return tuple(tx.stores.drafts.of(asker.id, MOST))

    def discard(self, asker: Person, draft_id: DraftId) -> None:
        """Raises NoSuchDraft and Refusal."""
        with self._ground.transaction(asker, "draft.discard", wakes=False) as tx:
            tx.require(Act.FILE)
            tx.stores.drafts.remove(_own(tx, asker, draft_id).id)
            tx.show_homes([asker.id])

    def forget_old(self) -> None:
        """Drafts that the policy keeps no longer."""
        ground = self._ground
        with ground.database.transaction() as stores:
            stores.drafts.forget_before(ground.clock.now() - ground.policy.requests.drafts)


def _was_sent(tx: Transaction, asker: Person, draft_id: DraftId) -> bool:
    return any(tx.stores.submissions.has(f"{kind}.file:{asker.id}:{draft_id}") for kind in RecordKind)


def forget(tx: Transaction, draft_id: DraftId, asker: PersonId) -> None:
    """The form was sent. Its key names a draft; only the asker's own is meant by it."""
    draft = tx.stores.drafts.get(draft_id)
    if draft is not None and draft.person == asker:
        tx.stores.drafts.remove(draft_id)


def _own(tx: Transaction, asker: Person, draft_id: DraftId) -> Draft:
    draft = tx.stores.drafts.get(draft_id)
    if draft is None or draft.person != asker.id:
        raise NoSuchDraft
    return draft


def _may_be_kept(form: str, name: str, answer: str) -> bool:
    if is_pasted(answer):
        return False
    return name not in addresses_of(form) or web_addresses.error(answer) != web_addresses.CREDENTIALS
