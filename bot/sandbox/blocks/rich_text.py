"""Rich text: the block, its sections, lists, quotes and preformatted parts, and what those hold."""

from bot.sandbox.blocks.forms import URL
from bot.sandbox.blocks.kinds import Choice, Fields, Flag, Items, Kind, Number, String, Typed, shape
from bot.sandbox.blocks.objects import BLOCK_ID, ID

_MARKS = Fields(
    keys={"bold": Flag(), "italic": Flag(), "strike": Flag(), "code": Flag(), "underline": Flag()}
)
_BORDER = Choice((0, 1))
_WORDS = String(least=1)


def _piece(required: dict[str, Kind], **optional: Kind) -> Fields:
    return shape(required=required, optional={"style": _MARKS, **optional})


PIECES: dict[str, Kind] = {
    "text": _piece({"text": _WORDS}),
    "link": _piece({"url": URL}, text=_WORDS, unsafe=Flag()),
    "user": _piece({"user_id": ID}),
    "channel": _piece({"channel_id": ID}),
    "usergroup": _piece({"usergroup_id": ID}),
    "team": _piece({"team_id": ID}),
    "broadcast": _piece({"range": Choice(("here", "channel", "everyone"))}),
    "emoji": _piece({"name": ID}, unicode=String(), url=URL),
    "date": _piece({"timestamp": Number(), "format": _WORDS}, url=URL, fallback=_WORDS),
    "color": _piece({"value": _WORDS}),
}

_LINE = Items(kind=Typed(PIECES), least=0)
_SECTION = shape(required={"elements": _LINE})

PARTS: dict[str, Kind] = {
    "rich_text_section": _SECTION,
    "rich_text_quote": shape(required={"elements": _LINE}, optional={"border": _BORDER}),
    "rich_text_preformatted": shape(
        required={"elements": Items(kind=Typed({name: PIECES[name] for name in ("text", "link")}), least=0)},
        optional={"border": _BORDER},
    ),
    "rich_text_list": shape(
        required={
            "elements": Items(kind=Typed({"rich_text_section": _SECTION}), least=0),
            "style": Choice(("bullet", "ordered")),
        },
        optional={"indent": Number(least=0), "offset": Number(least=0), "border": _BORDER},
    ),
}

RICH_TEXT = shape(
    required={"elements": Items(kind=Typed(PARTS), least=0)},
    optional={"block_id": BLOCK_ID},
)
RICH_TEXT_OBJECT = Typed({"rich_text": RICH_TEXT})
