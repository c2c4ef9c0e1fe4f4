"""The table of blocks that stand by themselves: their keys, their limits, and where they are shown."""

from collections.abc import Mapping

from bot.sandbox.blocks.block import EVERYWHERE, MESSAGES, MODALS, NOT_MODALS, WORDS, Block, block
from bot.sandbox.blocks.elements import held_by
from bot.sandbox.blocks.forms import WEB_URL
from bot.sandbox.blocks.kinds import Checked, Choice, Fields, Flag, Items, Number, String, Typed
from bot.sandbox.blocks.kinds import shape as typed
from bot.sandbox.blocks.objects import ID, SLACK_FILE, one_picture, plain, text
from bot.sandbox.blocks.problem import Problem
from bot.sandbox.blocks.rich_text import RICH_TEXT


def _says_something(block: Checked, at: str) -> list[Problem]:
    if "text" in block or "fields" in block:
        return []
    return [Problem("must define either `text` or `fields`", f"{at}/type")]


_RAW = {
    "raw_text": typed(required={"text": WORDS}),
    "raw_number": typed(required={"text": WORDS, "value": Number(whole=False)}),
    "rich_text": RICH_TEXT,
}
_ROW = Items(kind=Typed(_RAW), most=20)
_COLUMN = Fields(keys={"align": Choice(("left", "center", "right")), "is_wrapped": Flag()})

PLAIN_BLOCKS: Mapping[str, Block] = {
    "divider": block({}),
    "header": block({"text": plain(150)}),
    "section": block(
        {},
        rules=(_says_something,),
        text=text(3000),
        fields=Items(kind=text(2000), most=10),
        accessory=held_by("section"),
        expand=Flag(),
    ),
    "context": block(
        {"elements": Items(kind=Typed({**held_by("context").shapes, **text(3000).shapes}), most=10)}
    ),
    "image": block(
        {"alt_text": String(least=1, most=2000)},
        rules=(one_picture,),
        image_url=WEB_URL,
        slack_file=SLACK_FILE,
        title=plain(2000),
    ),
    "actions": block({"elements": Items(kind=held_by("actions"), most=25)}),
    "context_actions": block({"elements": Items(kind=held_by("context_actions"), most=5)}, surfaces=MESSAGES),
    "input": block(
        {"label": plain(2000), "element": held_by("input")},
        hint=plain(2000),
        optional=Flag(),
        dispatch_action=Flag(),
    ),
    "rich_text": Block(RICH_TEXT, EVERYWHERE),
    "markdown": block({"text": String(least=1, most=12_000)}, surfaces=MESSAGES),
    "file": block({"external_id": ID, "source": Choice(("remote",))}, surfaces=MESSAGES),
    "video": block(
        {
            "alt_text": WORDS,
            "title": plain(200),
            "thumbnail_url": WEB_URL,
            "video_url": WEB_URL,
        },
        title_url=WEB_URL,
        description=plain(200),
        author_name=String(most=50),
        provider_name=String(),
        provider_icon_url=WEB_URL,
    ),
    "table": block(
        {"rows": Items(kind=_ROW, most=100)},
        surfaces=NOT_MODALS,
        column_settings=Items(kind=_COLUMN, least=0, most=20),
    ),
    "data_table": block(
        {"caption": WORDS, "rows": Items(kind=_ROW, least=2, most=201)},
        surfaces=NOT_MODALS,
        page_size=Number(least=1, most=100),
        row_header_column_index=Number(least=0, most=19),
    ),
    "alert": block(
        {"text": text(200)},
        surfaces=MODALS,
        level=Choice(("default", "info", "warning", "error", "success")),
    ),
}
