"""Asking dnd.info through the real client."""

from typing import Any

from slack_sdk import WebClient

NOT_IN_IT = {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1, "snooze_enabled": False}


def info(client: WebClient, **asked: str) -> dict[str, Any]:
    answer: dict[str, Any] = dict(client.dnd_info(**asked).data)  # type: ignore[arg-type]  # Never bytes here.
    assert answer.pop("ok")
    return answer
