"""Everything one can do with a workspace from outside: build it, act in it, read it."""

from bot.sandbox.acting.people_act import PeopleAct
from bot.sandbox.building import Building
from bot.sandbox.events import Events
from bot.sandbox.reading import Reading
from bot.sandbox.slack import Slack


class Actions(Building, PeopleAct, Reading):
    """What the control plane offers over HTTP and `Sandbox` in process: the same verbs."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack
        self._events = Events(slack)
