"""Cases: the notices that belong together, by a link, a request or their agency's case number."""

from bot.rules.steps import Sign
from storage.database import Stores
from storage.records.notices import Notice, NoticeId
from storage.records.queries import RecordQuery
from storage.records.reminders import RecordKind

MOST = 10
"""Notices of one case that are looked for."""


def linked(stores: Stores, notice: Notice) -> list[Notice]:
    """The others of the same case, oldest first."""
    ids = {*stores.links.of(notice.id), *_of_the_same_number(stores, notice)}
    found = [each for each in map(stores.notices.get, sorted(ids)) if each is not None]
    if notice.request_id:
        found += stores.notices.find(RecordQuery(request_id=notice.request_id, limit=MOST))
    others = {each.id: each for each in found if each.id != notice.id}
    return sorted(others.values(), key=lambda each: (each.created_at, each.id))[:MOST]


def _of_the_same_number(stores: Stores, notice: Notice) -> set[NoticeId]:
    """An agency gives the child's notice and the abductor's the same number."""
    digests = [key.digest for key in stores.subjects.of(notice.id) if key.sign == Sign.CASE]
    sharing = stores.subjects.sharing(digests, but=notice.id) if digests else []
    return {NoticeId(key.record_id) for key in sharing if key.record_kind is RecordKind.NOTICE}
