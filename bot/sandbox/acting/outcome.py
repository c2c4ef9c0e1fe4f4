"""What Slack's client knows after a person acted."""

from dataclasses import dataclass, field

from bot.sandbox.delivery import Ack
from bot.sandbox.messages import Message
from bot.sandbox.views import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """`acked` says that the bot answered within three seconds; `late` that it did not, though it was asked.

    `error` is what Slack shows the person; `errors` stand beside fields, by block_id; `message` is the answer
    that came with the acknowledgement; `views` is the person's stack of modals afterwards.
    """

    acked: bool
    late: bool = False
    seconds: float = 0.0
    error: str | None = None
    errors: dict[str, str] = field(default_factory=dict)
    message: Message | None = None
    views: tuple[View, ...] = ()


def outcome_of(
    ack: Ack | None,
    error: str | None,
    *,
    views: list[View],
    message: Message | None = None,
    errors: dict[str, str] | None = None,
) -> Outcome:
    return Outcome(
        acked=ack is not None,
        late=error == "operation_timeout",
        seconds=ack.seconds if ack else 0.0,
        error=error,
        errors=errors or {},
        message=message,
        views=tuple(views),
    )
