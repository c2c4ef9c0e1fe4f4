"""The people of the workspace, and how the Web API shows them."""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.sandbox.quiet import Quiet
from bot.sandbox.shapes import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """`guest` is a multi-channel guest, `ultra` a single-channel one; `team_id` may be another team's."""

    id: str
    name: str
    team_id: str
    real_name: str = ""
    title: str = ""
    tz: str = "America/New_York"
    guest: bool = False
    ultra: bool = False
    deleted: bool = False
    is_bot: bool = False
    updated: int = 0
    quiet: Quiet = field(default_factory=Quiet)

    def shown(self) -> Json:
        """As slash commands and interactions name the person."""
        return {"id": self.id, "username": self.name, "name": self.name, "team_id": self.team_id}

    def as_user(self, *, now: datetime, stranger: bool) -> Json:
        """The user object of users.info. Slack leaves the zone out of a deactivated one."""
        user: Json = {
            "id": self.id,
            "team_id": self.team_id,
            "name": self.name,
            "deleted": self.deleted,
            "profile": self._profile(),
            "is_bot": self.is_bot,
            "is_app_user": False,
            "updated": self.updated,
        }
        if stranger:
            user["is_stranger"] = True
        if not self.deleted:
            user |= self._standing() | self._zone(now)
        return user

    def _profile(self) -> Json:
        return {
            "real_name": self.real_name or self.name,
            "real_name_normalized": self.real_name or self.name,
            "display_name": self.name,
            "display_name_normalized": self.name,
            "title": self.title,
            "team": self.team_id,
        }

    def _standing(self) -> Json:
        return {
            "real_name": self.real_name or self.name,
            "is_admin": False,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": self.guest or self.ultra,
            "is_ultra_restricted": self.ultra,
        }

    def _zone(self, now: datetime) -> Json:
        local = now.astimezone(ZoneInfo(self.tz))
        offset = local.utcoffset()
        return {
            "tz": self.tz,
            "tz_label": local.tzname() or self.tz,
            "tz_offset": int(offset.total_seconds()) if offset else 0,
        }
