"""The desk's terms: the offences and programmes that a record can name."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class TermKind(StrEnum):
    OFFENCE = "offence"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    kind: TermKind
    code: str
    """What records keep; it never changes."""
    label: str
    source: str
    """Who names it so."""
    retired_at: datetime | None = None
    """Since when forms do not offer it; records that name it keep its label."""
    version: int = 1
