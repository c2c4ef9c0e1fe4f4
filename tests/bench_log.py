"""The log of a bench: only trouble, so that the figures can be read."""

import logging

import structlog


def hush() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
