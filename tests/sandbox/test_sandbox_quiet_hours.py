"""Do not disturb by a daily window, which goes by the person's own clock."""

from datetime import UTC, datetime, time, timedelta

from slack_sdk import WebClient

from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import NOON
from tests.sandbox.quiet import NOT_IN_IT, info

NIGHT = (time(22), time(7))


def window(client: WebClient, user: str) -> tuple[datetime, datetime]:
    told = info(client, user=user)
    return (
        datetime.fromtimestamp(told["next_dnd_start_ts"], UTC),
        datetime.fromtimestamp(told["next_dnd_end_ts"], UTC),
    )


def night_of(day: int) -> tuple[datetime, datetime]:
    """From 22 to 7 in New York, in November 2026."""
    return datetime(2026, 11, day + 1, 3, tzinfo=UTC), datetime(2026, 11, day + 1, 12, tzinfo=UTC)


def test_a_daily_window_is_told_ahead_by_the_persons_own_clock(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.quiet_hours("U1", NIGHT)

    told = info(client, user="U1")

    assert (told["dnd_enabled"], told["snooze_enabled"]) == (True, False)
    assert window(client, "U1") == night_of(22)


def test_a_daily_window_past_midnight_stays_the_same_until_it_ends(
    sandbox: Sandbox, client: WebClient
) -> None:
    sandbox.quiet_hours("U1", NIGHT)

    sandbox.clock.advance(timedelta(hours=20))
    in_the_morning = window(client, "U1")
    sandbox.clock.advance(timedelta(hours=4))
    afterwards = window(client, "U1")

    assert (in_the_morning, afterwards) == (night_of(22), night_of(23))


def test_a_running_window_ended_by_hand_comes_again_the_next_day(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.quiet_hours("U1", NIGHT)
    sandbox.clock.advance(timedelta(hours=20))

    sandbox.do_not_disturb("U1", minutes=None)
    ended = window(client, "U1")
    sandbox.quiet_hours("U1", None)

    assert ended == night_of(23)
    assert info(client, user="U1") == NOT_IN_IT


def test_a_snooze_into_the_window_lasts_as_long_as_the_later_of_both(
    sandbox: Sandbox, client: WebClient
) -> None:
    sandbox.quiet_hours("U1", NIGHT)
    sandbox.clock.advance(timedelta(hours=14))
    sandbox.clock.pause()
    sandbox.do_not_disturb("U1", minutes=120)
    begin = sandbox.clock.now().replace(microsecond=0)

    sandbox.clock.advance(timedelta(hours=1, minutes=30))

    assert window(client, "U1") == (begin, night_of(22)[1])


def test_a_window_lies_where_the_hands_of_the_clock_do_when_they_are_moved(
    sandbox: Sandbox, client: WebClient
) -> None:
    sandbox.change_user("U1", tz="Europe/Lisbon")
    sandbox.quiet_hours("U1", (time(0), time(7)))

    sandbox.clock.advance(datetime(2027, 3, 27, 12, tzinfo=UTC) - NOON)

    assert window(client, "U1") == (
        datetime(2027, 3, 28, 0, tzinfo=UTC),
        datetime(2027, 3, 28, 6, tzinfo=UTC),
    )
