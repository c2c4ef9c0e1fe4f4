"""Messages, views and outcomes as the page reads them."""

from bot.sandbox.acting.outcome import Outcome
from bot.sandbox.changes import Change
from bot.sandbox.messages import Message
from bot.sandbox.requests import Request
from bot.sandbox.shapes import Json
from bot.sandbox.views import View


def message_shape(message: Message, *, reply_count: int = 0) -> Json:
    return {
        "ts": message.ts,
        "channel": message.channel,
        "user": message.user,
        "bot": message.bot_id is not None,
        "text": message.text,
        "blocks": list(message.blocks),
        "files": list(message.files),
        "thread_ts": message.thread_ts,
        "edited": message.edited,
        "ephemeral": message.ephemeral_to is not None,
        "reply_count": reply_count,
        "reactions": list(message.reactions),
    }


def view_shape(view: View) -> Json:
    return {
        "id": view.id,
        "type": view.type,
        "title": view.title,
        "submit": view.submit,
        "close": view.close,
        "blocks": list(view.blocks),
        "state": {"values": view.state},
        "errors": view.errors,
    }


def outcome_shape(outcome: Outcome) -> Json:
    return {
        "acked": outcome.acked,
        "late": outcome.late,
        "seconds": outcome.seconds,
        "error": outcome.error,
        "errors": outcome.errors,
        "message": message_shape(outcome.message) if outcome.message else None,
        "views": [view_shape(view) for view in outcome.views],
    }


def change_shape(change: Change) -> Json:
    shape: Json = {"sequence": change.sequence, "type": change.type.value}
    if change.channel:
        shape["channel"] = change.channel
    if change.message:
        shape["message"] = message_shape(change.message)
    return shape


def request_shape(request: Request) -> Json:
    return {
        "method": request.method,
        "args": request.args,
        "status": request.status,
        "error": request.error,
        "seconds": request.seconds,
        "at": request.at.isoformat(),
    }
