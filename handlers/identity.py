"""Who is it: from the ids in a payload to a person that the desk knows; it asks Slack once about others."""

from collections.abc import Callable, Mapping
from http.client import HTTPException
from typing import Any, Protocol

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.rules.errors import DeskError
from handlers.asking import Payload
from handlers.views.refusal import UNKNOWN_PERSON
from storage.records.people import Person, PersonId

log = structlog.get_logger(__name__)


class KnownPeople(Protocol):
    """What is needed of the desk's people."""

    def known(self, person_id: PersonId) -> Person | None: ...

    def learn(
        self, *, person_id: PersonId, outside: bool, deactivated: bool, is_bot: bool, timezone: str
    ) -> Person: ...


class UnknownPerson(DeskError):
    """Slack did not say who this is."""

    def __init__(self, person_id: PersonId) -> None:
        super().__init__(UNKNOWN_PERSON)
        self.person_id = person_id


class Identity:
    """Names people by workspace and user, never by what they call themselves."""

    def __init__(
        self, *, people: KnownPeople, home_team: Callable[[], str | None], client: WebClient
    ) -> None:
        """`client` gives up after a second and does not try again: a listener waits for it."""
        self._people = people
        self._home_team = home_team
        self._client = client

    def of(self, payload: Payload) -> Person:
        """Who sent this payload. Raises `UnknownPerson` when neither the desk nor Slack can say."""
        user, team = _user_and_team(payload)
        person_id = self._person_id(user, team)
        person = self._people.known(person_id)
        if person is not None and person.checked_at is not None:
            return person
        try:
            told: Mapping[str, Any] = self._client.users_info(user=user)["user"]
        except (SlackClientError, OSError, HTTPException) as error:
            log.warning("person_not_checked", person=person_id, error=type(error).__name__)
            raise UnknownPerson(person_id) from error
        return self._learn(person_id, told)

    def changed(self, payload: Payload) -> None:
        """Slack told that somebody's account changed; kept up for those whom the desk knows."""
        user: Mapping[str, Any] = payload["event"]["user"]
        person_id = self._person_id(user["id"], user.get("team_id"))
        if self._people.known(person_id) is not None:
            self._learn(person_id, user)

    def _person_id(self, user: str, team: str | None) -> PersonId:
        home = self._home_team()
        return PersonId(user if team == home or team is None else f"{team}/{user}")

    def _learn(self, person_id: PersonId, user: Mapping[str, Any]) -> Person:
        return self._people.learn(
            person_id=person_id,
            outside="/" in person_id or _is_guest(user) or not self._is_of_home(user),
            deactivated=bool(user.get("deleted")),
            is_bot=bool(user.get("is_bot")),
            timezone=str(user.get("tz") or "America/New_York"),
        )

    def _is_of_home(self, user: Mapping[str, Any]) -> bool:
        """By workspace: `is_stranger` is false for an outsider who shares a channel with the desk."""
        in_organisation = (user.get("enterprise_user") or {}).get("teams", ())
        home = self._home_team()
        return user.get("team_id") == home or home in in_organisation


def _is_guest(user: Mapping[str, Any]) -> bool:
    return any(user.get(sign) for sign in ("is_restricted", "is_ultra_restricted", "is_stranger"))


def _user_and_team(payload: Payload) -> tuple[str, str | None]:
    """The ids of user and workspace, wherever this kind of payload has them."""
    event = payload.get("event")
    if isinstance(event, dict):
        user = event.get("user") or event["user_id"]
        team = (
            event.get("user_team") or event.get("source_team") or event.get("team") or payload.get("team_id")
        )
        return (user["id"], user.get("team_id")) if isinstance(user, dict) else (user, team)
    if "user_id" in payload:
        return payload["user_id"], payload.get("team_id")
    user = payload["user"]
    return user["id"], user.get("team_id") or (payload.get("team") or {}).get("id")
