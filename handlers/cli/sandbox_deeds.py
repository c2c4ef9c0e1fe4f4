"""What a visitor may ask of the sandbox itself: the bot's end and return, and the night shift."""

from bot.demo.night import NightShift
from bot.sandbox.server import Sandbox
from handlers.cli.child import Child


def offer(slack: Sandbox, bot: Child, *, begin_night: bool) -> None:
    """From now on the page may ask for them; with `begin_night` the night begins at once."""

    def kill() -> None:
        slack.faults.disturb()
        bot.kill()
        slack.stage.offer("start_bot", start, instead_of="kill_bot")

    def start() -> None:
        bot.start_again()
        slack.stage.offer("kill_bot", kill, instead_of="start_bot")

    def begin() -> None:
        night = NightShift(slack.url, over=dawn)
        slack.stage.offer("end_night", night.end, instead_of="begin_night")
        night.begin()

    def dawn() -> None:
        slack.stage.offer("begin_night", begin, instead_of="end_night")

    slack.stage.offer("kill_bot", kill)
    slack.stage.offer("begin_night", begin)
    if begin_night:
        begin()
