"""What `doctor` finds wrong, for tests that break one thing after another."""

from handlers.doctor import examine


def faults() -> dict[str, str]:
    """The advice by check."""
    return {finding.check: finding.words for finding in examine() if not finding.well}
