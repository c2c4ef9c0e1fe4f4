"""The bot's address in HTTP mode: what Slack POSTs there, signed, and how the answer counts."""

import hashlib
import hmac
import http.client
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from bot.sandbox.delivery import ACK_SECONDS, Delivery
from bot.sandbox.identity import Identity
from bot.sandbox.shapes import Json

JSON_TYPE = "application/json"
FORM_TYPE = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: str
    no_retry: bool


def signature(secret: str, timestamp: str, body: str) -> str:
    """Slack's v0: HMAC-SHA256 of the version, the time stamp and the raw body."""
    base = f"v0:{timestamp}:{body}".encode()
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


class HttpBot:
    """`timestamp` gives real Unix seconds as text: the bot compares it with its own real clock."""

    def __init__(self, url: str, identity: Identity, timestamp: Callable[[], str]) -> None:
        self._url = urlsplit(url)
        self._identity = identity
        self._timestamp = timestamp
        self._threads = ThreadPoolExecutor(max_workers=16, thread_name_prefix="sandbox-http")

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    def post(self, delivery: Delivery, done: Callable[[], None]) -> None:
        """POST in another thread; `done` is called there after the answer or its failure is noted."""

        def exchange() -> None:
            self._exchange(delivery)
            done()

        self._threads.submit(exchange)

    def verify(self) -> bool:
        """Slack's url_verification: whether the address echoes the challenge."""
        challenge = "sandbox-challenge"
        body = {
            "type": "url_verification",
            "challenge": challenge,
            "token": self._identity.verification_token,
        }
        answer = self.send(json.dumps(body), JSON_TYPE)
        return answer.status == 200 and challenge in answer.body  # noqa: PLR2004  # HTTP's own number.

    def ssl_check(self) -> int:
        """The status that Slack's certificate check is answered with."""
        return self.send(
            urlencode({"ssl_check": "1", "token": self._identity.verification_token}), FORM_TYPE
        ).status

    def send(self, body: str, content_type: str, headers: dict[str, str] | None = None) -> Answer:
        """One signed POST. Raises OSError or http.client.HTTPException when it fails."""
        timestamp = self._timestamp()
        signed = {
            "Content-Type": content_type,
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature(self._identity.signing_secret, timestamp, body),
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        }
        connection = http.client.HTTPConnection(self._url.netloc, timeout=ACK_SECONDS)
        try:
            connection.request("POST", self._url.path or "/", body.encode(), signed | (headers or {}))
            response = connection.getresponse()
            text = response.read().decode()
            return Answer(response.status, text, response.getheader("x-slack-no-retry") == "1")
        finally:
            connection.close()

    def _exchange(self, delivery: Delivery) -> None:
        body, content_type = _encoded(delivery)
        retry = {"X-Slack-Retry-Num": str(delivery.attempt), "X-Slack-Retry-Reason": delivery.reason}
        try:
            answer = self.send(body, content_type, retry if delivery.attempt else None)
        except TimeoutError:
            delivery.fail("http_timeout")
        except (OSError, http.client.HTTPException):
            delivery.fail("connection_failed")
        else:
            if answer.status == 200:  # noqa: PLR2004  # HTTP's own number.
                delivery.acknowledge(_read(answer.body))
            else:
                delivery.fail("http_error", never_again=answer.no_retry)


def _encoded(delivery: Delivery) -> tuple[str, str]:
    if delivery.type == "events_api":
        return json.dumps(delivery.payload), JSON_TYPE
    if delivery.type == "slash_commands":
        return urlencode(delivery.payload), FORM_TYPE
    return urlencode({"payload": json.dumps(delivery.payload)}), FORM_TYPE


def _read(body: str) -> Json | None:
    """A body that is no JSON object is text to show."""
    if not body.strip():
        return None
    try:
        words = json.loads(body)
    except json.JSONDecodeError:
        return {"text": body}
    return words if isinstance(words, dict) else {"text": body}
