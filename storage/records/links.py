"""Links: two notices that belong to one case, such as a child's Yellow and the abductor's Red."""

from dataclasses import dataclass
from datetime import datetime

from storage.records.notices import NoticeId
from storage.records.people import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    one: NoticeId
    other: NoticeId
    since: datetime
    by: Actor
