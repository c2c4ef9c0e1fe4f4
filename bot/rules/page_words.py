"""Plain words for what happens about a page: its steps, its troubles, and why it was opened."""

from collections.abc import Mapping

from storage.records.escalations import Cause, TroubleKind

STEPS: Mapping[str, str] = {
    "opened": "opened",
    "joined": "paged again",
    "told": "told {people}",
    "everyone": "told the whole on-call channel",
    "group": "told the user group",
    "exhausted": "nobody answered; the command center is to be called",
    "slack": "Slack took the message to {people}",
    "hurry": "hurried on",
    "acknowledge": "acknowledged",
    "renew": "still on it, said",
    "asked": "its holder was asked whether they are still on it",
    "back": "back to the ladder: {people} did not say that they are still on it",
    "offer": "handed to {people}",
    "offer_over": "{people} did not take it over, so it stayed",
    "note": "a note was added",
    "resolve": "resolved",
    TroubleKind.NOBODY_ON_DUTY: "nobody was on duty",
    TroubleKind.GONE: "the roster names {people}, who cannot answer any more",
    TroubleKind.QUIET: "{people} is in do not disturb, so it went on",
    TroubleKind.UNREACHABLE: "Slack refused the message to {people}, so it went on",
}

CAUSES: Mapping[Cause, str] = {
    Cause.ASKED: "somebody asked",
    Cause.FLASH_REQUEST: "a flash request was filed",
    Cause.DEADLINE: "a full extradition request is due soon",
    Cause.PICK_UP: "nobody has claimed what was filed",
    Cause.DEPARTURE: "a departure is near",
    Cause.APPROVAL: "a flash item awaits approval by a second officer",
    Cause.DEAD_LETTER: "Slack refused messages of the desk for good",
}
