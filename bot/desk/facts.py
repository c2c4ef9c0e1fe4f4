"""What the desk tells the views: records without personal data, ready to be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from storage.records.drafts import Draft
from storage.records.escalations import Cause, EscalationState, Trouble, TroubleKind
from storage.records.notices import Colour, Means, RecordEvent
from storage.records.outbox import Taken
from storage.records.people import Actor, PersonId
from storage.records.reach import Way
from storage.records.reminders import RecordKind, ReminderRule
from storage.records.requests import Direction, Priority, RequestKind

_NOBODY = (TroubleKind.NOBODY_ON_DUTY, TroubleKind.GONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The answer to `status`: where a record stands, without personal data."""

    as_of: datetime
    """When it was asked."""
    record_kind: RecordKind
    id: str
    reference: str
    colour: Colour | None
    kind: RequestKind | None
    country: str
    country_name: str | None
    """As the registry has it; read with the record, because status is what people ask most."""
    state: str
    state_words: str
    state_since: datetime
    next_step: str
    next_by: str
    """Whose turn it is, in words: `the desk`, `the General Secretariat`; the owner is named apart."""
    owner: PersonId | None
    due_at: datetime | None
    due_is_desk_default: bool
    answer_by: datetime | None
    """When the answer is due that the priority promises; None for a notice, and when it is over."""
    control_number: str | None
    events: tuple[RecordEvent, ...]
    """The last three, newest first; views show step, state, who and when, not the evidence."""
    may_see_details: bool
    missing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What of the checklist each still owes; views count it."""
    may_add: bool = False
    """The reader may add details to it."""
    direction: Direction = Direction.OUTGOING
    means: Means = Means.NOTICE
    card_wanted: bool = False
    """It has no card in the desk channel, as one that was imported, and the asker may have it posted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    id: str
    reference: str
    what: str
    """Colour or kind and country, in words."""
    state_words: str
    owner: PersonId | None
    due_at: datetime | None
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of a list; `page` counts from 1, and an empty list is page 1 of 1."""

    record_kind: RecordKind
    words: str
    """The query as it was typed, so that Next and Previous can ask again."""
    rows: Sequence[ListRow]
    page: int
    pages: int
    total: int
    not_understood: tuple[str, ...]
    readings: tuple[str, ...] = ()
    """How words were read that could mean something else."""
    guesses: tuple[str, ...] = ()
    """What may have been meant by words that were read as a name, or not at all."""
    is_cut: bool = False
    """More fit than are counted."""
    may_export: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A list to be taken away."""

    record_kind: RecordKind
    columns: tuple[str, ...]
    """Their names."""
    rows: tuple[tuple[str, ...], ...]
    """One for each record, what is due first before the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """Something of a record that falls due."""

    row: ListRow
    rule: ReminderRule | None
    """The deadline that it is; None: its next step, by no rule."""
    at: datetime
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DueList:
    """One page of what falls due; `page` counts from 1, and an empty list is page 1 of 1."""

    record_kind: RecordKind
    days: int
    """So far ahead."""
    rows: Sequence[DueRow]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """A page as it stands: reference, priority, who has it. What people wrote of it is not in here."""

    id: str
    reference: str
    record_reference: str | None
    priority: Priority
    state: EscalationState
    opened_by: Actor
    identity_unchecked: bool
    opened_at: datetime
    next_step_at: datetime | None
    told: tuple[PersonId, ...]
    troubles: tuple[Trouble, ...]
    """Why the ladder went on without waiting."""
    acknowledged_by: Actor | None
    acknowledged_at: datetime | None
    resolved_by: Actor | None
    resolved_at: datetime | None
    telephone: str
    linked: bool = True
    """Whether the reference leads to a record; else it is what somebody named."""
    cause: Cause = Cause.ASKED
    round: int = 0
    """How often it came back to the ladder."""
    alarm: int = 0
    """The number of the alarm that stands; older ones have no purpose any more."""
    asked_at: datetime | None = None
    answer_by: datetime | None = None
    """When it goes back to the ladder unless its holder is still on it."""
    offered_to: PersonId | None = None
    group: str | None = None
    """The user group that the present step mentions."""
    taken: Mapping[str, Taken] = field(default_factory=dict)
    """By surface, when Slack took it."""
    late: tuple[datetime, datetime] | None = None
    """When a message was to be shown and when it was, if that was long afterwards."""

    @property
    def nobody_on_duty(self) -> bool:
        return any(each.kind in _NOBODY for each in self.troubles)

    @property
    def is_waiting(self) -> bool:
        """Nobody has it."""
        return self.state in {EscalationState.OPEN, EscalationState.EXHAUSTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One thing that happened about a page, without what people wrote."""

    at: datetime
    what: str
    """Name of the step, or of the way by which somebody was reached."""
    actor: Actor | None = None
    people: tuple[PersonId, ...] = ()
    """Whom it concerns besides the actor."""
    way: Way | None = None
    """Beyond Slack, by this kind of gateway."""
    took: timedelta | None = None
    """How long since they were told by the ladder, or since it was opened."""
    failed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Who, when, how reached and how long: oldest first."""

    page: PageFacts
    entries: Sequence[TimelineEntry]
    left_out: int = 0
    """Older entries that had no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDetails:
    """A page with what people wrote of it; each read is audited."""

    page: PageFacts
    words: str
    added: Sequence[RecordEvent]
    """Who paged again while it was open, oldest first; the evidence holds their words."""
    outcome: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What became of a page: opened, or joined to one that is open for the same record."""

    page: PageFacts
    joined: bool
    told_again: PersonId | None = None
    """Who has the page that was joined, and has heard of this too; None: the on-call channel has."""
    not_found: str | None = None
    """What was named as its record, when there is none that the asker may see; the page went out without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """A page that is not resolved, as a line of a list."""

    reference: str
    state: EscalationState
    id: str = ""
    priority: Priority = Priority.NORMAL
    holder: Actor | None = None
    opened_at: datetime | None = None
    about: str | None = None
    """The reference of its record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCall:
    on_duty: PersonId | None
    until: datetime | None
    next_person: PersonId | None
    next_from: datetime | None
    gone: PersonId | None = None
    """Whom the roster names now though they cannot answer, so that nobody is on duty."""
    second: PersonId | None = None
    """Who stands behind whoever is on duty."""
    acknowledge_by: datetime | None = None
    """Until when whoever has just taken over acknowledges the brief that waits for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeFacts:
    """The App Home of one person; it stays in a client after a role is revoked, so references only."""

    person: PersonId
    role: str | None
    drafts: Sequence[Draft]
    """What they have begun to fill in; nobody else sees that there is any."""
    mine: Sequence[ListRow]
    due_soon: Sequence[ListRow]
    pages: Sequence[PageRow]
    oncall: OnCall | None
    """None: they may not ask."""
    telephone: str
    email: str
