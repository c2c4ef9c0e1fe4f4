"""What a gateway's silence, refusals and nonsense mean for a page: try again, look again, or give up."""

import errno
import logging
import re
import smtplib
import socket
import ssl
import sys
from collections.abc import Iterator
from threading import local

from bot.desk.ports import OutcomeUnknown, Undeliverable, Unreachable

Why = OSError | int | None
"""Why an attempt failed: an error of the network, a gateway's HTTP status, or nothing that Apprise told."""

_STATUS = re.compile(r"error=([1-5][0-9]{2})\b")
_ASK_LATER = frozenset({408, 425, 429})
_SERVER_ERROR = 500
_SMTP_TEMPORARY = range(400, 500)
_NO_ROUTE = frozenset({errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EHOSTDOWN, errno.ENETDOWN})
# Names and not types: these are of libraries below Apprise, which may change them.
_NEVER_CONNECTED = frozenset({"NewConnectionError", "NameResolutionError", "ConnectTimeoutError"})


class Ear(logging.Handler):
    """Hears in Apprise's log why the attempt of the current thread failed: Apprise answers with a bare no."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self._heard = local()

    @property
    def why(self) -> Why:
        return getattr(self._heard, "why", None)

    def emit(self, record: logging.LogRecord) -> None:
        # Apprise logs inside its except blocks, so the error itself is still at hand there.
        error = sys.exception()
        if isinstance(error, OSError):
            self._heard.why = error
        elif status := _STATUS.search(record.getMessage()):
            self._heard.why = int(status[1])


def meaning(why: Why) -> Exception:
    """What is to be raised; its words hold statuses and kinds of errors, and nothing of what was sent."""
    match why:
        case None:
            return Undeliverable("the gateway refused it, or does not take such an address")
        case int():
            return _meaning_of_status(why)
        case smtplib.SMTPRecipientsRefused():
            return _meaning_of_mail([code for code, _ in why.recipients.values()])
        case smtplib.SMTPResponseException():
            return _meaning_of_mail([why.smtp_code])
        case smtplib.SMTPNotSupportedError():
            return Undeliverable("the mail server does not do what the gateway's setting asks")
        case _:
            return _meaning_of_silence(why)


def _meaning_of_status(status: int) -> Exception:
    if status in _ASK_LATER:
        return Unreachable(f"the gateway asked to wait: {status}")
    if status >= _SERVER_ERROR:
        return OutcomeUnknown(f"the gateway answered {status}")
    return Undeliverable(f"the gateway answered {status}")


def _meaning_of_mail(codes: list[int]) -> Exception:
    """Nothing was sent in either case; a greylisting server wants to be asked again."""
    words = f"the mail server answered {', '.join(str(code) for code in codes)}"
    return Unreachable(words) if all(code in _SMTP_TEMPORARY for code in codes) else Undeliverable(words)


def _meaning_of_silence(error: OSError) -> Exception:
    for each in _causes(error):
        if isinstance(each, ssl.SSLCertVerificationError):
            return Undeliverable("the gateway's certificate is not trusted")
        if (
            isinstance(each, ConnectionRefusedError | socket.gaierror)
            or (isinstance(each, OSError) and each.errno in _NO_ROUTE)
            or type(each).__name__ in _NEVER_CONNECTED
        ):
            return Unreachable(f"nobody answers at the gateway's address: {type(each).__name__}")
    # The library under Apprise says so of a web address or a header that it cannot use.
    kind, unusable = type(error).__name__, isinstance(error, ValueError)
    return Undeliverable(kind) if unusable else OutcomeUnknown(f"the gateway broke off: {kind}")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error, and those that it came from."""
    each: BaseException | None = error
    while each is not None:
        yield each
        each = each.__cause__ or each.__context__
