"""What Prometheus reads on the HTTP port: how fast people are answered, and what waits to be told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Histogram
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from storage.records.outbox import Lane

ACK_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is true at the moment of a scrape."""

    depth: dict[Lane, int]
    oldest_seconds: float
    dead_letters: int
    joined: bool
    twins_removed: int


class Signals:
    """The desk's metrics, in a registry of their own."""

    def __init__(self, standing: Callable[[], Standing | None]) -> None:
        """`standing` answers None while the database cannot be read; then only the counters are told."""
        self.registry = CollectorRegistry()
        self._answered = Histogram(
            "desk_ack_seconds",
            "From a payload's arrival to its acknowledgement.",
            ["kind"],
            buckets=ACK_BUCKETS,
            registry=self.registry,
        )
        self.registry.register(_AtScrape(standing))

    def answered(self, kind: str, seconds: float) -> None:
        """One payload was acknowledged; `kind` is command, click, form, search, shortcut or event."""
        self._answered.labels(kind).observe(seconds)


class _AtScrape(Collector):
    def __init__(self, standing: Callable[[], Standing | None]) -> None:
        self._standing = standing

    def describe(self) -> Iterable[Metric]:
        """Nothing is read at registration."""
        return ()

    def collect(self) -> Iterable[Metric]:
        standing = self._standing()
        yield _gauge("desk_database_up", "Whether the database answers.", 0.0 if standing is None else 1.0)
        if standing is None:
            return
        depth = GaugeMetricFamily("desk_outbox_waiting", "Messages that wait to be told.", labels=["lane"])
        for lane, count in standing.depth.items():
            depth.add_metric([lane.name.lower()], count)
        yield depth
        yield _gauge(
            "desk_outbox_oldest_seconds", "Age of the oldest message that is due.", standing.oldest_seconds
        )
        yield _gauge("desk_dead_letters", "Messages that Slack refused for good.", standing.dead_letters)
        yield _gauge("desk_slack_joined", "Whether Slack's events reach us.", float(standing.joined))
        yield _gauge(
            "desk_twins_removed", "Messages that landed twice and were removed.", standing.twins_removed
        )


def _gauge(name: str, words: str, value: float) -> Metric:
    family = GaugeMetricFamily(name, words)
    family.add_metric([], value)
    return family
