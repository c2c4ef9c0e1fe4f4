"""Building the workspace: who is in it, which channels it has, and what changes about them."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.sandbox.changes import Changed
from bot.sandbox.channels import Channel
from bot.sandbox.events import Events
from bot.sandbox.people import Person
from bot.sandbox.slack import Slack
from bot.sandbox.workspace import with_members


class Building:
    """The part of `Sandbox` that sets the scene."""

    _slack: Slack
    _events: Events

    def add_person(
        self,
        id: str,  # noqa: A002  # Slack's own word for it.
        name: str,
        *,
        real_name: str | None = None,
        title: str = "",
        tz: str = "America/New_York",
        guest: bool = False,
        ultra: bool = False,
        team_id: str | None = None,
        deleted: bool = False,
        is_bot: bool = False,
    ) -> Person:
        """Without `team_id` they belong to the home team."""
        person = Person(
            id=id,
            name=name,
            real_name=real_name or name,
            title=title,
            tz=tz,
            guest=guest,
            ultra=ultra,
            team_id=team_id or self._slack.workspace.identity.team_id,
            deleted=deleted,
            is_bot=is_bot,
        )
        self._slack.workspace.put_person(person)
        return person

    def add_channel(
        self,
        id: str,  # noqa: A002  # As above.
        name: str,
        *,
        members: list[str] | None = None,
        private: bool = False,
        ext_shared: bool = False,
        archived: bool = False,
        with_bot: bool = True,
    ) -> Channel:
        """The bot is a member unless `with_bot` is off."""
        workspace = self._slack.workspace
        bot = {workspace.identity.bot_user_id} if with_bot else set()
        channel = Channel(
            id=id,
            name=name,
            created=int(workspace.clock.now().timestamp()),
            creator=workspace.identity.bot_user_id,
            members=frozenset(members or ()) | bot,
            private=private,
            ext_shared=ext_shared,
            archived=archived,
        )
        workspace.put_channel(channel)
        return channel

    def add_usergroup(self, id: str, members: list[str]) -> None:  # noqa: A002  # As above.
        with self._slack.workspace.lock:
            self._slack.workspace.usergroups[id] = members

    def invite(self, user: str, channel: str) -> None:
        """The person, or the bot, joins; the bot hears of it as member_joined_channel."""
        workspace = self._slack.workspace
        with workspace.lock:
            workspace.put_channel(with_members(workspace.channels[channel], [user]))
        self._events.joined(user, channel)

    def remove(self, user: str, channel: str) -> None:
        workspace = self._slack.workspace
        with workspace.lock:
            old = workspace.channels[channel]
            workspace.put_channel(replace(old, members=old.members - {user}))

    def has_read(self, user: str, *, until: datetime) -> None:
        """In every channel the person has seen what stood there then; what came later is unread."""
        for channel in self._slack.workspace.visible_to(user):
            self._slack.workspace.read(user, channel.id, until=until)

    def archive(self, channel: str) -> None:
        workspace = self._slack.workspace
        with workspace.lock:
            workspace.put_channel(replace(workspace.channels[channel], archived=True))

    def deactivate(self, user: str) -> None:
        self.change_user(user, deleted=True)

    def change_user(self, user: str, **facts: Any) -> None:
        """Change a fact of a person (`name`, `tz`, `guest`, `deleted` ...); the bot gets user_change."""
        workspace = self._slack.workspace
        with workspace.lock:
            now = int(workspace.clock.now().timestamp())
            workspace.put_person(replace(workspace.people[user], updated=now, **facts))
        self._events.user_changed(user)

    def revoke_tokens(self) -> None:
        """Every call is answered token_revoked from now on."""
        self._events.tokens_revoked()
        self._refuse_everything("token_revoked")

    def uninstall(self) -> None:
        """The app is thrown out of the workspace."""
        self._events.uninstalled()
        self._refuse_everything("account_inactive")

    def _refuse_everything(self, error: str) -> None:
        with self._slack.workspace.lock:
            self._slack.workspace.revoked = error
            self._slack.workspace.tell(Changed.PEOPLE)
