"""Forms that somebody has begun, for their own eyes: which and when, and nothing that stands in them."""

from collections.abc import Sequence

from bot.rules.colours import title
from bot.rules.kinds import KINDS
from handlers import action_ids
from handlers.views.blocks import Block, Message, actions, button, context, ours, section
from handlers.views.words import DIRECTIONS, NOTICE_DIRECTIONS, DeskWords
from storage.records.drafts import Draft
from storage.records.notices import Colour, Means
from storage.records.requests import Direction, RequestKind


def message(drafts: Sequence[Draft], desk: DeskWords) -> Message:
    heading = f"*Your drafts*: {len(drafts)}"
    return Message(
        text=f"Your drafts: {len(drafts)}",
        blocks=[section(ours(heading)), *rows(drafts, desk), context(_kept(drafts, desk))],
    )


def rows(drafts: Sequence[Draft], desk: DeskWords) -> list[Block]:
    return [block for row, draft in enumerate(drafts) for block in _row(draft, row, desk)]


def discarded() -> Message:
    return Message(text="Thrown away", blocks=[section(ours("The draft is thrown away."))])


def _row(draft: Draft, row: int, desk: DeskWords) -> list[Block]:
    return [
        section(ours(f"{what(draft, desk)}\nkept {desk.moment(draft.saved_at)}")),
        *actions(
            button("Resume", action_ids.draft("resume", row), draft.id, style="primary"),
            button("Throw away", action_ids.draft("discard", row), draft.id),
        ),
    ]


def what(draft: Draft, desk: DeskWords) -> str:
    """As mrkdwn: the kind and the country, which name nobody."""
    way = Direction(draft.answers.get("direction", Direction.OUTGOING))
    country = desk.country(draft.answers.get("country", ""))
    if draft.form in set(Colour):
        means = Means(draft.answers.get("means", Means.NOTICE))
        return f"*{title(Colour(draft.form), means, way)}*, {country}. {NOTICE_DIRECTIONS[way]}"
    if draft.form in set(RequestKind):
        return f"*{KINDS[RequestKind(draft.form)].label}*, {country}. {DIRECTIONS[way]}"
    return "*A request* whose kind is not chosen yet"


def _kept(drafts: Sequence[Draft], desk: DeskWords) -> str:
    days = desk.policy().requests.drafts.days
    if not drafts:
        return "You have begun no form. A form that you close is kept here."
    return f"Nobody else sees them. Each is thrown away {days} days after you last touched it (desk default)."
