"""Calls of Slack's Web API that may be made twice, each within the budget of its method."""

from collections.abc import Callable, Mapping

from slack_sdk.web import SlackResponse

from bot.desk.ports import Later, Limited, OutcomeUnknown, Unreachable
from handlers.budget import Budget
from handlers.outcomes import translated

AGAIN_SECONDS = 2.0


class Calls:
    def __init__(self, budgets: Mapping[str, Budget]) -> None:
        """There is a budget for each method that is called."""
        self._budgets = budgets

    def repeatable(
        self, method: str, call: Callable[..., SlackResponse], **arguments: object
    ) -> SlackResponse:
        """A call that may be made twice, so that its failure leaves no doubt.

        Raises Later, Unreachable or Undeliverable.
        """
        if (seconds := self._budgets[method].take()) > 0:
            raise Later(seconds, f"the budget of {method} is spent")
        try:
            with translated():
                return call(**arguments)
        except Limited as limited:
            self._budgets[method].asked_to_wait(limited.seconds)
            raise Later(limited.seconds, str(limited)) from None
        except Unreachable:
            self._budgets[method].give_back()
            raise
        except OutcomeUnknown as unknown:
            self._budgets[method].give_back()
            raise Later(AGAIN_SECONDS, str(unknown)) from None
