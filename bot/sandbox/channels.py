"""Channels and direct messages, and how the Web API shows them."""

from dataclasses import dataclass

from bot.sandbox.shapes import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """`direct_with` is the person at the other end of a DM with the bot; such a channel has no name."""

    id: str
    name: str
    created: int
    creator: str
    members: frozenset[str]
    private: bool = False
    ext_shared: bool = False
    archived: bool = False
    direct_with: str | None = None

    def shows_to(self, user: str) -> bool:
        """Public channels are everybody's to look at; a private one and a DM only their members'."""
        return user in self.members or not (self.private or self.direct_with)

    @property
    def event_name(self) -> str:
        """Which `message.*` subscription hears of this channel."""
        if self.direct_with:
            return "message.im"
        return "message.groups" if self.private else "message.channels"

    @property
    def event_type(self) -> str:
        """`channel_type` in a message event."""
        if self.direct_with:
            return "im"
        return "group" if self.private else "channel"

    @property
    def spoken_name(self) -> str:
        """`channel_name` in a slash command and an interaction."""
        if self.direct_with:
            return "directmessage"
        return "privategroup" if self.private else self.name

    def as_conversation(self, *, team_id: str, bot_user_id: str) -> Json:
        """The channel object of conversations.info, as the bot sees it."""
        if self.direct_with:
            return {
                "id": self.id,
                "created": self.created,
                "is_archived": False,
                "is_im": True,
                "is_org_shared": False,
                "context_team_id": team_id,
                "user": self.direct_with,
                "is_user_deleted": False,
                "is_open": True,
                "priority": 0,
            }
        return self._standing() | {
            "context_team_id": team_id,
            "shared_team_ids": [team_id],
            "is_member": bot_user_id in self.members,
            "num_members": len(self.members),
        }

    def _standing(self) -> Json:
        return {
            "id": self.id,
            "name": self.name,
            "name_normalized": self.name,
            "created": self.created,
            "creator": self.creator,
            "is_channel": True,
            "is_group": False,
            "is_im": False,
            "is_mpim": False,
            "is_private": self.private,
            "is_archived": self.archived,
            "is_general": False,
            "is_shared": self.ext_shared,
            "is_org_shared": False,
            "is_ext_shared": self.ext_shared,
            "is_pending_ext_shared": False,
            "topic": {"value": "", "creator": "", "last_set": 0},
            "purpose": {"value": "", "creator": "", "last_set": 0},
        }
