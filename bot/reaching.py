"""Uses the addresses beyond Slack that a page is to reach: claim, decide, send, settle.

Each attempt has a thread of its own and a lease that ends it: a gateway that hangs holds nobody up. Attempts
by one way are bounded, so that a gateway which swallows all of them leaves the other ways free.
"""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.desk import reach
from bot.desk.ports import Clock, OutcomeUnknown, Pager, Undeliverable, Unreachable
from bot.rules.escalations import WAITING
from bot.rules.policy import Policy
from storage.database import Database, DatabaseBusy, Stores
from storage.records.escalations import Escalation
from storage.records.people import PersonId
from storage.records.reach import DESK_ITSELF, Owner, Reach, ReachState, Way

log = structlog.get_logger(__name__)

Attempt = tuple[Reach, str, Escalation]
"""What to do now, the address, and the page that it is about."""
AT_ONCE = 8
"""Attempts by one way at the same time."""
GRACE = timedelta(seconds=5)
"""After its deadline an attempt has so long to write down how it ended."""


class Reaching:
    """Any number of these may run, in any number of machines."""

    def __init__(
        self, *, database: Database, pager: Pager, clock: Clock, policy: Callable[[], Policy]
    ) -> None:
        self._database = database
        self._pager = pager
        self._clock = clock
        self._policy = policy
        self._room = {way: threading.BoundedSemaphore(AT_ONCE) for way in pager.ways}

    def sweep(self) -> None:
        """Starts what is due; attempts end by themselves."""
        while (due := self.next_due()) and due <= self._clock.now() and (claimed := self._claim()):
            for each, address, page in claimed:
                self._start(each, address, page)

    def next_due(self) -> datetime | None:
        with self._database.reading() as stores:
            return stores.reach.next_due()

    def _claim(self) -> list[Attempt]:
        """One for each way that has room; the room is taken with it."""
        free = [way for way, room in self._room.items() if room.acquire(blocking=False)]
        taken: list[Attempt] = []
        try:
            with self._database.transaction() as stores:
                self._refuse_the_rest(stores)
                claimed = [self._claimed(stores, way) for way in free]
            taken = [attempt for attempt in claimed if attempt is not None]
        finally:
            used = {planned.way for planned, _, _ in taken}
            for way in set(free) - used:
                self._room[way].release()
        return taken

    def _refuse_the_rest(self, stores: Stores) -> None:
        """What is due by a way for which the operator has named no gateway."""
        now, without = self._clock.now(), set(Way) - self._pager.ways
        while found := stores.reach.claim(now, lease_until=now, ways=without, limit=AT_ONCE):
            for planned in found:
                why = f"no gateway is set for {planned.way}"
                stores.reach.settle(planned, state=ReachState.FAILED, ended_at=now, error=why)

    def _claimed(self, stores: Stores, way: Way) -> Attempt | None:
        now, waits = self._clock.now(), self._policy().reach
        lease = now + waits.deadline + GRACE
        while found := stores.reach.claim(now, lease_until=lease, ways=[way], limit=1):
            if attempt := self._decided(stores, found[0], now):
                return attempt
        return None

    def _decided(self, stores: Stores, planned: Reach, now: datetime) -> Attempt | None:
        """The attempt to make now; None when it is needless, over, or Slack still has time."""
        waits = self._policy().reach
        page = stores.escalations.get(planned.escalation_id)
        contact = stores.reach.contact(planned.owner, planned.way)
        if page is None or page.state not in WAITING or contact is None:
            stores.reach.settle(planned, state=ReachState.NEEDLESS, ended_at=now)
            return None
        if planned.tries > waits.tries:
            stores.reach.settle(planned, state=ReachState.FAILED, ended_at=now, error="no answer")
            return None
        later = planned.told_at + waits.unanswered
        may_wait = planned.tries == 1 and now < later and not _sees_nothing(planned.owner, page)
        if may_wait and reach.slack_has_taken_it(stores, planned):
            stores.reach.settle(planned, due_at=later, tries=0)
            return None
        return planned, contact.address, page

    def _start(self, planned: Reach, address: str, page: Escalation) -> None:
        threading.Thread(
            target=self._attempt, args=(planned, address, page), name="reach", daemon=True
        ).start()

    def _attempt(self, planned: Reach, address: str, page: Escalation) -> None:
        try:
            changes = self._sent(planned, address, page)
            with self._database.transaction() as stores:
                if not stores.reach.settle(planned, **changes):
                    log.warning("an attempt came back too late", reach=planned.id, way=planned.way)
        except DatabaseBusy as busy:
            log.warning("an attempt is not written down; it is made again", reach=planned.id, why=str(busy))
        finally:
            self._room[planned.way].release()

    def _sent(self, planned: Reach, address: str, page: Escalation) -> dict[str, object]:
        """What to write down of the attempt."""
        title, body = wording(page, self._policy().telephone)
        try:
            self._pager.send(planned.way, address, title=title, body=body)
        except Undeliverable as why:
            log.warning("nothing goes beyond Slack", page=page.reference, way=planned.way, why=str(why))
            return {"state": ReachState.FAILED, "ended_at": self._clock.now(), "error": str(why)}
        except (Unreachable, OutcomeUnknown) as why:
            log.warning("beyond Slack", page=page.reference, way=planned.way, why=str(why))
            waits = self._policy().reach
            if planned.tries >= waits.tries:
                return {"state": ReachState.FAILED, "ended_at": self._clock.now(), "error": str(why)}
            return {"due_at": self._clock.now() + waits.again, "error": str(why)}
        return {"state": ReachState.SENT, "ended_at": self._clock.now(), "error": None}


def _sees_nothing(owner: Owner, page: Escalation) -> bool:
    """The desk's own addresses have no Slack, and some people see nothing of theirs now."""
    return owner == DESK_ITSELF or any(trouble.person == PersonId(owner) for trouble in page.troubles)


def wording(page: Escalation, telephone: str) -> tuple[str, str]:
    """Title and body without any content: reference, priority, and what to do."""
    what_to_do = f"Open Slack and acknowledge it, or call the command center: {telephone}."
    return (
        f"{page.reference}: {page.priority} page",
        f"{page.reference} ({page.priority}) waits for you. {what_to_do}",
    )
