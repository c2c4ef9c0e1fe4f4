"""What Prometheus reads on the HTTP port: how fast people are answered, what waits, and what is late."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from storage.records.escalations import EscalationState
from storage.records.outbox import Lane

ACK_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0)
LATE_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 30.0, 120.0, 900.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is true at the moment of a scrape."""

    depth: Mapping[Lane, int]
    oldest_seconds: Mapping[Lane, float]
    """Lanes in which nothing is due are left out."""
    dead_letters: int
    pages: Mapping[EscalationState, int]
    lag_seconds: Mapping[str, float]
    joined: bool
    socket_age_seconds: float | None
    twins_removed: int
    well: bool
    """What the watcher found last."""


class Signals:
    """The desk's metrics, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._answered = Histogram(
            "desk_ack_seconds",
            "From a payload's arrival to its acknowledgement.",
            ["kind"],
            buckets=ACK_BUCKETS,
            registry=self.registry,
        )
        self._commands = Counter(
            "desk_commands", "Slash commands that came in.", ["command"], registry=self.registry
        )
        self._late = Histogram(
            "desk_late_seconds",
            "From a due moment to the commit of what is told of it.",
            ["what"],
            buckets=LATE_BUCKETS,
            registry=self.registry,
        )

    def at_scrape(self, standing: Callable[[], Standing | None]) -> None:
        """`standing` answers None while the database cannot be read; then only the counters are told."""
        self.registry.register(_AtScrape(standing))

    def answered(self, kind: str, seconds: float, command: str | None = None) -> None:
        """One payload was acknowledged; `kind` is command, click, form, search, shortcut or event."""
        self._answered.labels(kind).observe(seconds)
        if command is not None:
            self._commands.labels(command).inc()

    def late(self, what: str, seconds: float) -> None:
        """A step or a reminder was committed so long after its moment."""
        self._late.labels(what).observe(max(0.0, seconds))


class _AtScrape(Collector):
    def __init__(self, standing: Callable[[], Standing | None]) -> None:
        self._standing = standing

    def describe(self) -> Iterable[Metric]:
        """Nothing is read at registration."""
        return ()

    def collect(self) -> Iterable[Metric]:
        standing = self._standing()
        yield _gauge("desk_database_up", "Whether the database answers.", 0.0 if standing is None else 1.0)
        if standing is not None:
            yield from _gauges(standing)


def _gauges(standing: Standing) -> Iterable[Metric]:
    waiting = {lane.name.lower(): count for lane, count in standing.depth.items()}
    yield _gauges_by("desk_outbox_waiting", "Messages that wait to be told.", "lane", waiting)
    oldest = {lane.name.lower(): standing.oldest_seconds.get(lane, 0.0) for lane in Lane}
    yield _gauges_by("desk_outbox_oldest_seconds", "Age of the oldest message that is due.", "lane", oldest)
    pages = {state.value: count for state, count in standing.pages.items()}
    yield _gauges_by("desk_pages", "Pages that are not resolved.", "state", pages)
    yield _gauges_by(
        "desk_lag_seconds", "By how much the most overdue is past its time.", "what", standing.lag_seconds
    )
    yield _gauge("desk_dead_letters", "Messages that Slack refused for good.", standing.dead_letters)
    yield _gauge("desk_slack_joined", "Whether Slack's events reach us.", float(standing.joined))
    if standing.socket_age_seconds is not None:
        yield _gauge("desk_socket_age_seconds", "Age of the socket that hears.", standing.socket_age_seconds)
    yield _gauge("desk_twins_removed", "Messages that landed twice and were removed.", standing.twins_removed)
    yield _gauge("desk_well", "Whether the watcher found all well.", float(standing.well))


def _gauge(name: str, words: str, value: float) -> Metric:
    family = GaugeMetricFamily(name, words)
    family.add_metric([], value)
    return family


def _gauges_by(name: str, words: str, label: str, values: Mapping[str, float]) -> Metric:
    family = GaugeMetricFamily(name, words, labels=[label])
    for value, count in values.items():
        family.add_metric([value], count)
    return family
