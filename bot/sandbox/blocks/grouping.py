"""The table of blocks that group others: cards, carousels, containers, tasks and plans."""

from collections.abc import Mapping

from bot.sandbox.blocks.block import MESSAGES, NOT_MODALS, WORDS, Block, block
from bot.sandbox.blocks.elements import ELEMENTS
from bot.sandbox.blocks.forms import WEB_URL
from bot.sandbox.blocks.kinds import Choice, Flag, Items, Typed
from bot.sandbox.blocks.kinds import shape as typed
from bot.sandbox.blocks.layout import PLAIN_BLOCKS
from bot.sandbox.blocks.objects import ID, IMAGE, mrkdwn, plain, text
from bot.sandbox.blocks.rich_text import RICH_TEXT_OBJECT

_PICTURE = Typed({"image": IMAGE})

_CARD = block(
    {},
    title=mrkdwn(150),
    subtitle=mrkdwn(150),
    body=mrkdwn(200),
    icon=_PICTURE,
    hero_image=_PICTURE,
    actions=Items(kind=Typed({"button": ELEMENTS["button"].fields}), least=0),
)
_TASK_CARD = block(
    {
        "task_id": ID,
        "title": WORDS,
        "status": Choice(("pending", "in_progress", "complete", "error")),
    },
    surfaces=MESSAGES,
    details=RICH_TEXT_OBJECT,
    output=RICH_TEXT_OBJECT,
    sources=Items(
        kind=Typed({"url": typed(required={"url": WEB_URL, "text": WORDS})}),
        least=0,
    ),
)
_CONTAINABLE = (
    "actions", "context", "divider", "file", "header", "image", "input", "rich_text", "section", "table",
    "video",
)  # fmt: skip

GROUPING_BLOCKS: Mapping[str, Block] = {
    "card": _CARD,
    "carousel": block({"elements": Items(kind=Typed({"card": _CARD.fields}), most=10)}, surfaces=NOT_MODALS),
    "container": block(
        {
            "child_blocks": Items(
                kind=Typed({name: PLAIN_BLOCKS[name].fields for name in _CONTAINABLE}), most=10
            )
        },
        surfaces=NOT_MODALS,
        title=plain(150),
        rich_text_title=RICH_TEXT_OBJECT,
        subtitle=text(150),
        width=Choice(("narrow", "standard", "wide", "full")),
        icon=_PICTURE,
        is_collapsible=Flag(),
        default_collapsed=Flag(),
        has_header_divider=Flag(),
    ),
    "task_card": _TASK_CARD,
    "plan": block(
        {"title": WORDS},
        surfaces=MESSAGES,
        tasks=Items(kind=Typed({"task_card": _TASK_CARD.fields}), least=0),
    ),
}
