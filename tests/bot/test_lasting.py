"""What lasts is logged at its beginning and once a minute."""

from bot.lasting import Lasting
from tests.bot.test_pacing import Stopwatch


def test_a_state_is_news_when_it_begins_and_once_a_minute_while_it_lasts() -> None:
    watch = Stopwatch()
    lasting = Lasting(monotonic=watch)

    said = []
    for _ in range(121):
        said.append(lasting.is_news("away"))
        watch.seconds += 1

    assert [second for second, news in enumerate(said) if news] == [0, 60, 120]


def test_that_all_is_well_again_is_news_once() -> None:
    watch = Stopwatch()
    lasting = Lasting(monotonic=watch)
    lasting.is_news("away")

    said = [lasting.is_news(None)]
    watch.seconds += 3600
    said.append(lasting.is_news(None))

    assert said == [True, False]
