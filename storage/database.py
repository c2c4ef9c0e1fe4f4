"""The database: one transaction per use case, and readings that never hold up a writer."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, func, select

from storage.agencies import AgencyStore
from storage.alerts import AlertStore
from storage.audit import AuditStore
from storage.calendars import CalendarStore
from storage.countries import CountryStore
from storage.disclosures import DisclosureStore
from storage.drafts import DraftStore
from storage.due import DigestStore, DueStore
from storage.engine import close_what_is_given_back, make_engine
from storage.escalations import EscalationStore
from storage.events import EventStore
from storage.failures import DatabaseBusy, DatabaseDown, StaleRecord, failures_named
from storage.handovers import HandoverStore
from storage.links import LinkStore
from storage.names import NameStore
from storage.notices import NoticeStore
from storage.outbox import OutboxStore
from storage.people import PeopleStore
from storage.reach import ReachStore
from storage.reference_numbers import ReferenceNumbers
from storage.reminders import ReminderStore
from storage.requests import RequestStore
from storage.retention import RetentionStore
from storage.roster import RosterStore
from storage.subjects import SubjectStore
from storage.submissions import Submissions
from storage.terms import TermStore
from storage.turns import Turns
from storage.twins import TwinStore
from storage.workspace import WorkspaceStore

__all__ = ["Database", "DatabaseBusy", "DatabaseDown", "StaleRecord", "Stores"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stores:
    """What is kept, by noun; everything done through one of these is one transaction."""

    requests: RequestStore
    notices: NoticeStore
    events: EventStore
    escalations: EscalationStore
    roster: RosterStore
    handovers: HandoverStore
    calendars: CalendarStore
    people: PeopleStore
    agencies: AgencyStore
    countries: CountryStore
    terms: TermStore
    reminders: ReminderStore
    due: DueStore
    digests: DigestStore
    outbox: OutboxStore
    audit: AuditStore
    references: ReferenceNumbers
    workspace: WorkspaceStore
    submissions: Submissions
    twins: TwinStore
    reach: ReachStore
    drafts: DraftStore
    disclosures: DisclosureStore
    subjects: SubjectStore
    alerts: AlertStore
    retention: RetentionStore
    links: LinkStore
    names: NameStore


def _stores(connection: Connection) -> Stores:
    return Stores(
        requests=RequestStore(connection),
        notices=NoticeStore(connection),
        events=EventStore(connection),
        escalations=EscalationStore(connection),
        roster=RosterStore(connection),
        handovers=HandoverStore(connection),
        calendars=CalendarStore(connection),
        people=PeopleStore(connection),
        agencies=AgencyStore(connection),
        countries=CountryStore(connection),
        terms=TermStore(connection),
        reminders=ReminderStore(connection),
        due=DueStore(connection),
        digests=DigestStore(connection),
        outbox=OutboxStore(connection),
        audit=AuditStore(connection),
        references=ReferenceNumbers(connection),
        workspace=WorkspaceStore(connection),
        submissions=Submissions(connection),
        twins=TwinStore(connection),
        reach=ReachStore(connection),
        drafts=DraftStore(connection),
        disclosures=DisclosureStore(connection),
        subjects=SubjectStore(connection),
        alerts=AlertStore(connection),
        retention=RetentionStore(connection),
        links=LinkStore(connection),
        names=NameStore(connection),
    )


class Database:
    """One SQLite file or one PostgreSQL database, shared by all threads of the process."""

    def __init__(self, url: str, *, wait: float = 1.2, pool_size: int = 60) -> None:
        """`wait` is in seconds. Nothing is connected yet."""
        self._wait = wait
        self._engine = make_engine(url, wait=wait, pool_size=pool_size)
        self._reader = self._engine.execution_options(only_reads=True)
        if self.dialect == "postgresql":
            # A list and its count, or a walk along the audit trail, then see the same moment.
            self._reader = self._reader.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        self._turns = Turns() if self.dialect == "sqlite" else None
        self._closed = False

    @property
    def dialect(self) -> Literal["sqlite", "postgresql"]:
        return "sqlite" if self._engine.dialect.name == "sqlite" else "postgresql"

    @contextmanager
    def transaction(self) -> Iterator[Stores]:
        """Everything inside is saved when the block ends, or nothing when it raises.

        Raises DatabaseBusy or DatabaseDown when the database does not answer in time.
        """
        with self._writing() as connection:
            stores = _stores(connection)
            yield stores
            stores.audit.link()

    @contextmanager
    def reading(self) -> Iterator[Stores]:
        """One moment of the database; nothing that is done inside is kept."""
        self._check_open()
        with failures_named(), self._reader.connect() as connection:
            stores = _stores(connection)
            yield stores
            assert not stores.audit.has_unlinked, "an audit entry needs a transaction"

    def clock(self) -> datetime:
        """What time the database's machine has; for SQLite that is this machine. Raises as `ping`."""
        self._check_open()
        told = func.now() if self.dialect == "postgresql" else func.strftime("%Y-%m-%dT%H:%M:%fZ", "now")
        with failures_named(), self._reader.connect() as connection:
            now = connection.execute(select(told)).scalar_one()
            return now if isinstance(now, datetime) else datetime.fromisoformat(now)

    def ping(self) -> None:
        """Raises DatabaseDown or DatabaseBusy when the database does not answer."""
        self._check_open()
        with failures_named(), self._reader.connect() as connection:
            connection.execute(select(1))

    def answers(self) -> bool:
        """Whether it can be used now."""
        try:
            self.ping()
        except DatabaseBusy:
            return False
        return True

    def clear_log(self) -> None:
        """On SQLite, what was erased goes out of the file of recent writes, too.

        It stays there for a while longer when somebody reads for so long that nobody waits for them.
        """
        self._check_open()
        if self.dialect == "sqlite":
            with failures_named(), self._engine.execution_options(alone=True).connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Whoever comes later is told that it is down; nothing is connected anew.

        Whoever is in it goes on to the end, and then their connection is closed as well.
        """
        self._closed = True
        close_what_is_given_back(self._engine)
        self._engine.dispose()

    def _check_open(self) -> None:
        if self._closed:
            raise DatabaseDown("it was closed")

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """On SQLite, waiting for the turn and then for the file is one wait."""
        self._check_open()
        if self._turns is None:
            with failures_named(), self._engine.begin() as connection:
                yield connection
            return
        gives_up_at = time.monotonic() + self._wait
        with self._turns.mine(wait=self._wait), failures_named():
            left = max(gives_up_at - time.monotonic(), 0.0)
            with self._engine.execution_options(waits=left).begin() as connection:
                yield connection
