"""What happens around the bot in Slack: its Home is opened, somebody writes to it, somebody shares a file."""

from bot.desk.desk import Desk
from handlers.asking import Happened, Payload
from handlers.edge import Edge
from handlers.replies import Replies
from handlers.router import Subcommand
from handlers.views import help as help_view

DIRECT = "im"


def concerns_the_desk(event: Payload) -> bool:
    """A file anywhere, or words in direct messages; what people say to each other is theirs."""
    if "bot_id" in event or "user" not in event:
        return False
    return bool(event.get("files")) or (event.get("channel_type") == DIRECT and "subtype" not in event)


class Home:
    def __init__(self, desk: Desk, replies: Replies) -> None:
        self._desk = desk
        self._replies = replies

    def subcommands(self) -> tuple[Subcommand, ...]:
        return ()

    def register(self, edge: Edge) -> None:
        edge.on_event("app_home_opened", self.opened)
        edge.on_event("message", self.written, wanted=concerns_the_desk)

    def opened(self, happened: Happened) -> None:
        """Its tab of messages is no Home."""
        if happened.event.get("tab") == "home":
            self._desk.home_opened(happened.person)

    def written(self, happened: Happened) -> None:
        """A file is not downloaded; what comes twice carries its id, so that it is refused once."""
        event = happened.event
        if files := event.get("files"):
            self._desk.people.file_refused(happened.person, f"file:{files[0]['id']}")
        else:
            self._replies.say(event["channel"], help_view.greeting())
