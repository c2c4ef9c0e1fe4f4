"""Slack's no: an error name, with the details that stand in `response_metadata`."""

from bot.sandbox.shapes import Json


class Refused(Exception):
    """A Web API call that Slack answers with `ok: false`."""

    def __init__(self, error: str, *, messages: list[str] | None = None, **fields: object) -> None:
        super().__init__(error, messages or [])
        self.error = error
        self.messages = messages or []
        self.fields = fields

    def as_json(self) -> Json:
        answer: Json = {"ok": False, "error": self.error, **self.fields}
        if self.messages:
            answer["response_metadata"] = {"messages": self.messages}
        return answer


class NotOnScreen(LookupError):
    """A person was asked to use what they cannot see; says what they can see instead."""
