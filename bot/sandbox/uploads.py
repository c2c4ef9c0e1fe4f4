"""Files that the bot uploads: an address for each, used once, and the bytes while the workspace lasts."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.clock import real_seconds
from bot.sandbox.ids import secret
from bot.sandbox.refusals import Refused
from bot.sandbox.violations import Kind
from bot.sandbox.workspace import Workspace

LARGEST_BYTES = 10 * 1024 * 1024
STORAGE_BYTES = 10 * LARGEST_BYTES
LIFETIME_SECONDS = 30 * 60


@dataclass(slots=True, kw_only=True)
class Upload:
    """`length` is what was announced, in bytes; `content` is None until they have come."""

    id: str
    key: str
    name: str
    length: int
    alt_text: str
    begun_at: float
    content: bytes | None = None
    completed: bool = False


class Uploads:
    """Slack states neither the life of an address nor what it answers to a wrong length, only "not 200"."""

    def __init__(self, workspace: Workspace, *, seconds: Callable[[], float] = real_seconds) -> None:
        self._workspace = workspace
        self._seconds = seconds
        self._uploads: dict[str, Upload] = {}
        self.base = ""

    def clear(self) -> None:
        self._uploads.clear()

    def begin(self, name: str, length: int, *, alt_text: str) -> Upload:
        """Raises Refused: file_upload_size_restricted, storage_limit_reached."""
        if length > LARGEST_BYTES:
            raise Refused("file_upload_size_restricted")
        with self._workspace.lock:
            self._uploads = {each.id: each for each in self._uploads.values() if not self._expired(each)}
            if sum(each.length for each in self._uploads.values()) + length > STORAGE_BYTES:
                raise Refused("storage_limit_reached")
            upload = Upload(
                id=self._workspace.ids.new("F"),
                key=secret(),
                name=name,
                length=length,
                alt_text=alt_text,
                begun_at=self._seconds(),
            )
            self._uploads[upload.id] = upload
            return upload

    def address(self, upload: Upload) -> str:
        """Where the bytes are to be sent."""
        return f"{self.base}/upload/v1/{upload.key}"

    def receive(self, key: str, content: bytes) -> Upload:
        """Keep the bytes. Raises Refused: expired_url (also for one never given), used_url, wrong_length."""
        with self._workspace.lock:
            upload = next((each for each in self._uploads.values() if each.key == key), None)
            if upload is None or self._expired(upload):
                raise Refused("expired_url")
            if upload.content is not None:
                raise Refused("used_url")
            if len(content) != upload.length:
                text = f"{upload.length} bytes were announced of a file and {len(content)} sent."
                self._workspace.violate(Kind.WRONG_ARGUMENT, text)
                raise Refused("wrong_length")
            upload.content = content
            return upload

    def waiting(self, file_id: str) -> Upload:
        """The upload whose bytes are here and which can be completed. Raises Refused: file_not_found."""
        upload = self._uploads.get(file_id)
        if upload is None or self._expired(upload) or upload.completed or upload.content is None:
            raise Refused("file_not_found")
        return upload

    def content(self, file_id: str) -> bytes | None:
        """The bytes of a file whose upload was completed."""
        upload = self._uploads.get(file_id)
        return upload.content if upload and upload.completed else None

    def _expired(self, upload: Upload) -> bool:
        return not upload.completed and self._seconds() - upload.begun_at > LIFETIME_SECONDS
