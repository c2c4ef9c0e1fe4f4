"""Logs as JSON lines on standard error: references and ids, never names, tokens or payloads."""

import logging
import sys

import structlog

_LIBRARIES = ("slack_sdk", "slack_bolt", "apscheduler", "websocket", "waitress", "sqlalchemy", "alembic")


def configure(level: int = logging.INFO) -> None:
    """Once, at the start of a long-running command."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            *shared,
            structlog.processors.format_exc_info,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.processors.format_exc_info],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for library in _LIBRARIES:
        # Below a warning these write addresses, tickets and payloads.
        logging.getLogger(library).setLevel(logging.WARNING)
