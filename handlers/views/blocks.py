"""The parts that views are made of, and the only door for text from people.

Our own words go through `ours` and may be mrkdwn. Text from people goes through `said`, `said_field`, `told`
or `words`: plain_text and rich_text, where Slack makes no mention, no link and no formatting of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from storage.records.people import PersonId

Block = dict[str, Any]
"""Block Kit JSON."""
View = dict[str, Any]
"""A modal or an App Home as Block Kit JSON."""

NOT_GIVEN = "not given"
SECTION_LIMIT = 3000
FIELD_LIMIT = 2000
FIELDS = 10
"""Fields that one section holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What a person reads. `text` is what a push notification and a screen reader say: references only."""

    text: str
    blocks: Sequence[Block] = field(default=())


def cut(text: str, limit: int) -> str:
    """`text` in at most `limit` characters as Slack counts them: UTF-16 units, so that most emoji are two."""
    if _units(text) <= limit:
        return text
    kept = text.encode("utf-16-le")[: 2 * (limit - 1)].decode("utf-16-le", errors="ignore")
    return f"{kept}…"


def parts(text: str, limit: int) -> list[str]:
    """`text` in pieces of at most `limit` characters as Slack counts them; nothing is left out."""
    pieces: list[str] = []
    rest = text
    while _units(rest) > limit:
        piece = rest.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", errors="ignore")
        pieces.append(piece)
        rest = rest[len(piece) :]
    return [*pieces, rest]


def escaped(text: str) -> str:
    """Reference data, such as a country's name, inside our mrkdwn. It makes no person's text safe."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def ours(text: str) -> Block:
    """Our own words, which may be mrkdwn. Never anything that a person wrote."""
    return {"type": "mrkdwn", "text": text}


def said(text: str, limit: int = SECTION_LIMIT) -> Block:
    """Text from people, shown as it was written."""
    return {"type": "plain_text", "text": cut(text, limit) or NOT_GIVEN, "emoji": False}


def plain(text: str) -> Block:
    """Our own words where Slack takes only plain text: titles, labels, buttons."""
    return {"type": "plain_text", "text": text}


def section(text: Block, *, accessory: Block | None = None) -> Block:
    return {"type": "section", "text": text} | ({} if accessory is None else {"accessory": accessory})


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text)}


def divider() -> Block:
    """A line across, where Slack would run one message of the bot into the next."""
    return {"type": "divider"}


def context(text: str) -> Block:
    """A small line of our own words."""
    return {"type": "context", "elements": [ours(text)]}


def our_field(label: str, words: str) -> Block:
    return ours(f"*{label}*\n{words}")


def said_field(label: str, text: str) -> Block:
    return said(f"{label}\n{text or NOT_GIVEN}", FIELD_LIMIT)


def fields(*shown: Block) -> list[Block]:
    """Labelled values in two columns."""
    return [
        {"type": "section", "fields": list(shown[start : start + FIELDS])}
        for start in range(0, len(shown), FIELDS)
    ]


def told(label: str, text: str) -> list[Block]:
    """A label and a text of any length from people, whole."""
    return [
        section(ours(f"*{label}*")),
        *(section(said(part)) for part in parts(text or NOT_GIVEN, SECTION_LIMIT)),
    ]


def line(*pieces: Block) -> Block:
    """A line of rich text, of `words` and `person`."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(pieces)}]}


def words(text: str, *, bold: bool = False) -> Block:
    """A piece of rich text, ours or a person's: nothing in it is ever formatting."""
    return {"type": "text", "text": text or NOT_GIVEN} | ({"style": {"bold": True}} if bold else {})


def person(who: PersonId) -> Block:
    """A piece of rich text that mentions somebody, made from an id and nothing else."""
    return {"type": "user", "user_id": who.rsplit("/", 1)[-1]}


def button(label: str, action_id: str, value: str, *, style: str = "") -> Block:
    """A button; `style` is Slack's `primary` or `danger`, or nothing."""
    made: Block = {"type": "button", "text": plain(label), "action_id": action_id, "value": value}
    return made | ({"style": style} if style else {})


def confirmed(button: Block, question: str, *, yes: str, no: str) -> Block:
    """The button, with a question that Slack asks before the click counts."""
    title = plain("Are you sure?")
    return button | {
        "confirm": {"title": title, "text": plain(question), "confirm": plain(yes), "deny": plain(no)}
    }


def actions(*buttons: Block) -> list[Block]:
    """A row of buttons; none at all when there are none, since Slack refuses an empty row."""
    return [{"type": "actions", "elements": list(buttons)}] if buttons else []


def modal(title: str, blocks: Sequence[Block]) -> View:
    """A modal that is only read."""
    return {"type": "modal", "title": plain(title), "close": plain("Close"), "blocks": list(blocks)}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2
