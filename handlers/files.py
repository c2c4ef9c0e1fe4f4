"""Files that the desk sends to one person, into the direct messages between the two."""

from http.client import HTTPException

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.rules.errors import DeskError
from handlers.views.export import File
from storage.records.people import PersonId

log = structlog.get_logger(__name__)


class FileDidNotArrive(DeskError):
    """Slack refused it, or took too long."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why} An operator can write the same file with `python -m bot export`.")


class Files:
    def __init__(self, client: WebClient) -> None:
        """`client` gives up soon and does not try again: a person waits for the answer."""
        self._client = client

    def send(self, person: PersonId, file: File) -> None:
        """Raises `FileDidNotArrive`."""
        try:
            told = self._client.conversations_open(users=person.rpartition("/")[2])
            self._client.files_upload_v2(
                channel=told["channel"]["id"],
                content=file.text,
                filename=file.name,
                title=file.name,
                initial_comment=file.words,
            )
        except SlackApiError as refused:
            raise _refused(str(refused.response.get("error", ""))) from refused
        except (SlackClientError, OSError, HTTPException) as error:
            raise _lost(type(error).__name__) from error


def _refused(error: str) -> FileDidNotArrive:
    log.warning("file_refused", error=error)
    if error == "missing_scope":
        return FileDidNotArrive("The desk may not send files: its Slack app needs the scope `files:write`.")
    return FileDidNotArrive("Slack did not take the file. Please try again.")


def _lost(error: str) -> FileDidNotArrive:
    log.warning("file_not_sent", error=error)
    return FileDidNotArrive("Slack took too long for the file. Please try again.")
