"""Looks whether somebody who was just paged can notice it: *do not disturb* shows them nothing."""

from collections.abc import Callable, Mapping, Sequence

import structlog
from slack_sdk import WebClient

from bot.desk.ports import Clock, Later, Undeliverable, Unreachable
from handlers.budget import Budget
from handlers.calls import Calls
from storage.records.announcements import TELLS_A_PERSON, Surface, person_of
from storage.records.escalations import EscalationId
from storage.records.outbox import Waiting
from storage.records.people import PersonId

log = structlog.get_logger(__name__)


class Attention:
    """It is only ever a hint: without it the ladder waits its time."""

    def __init__(
        self,
        *,
        client: WebClient,
        clock: Clock,
        budgets: Mapping[str, Budget],
        passed_over: Callable[[EscalationId, PersonId], None],
        busy: type[Exception],
    ) -> None:
        """`client` has a timeout; `passed_over` lets a page's ladder go on without the person.

        `busy` is what the database raises when it is slow.
        """
        self._client = client
        self._clock = clock
        self._calls = Calls(budgets)
        self._passed_over = passed_over
        self._busy = busy

    def of(self, rows: Sequence[Waiting]) -> None:
        """Rows that have just been posted in one message. Never raises."""
        pages = [
            EscalationId(row.what.record_id)
            for row in rows
            if isinstance(row.what, Surface) and row.what.kind in TELLS_A_PERSON
        ]
        person = person_of(rows[0].place)
        if not pages or person is None:
            return
        try:
            if self._is_quiet(person):
                for page in pages:
                    self._passed_over(page, person)
        except (Later, Unreachable, Undeliverable, self._busy) as why:
            log.info("it is not known whether they see it", person=person, why=str(why))

    def _is_quiet(self, person: PersonId) -> bool:
        """By the window alone: a bot is not shown whether somebody has snoozed."""
        user = person.rpartition("/")[2]
        told = self._calls.repeatable("dnd.info", self._client.dnd_info, user=user)
        now = self._clock.now().timestamp()
        return bool(told["dnd_enabled"] and told["next_dnd_start_ts"] <= now < told["next_dnd_end_ts"])
