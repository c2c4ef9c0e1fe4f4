"""An answer of the Web API before it becomes HTTP."""

import json
from dataclasses import dataclass, field

from starlette.responses import Response

from bot.sandbox.shapes import Json


@dataclass(frozen=True, slots=True)
class Reply:
    body: Json
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def error(self) -> str | None:
        return None if self.body.get("ok") else str(self.body.get("error", ""))

    def as_response(self) -> Response:
        return Response(
            json.dumps(self.body),
            status_code=self.status,
            headers=self.headers,
            media_type="application/json; charset=utf-8",
        )


def ratelimited(seconds: int) -> Reply:
    return Reply({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": str(seconds)})
