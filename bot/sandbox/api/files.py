"""files.*: where to send a file's bytes, and the message that shares it."""

import mimetypes
import re
from pathlib import PurePosixPath
from urllib.parse import quote

from bot.sandbox.api.call import Call
from bot.sandbox.api.conversing import direct_or_channel, open_to_bot
from bot.sandbox.channels import Channel
from bot.sandbox.posting import Content, block_list, by_bot, checked, checked_blocks
from bot.sandbox.refusals import Refused
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.uploads import Upload

ALT_TEXT_LIMIT = 1_000
SNIPPET_BYTES = 1_000_000
CHANNELS_LIMIT = 100
_CHANNEL_ID = re.compile(r"[CGDZ][A-Z0-9]+")


def get_upload_url(slack: Slack, call: Call) -> Json:
    length, name, alt_text = call.whole("length", default=0), call.text("filename"), call.text("alt_txt")
    if not length or not name.strip():
        raise Refused("missing_argument")
    if len(alt_text) > ALT_TEXT_LIMIT:
        raise Refused("alt_txt_too_large")
    if call.text("snippet_type") and length > SNIPPET_BYTES:
        raise Refused("snippet_too_large")
    upload = slack.uploads.begin(name, length, alt_text=alt_text)
    return {"upload_url": slack.uploads.address(upload), "file_id": upload.id}


def complete_upload(slack: Slack, call: Call) -> Json:
    """All or nothing: every file and channel is looked at before the first message is posted.

    Without a channel the files stay with the bot. At Slack a file may appear some time after this answer, or
    never; here it is there at once.
    """
    channels = _channels(slack, call)
    thread_ts = _thread(slack, call, channels)
    content = _content(slack, call)
    uploads = [(_own(slack, each["id"]), each.get("title")) for each in _asked(call)]
    files = tuple(_file(slack, upload, str(title or upload.name)) for upload, title in uploads)
    for upload, _ in uploads:
        upload.completed = True
    for channel in channels:
        by_bot(slack.workspace, content, channel=channel.id, thread_ts=thread_ts, files=files)
    return {"files": list(files)}


def _asked(call: Call) -> list[Json]:
    files = call.json("files")
    if not isinstance(files, list) or not files:
        raise Refused("invalid_arguments", messages=["[ERROR] no files [json-pointer:/files]"])
    ids = [each.get("id") for each in files]
    if not all(isinstance(each, str) and each for each in ids) or len(set(ids)) < len(ids):
        raise Refused(
            "invalid_arguments", messages=["[ERROR] each file has an id of its own [json-pointer:/files]"]
        )
    return files


def _own(slack: Slack, file_id: str) -> Upload:
    if file_id in _attached_by_people(slack):
        raise Refused("access_denied")
    return slack.uploads.waiting(file_id)


def _attached_by_people(slack: Slack) -> set[str]:
    workspace = slack.workspace
    said = (message for channel in workspace.channels for message in workspace.messages(channel))
    return {file["id"] for message in said if message.bot_id is None for file in message.files}


def _channels(slack: Slack, call: Call) -> list[Channel]:
    """`channel_id` takes no person's id and `channels` does, as at Slack."""
    one, many = call.text("channel_id"), _listed(call)
    if one and not _CHANNEL_ID.fullmatch(one):
        pattern = "^[CGDZ][A-Z0-9]{8,}$ [json-pointer:/channel_id]"
        raise Refused("invalid_arguments", messages=[f"[ERROR] input must match regex pattern: {pattern}"])
    if len(many) > CHANNELS_LIMIT:
        raise Refused("channels_limit_exceeded")
    found = [direct_or_channel(slack, one, refusal="channel_not_found")] if one else []
    found += [direct_or_channel(slack, each, refusal="invalid_channel") for each in many]
    unique = {channel.id: channel for channel in found}
    return [open_to_bot(slack, each, if_archived="posting_to_channel_denied") for each in unique.values()]


def _listed(call: Call) -> list[str]:
    words = call.text("channels")
    listed = call.json("channels") if words.lstrip().startswith("[") else words.split(",")
    return [str(each) for each in listed if each] if isinstance(listed, list) else []


def _thread(slack: Slack, call: Call, channels: list[Channel]) -> str | None:
    thread_ts = call.text("thread_ts") or None
    if thread_ts and (len(channels) != 1 or slack.workspace.find(channels[0].id, thread_ts) is None):
        complaint = "[ERROR] thread_ts is a message in the one channel [json-pointer:/thread_ts]"
        raise Refused("invalid_arguments", messages=[complaint])
    return thread_ts


def _content(slack: Slack, call: Call) -> Content:
    """A comment makes Slack ignore the blocks; a file may stand without either."""
    if comment := call.text("initial_comment"):
        return checked(slack.workspace, Content(text=comment))
    return Content(text="", blocks=checked_blocks(slack.workspace, block_list(call.json("blocks"))))


def _file(slack: Slack, upload: Upload, title: str) -> Json:
    """Slack's file object, as far as anybody here reads it."""
    who, created = slack.workspace.identity, int(slack.workspace.clock.now().timestamp())
    address = f"{slack.uploads.base}/files-pri/{who.team_id}-{upload.id}"
    name = quote(upload.name, safe="")
    return {
        "id": upload.id,
        "created": created,
        "timestamp": created,
        "name": upload.name,
        "title": title,
        "mimetype": mimetypes.guess_type(upload.name)[0] or "application/octet-stream",
        "filetype": PurePosixPath(upload.name).suffix.removeprefix(".").lower() or "binary",
        "user": who.bot_user_id,
        "user_team": who.team_id,
        "editable": False,
        "size": upload.length,
        "mode": "hosted",
        "is_external": False,
        "is_public": False,
        "url_private": f"{address}/{name}",
        "url_private_download": f"{address}/download/{name}",
        "file_access": "visible",
        **({"alt_txt": upload.alt_text} if upload.alt_text else {}),
    }
