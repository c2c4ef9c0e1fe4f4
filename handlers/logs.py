"""Logs as JSON lines on standard error: references and ids, never names, tokens or payloads."""

import logging
import sys
from collections.abc import Mapping
from types import TracebackType

import structlog

from handlers.faults import where

_LIBRARIES: Mapping[str, int] = {
    # What it complains of is raised as well; its own lines repeat what came back from Slack.
    "slack_sdk": logging.CRITICAL,
    # Whatever they say holds addresses of people, or a gateway's secrets.
    "apprise": logging.CRITICAL,
    "requests": logging.CRITICAL,
    "urllib3": logging.CRITICAL,
    "oauthlib": logging.CRITICAL,
    "requests_oauthlib": logging.CRITICAL,
    # Its warnings speak of how it is put together here, which is on purpose.
    "slack_bolt": logging.ERROR,
    # It warns of each tick that it leaves out because the one before still runs, which is as it should be.
    "apscheduler": logging.ERROR,
    # Below these levels they write addresses, tickets and payloads.
    "websocket": logging.WARNING,
    "waitress": logging.WARNING,
    "sqlalchemy": logging.WARNING,
    "alembic": logging.WARNING,
}


def configure(level: int = logging.INFO) -> None:
    """Once, at the start of a long-running command."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.ExceptionRenderer(_without_its_words),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_is_wanted)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)


def _is_wanted(record: logging.LogRecord) -> bool:
    """Asked here and not by the loggers' levels, because Bolt sets those of its own loggers."""
    return record.levelno >= _LIBRARIES.get(record.name.partition(".")[0], logging.NOTSET)


def _without_its_words(
    exc_info: tuple[type[BaseException], BaseException, TracebackType | None],
) -> Mapping[str, object]:
    """What an exception says may hold what a person typed; its kind and place do not."""
    return {"kind": exc_info[0].__name__, "at": where(exc_info[1])}
