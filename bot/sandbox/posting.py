"""Makes messages out of what the bot hands over, wherever it may: the Web API, an ack, a response URL."""

from dataclasses import dataclass, replace

from bot.sandbox.blocks import MESSAGE_TEXT_LIMIT, check_message, text_length
from bot.sandbox.elements import named
from bot.sandbox.messages import Message
from bot.sandbox.refusals import Refused
from bot.sandbox.shapes import Json
from bot.sandbox.violations import Kind
from bot.sandbox.workspace import Workspace

TEXT_LIMIT = 40_000
ADVISED_TEXT = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a message says. `text` is read aloud and notified; `blocks` are what is seen."""

    text: str
    blocks: tuple[Json, ...] = ()
    attachments: tuple[Json, ...] = ()
    metadata: Json | None = None


def checked(workspace: Workspace, content: Content) -> Content:
    """The content with its ids filled in. Raises Refused as chat.postMessage would."""
    if not (content.text or content.blocks or content.attachments):
        raise Refused("no_text")
    if len(content.text) > TEXT_LIMIT:
        raise Refused("msg_too_long")
    blocks = checked_blocks(workspace, content.blocks)
    if blocks and not content.text.strip():
        workspace.violate(Kind.MISSING_TEXT, "Blocks without a top-level text are silent to a screen reader.")
    if len(content.text) > ADVISED_TEXT:
        workspace.violate(Kind.LIMIT_BROKEN, f"A text of {len(content.text)} characters may be split.")
    return replace(content, blocks=blocks)


def checked_blocks(workspace: Workspace, blocks: tuple[Json, ...]) -> tuple[Json, ...]:
    """The blocks with their ids filled in. Raises Refused: msg_blocks_too_long, invalid_blocks."""
    if not blocks:
        return ()
    if text_length(list(blocks)) > MESSAGE_TEXT_LIMIT:
        raise Refused("msg_blocks_too_long")
    if problems := check_message(list(blocks)):
        complaints = [f"[ERROR] {each.message} [json-pointer:/blocks{each.pointer}]" for each in problems]
        raise Refused("invalid_blocks", messages=complaints)
    return tuple(named(list(blocks), workspace.ids.short))


def block_list(blocks: object) -> tuple[Json, ...]:
    """Blocks as they should be shaped at the very least."""
    if blocks is None:
        return ()
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise Refused("invalid_blocks_format")
    return tuple(blocks)


def content_of(payload: Json) -> Content:
    """Content in an ack or a response URL's body, where blocks are always JSON."""
    return Content(
        text=str(payload.get("text") or ""),
        blocks=block_list(payload.get("blocks")),
        attachments=tuple(payload.get("attachments") or ()),
        metadata=payload.get("metadata"),
    )


def by_bot(
    workspace: Workspace,
    content: Content,
    *,
    channel: str,
    ephemeral_to: str | None = None,
    thread_ts: str | None = None,
    files: tuple[Json, ...] = (),
) -> Message:
    """Post content that was checked, as the app's bot."""
    who = workspace.identity
    with workspace.lock:
        return workspace.post(
            Message(
                ts=workspace.stamp(),
                channel=channel,
                user=who.bot_user_id,
                bot_id=who.bot_id,
                app_id=who.app_id,
                team_id=who.team_id,
                text=content.text,
                blocks=content.blocks,
                attachments=content.attachments,
                metadata=content.metadata,
                files=files,
                subtype="file_share" if files else None,
                ephemeral_to=ephemeral_to,
                thread_ts=thread_ts,
            )
        )


def rewritten(message: Message, content: Content) -> Message:
    """The message with new content. Without blocks it loses those it had, and is marked as edited."""
    return replace(
        message,
        text=content.text,
        blocks=content.blocks,
        attachments=content.attachments,
        metadata=content.metadata or message.metadata,
        edited=not content.blocks,
    )
