"""The notice colours: what each is for, and what its form asks beyond the identity."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.rules.steps import Ask, AskKind
from storage.records.notices import Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourFacts:
    """One colour as people see it. The blocks' required fields follow RPD articles 82 to 90."""

    label: str
    emoji: str
    """Slack's name of the emoji, with its colons."""
    purpose: str
    fields: tuple[Ask, ...]
    """What the form asks beyond the identity; their names are the keys of `Notice.block`."""


PROSECUTION = "prosecution"
SENTENCE = "sentence"
ADULT_NOT_ALLOWED = "adult_not_allowed"

_FACTS = Ask(
    name="facts",
    label="Facts of the case",
    kind=AskKind.TEXT,
    hint="What happened, with date and place, in simple words. No images and no web addresses.",
)

_RED = ColourFacts(
    label="Red Notice",
    emoji=":red_circle:",
    purpose="Locate and arrest a wanted person, with a view to extradition. It is not an arrest warrant.",
    fields=(
        _FACTS,
        Ask(name="charge", label="Charge and law", kind=AskKind.LINE, hint="The offence and its citation."),
        Ask(
            name="basis",
            label="Wanted for",
            kind=AskKind.CHOICE,
            choices=((PROSECUTION, "Prosecution"), (SENTENCE, "Serving a sentence")),
        ),
        Ask(
            name="penalty",
            label="Longest possible penalty, or sentence left to serve",
            kind=AskKind.LINE,
            hint="For example: 10 years, 6 months, life.",
        ),
        Ask(
            name="warrant",
            label="Arrest warrant or judgment",
            kind=AskKind.LINE,
            hint="Court, number and date.",
        ),
        Ask(
            name="extradition",
            label="Prosecutor's commitment to extradite",
            kind=AskKind.LINE,
            hint="Name, office and date; and the contact in the Office of International Affairs.",
        ),
    ),
)

_BLUE = ColourFacts(
    label="Blue Notice",
    emoji=":large_blue_circle:",
    purpose="Locate, identify or learn about a person of interest in a criminal investigation.",
    fields=(
        Ask(
            name="role",
            label="The person's part in the case",
            kind=AskKind.CHOICE,
            choices=(
                ("suspect", "Suspect"),
                ("charged", "Charged"),
                ("convicted", "Convicted"),
                ("witness", "Witness"),
                ("victim", "Victim"),
            ),
        ),
        Ask(
            name="sought",
            label="What is sought",
            kind=AskKind.LINE,
            hint="Whereabouts, identity, criminal history.",
        ),
        _FACTS,
    ),
)

_GREEN = ColourFacts(
    label="Green Notice",
    emoji=":large_green_circle:",
    purpose="Warn of a person who is a possible threat to public safety.",
    fields=(
        Ask(
            name="grounds",
            label="Convictions, or other reasonable grounds",
            kind=AskKind.TEXT,
            hint="Offences with dates and courts, or what else the threat rests on.",
        ),
        Ask(name="assessor", label="Authority that assessed the threat", kind=AskKind.LINE),
        Ask(name="assessment", label="Threat assessment", kind=AskKind.TEXT),
    ),
)

_YELLOW = ColourFacts(
    label="Yellow Notice",
    emoji=":large_yellow_circle:",
    purpose="Locate a missing person, often a child, or identify a person who cannot say who they are.",
    fields=(
        Ask(
            name="police_report",
            label="Police report",
            kind=AskKind.LINE,
            hint="Its number, and the date on which it was recorded.",
        ),
        Ask(name="last_seen", label="Last seen", kind=AskKind.LINE, hint="Date and place."),
        Ask(
            name="age_group",
            label="Child or adult",
            kind=AskKind.CHOICE,
            choices=(
                ("child", "Child"),
                ("adult_allowed", "Adult, and privacy law allows the request"),
                (ADULT_NOT_ALLOWED, "Adult, and privacy law prevents the request"),
            ),
        ),
        Ask(
            name="circumstances",
            label="Circumstances",
            kind=AskKind.TEXT,
            hint="How the person went missing, with whom, and where they may be.",
        ),
    ),
)

COLOURS: Mapping[Colour, ColourFacts] = {
    Colour.RED: _RED,
    Colour.BLUE: _BLUE,
    Colour.GREEN: _GREEN,
    Colour.YELLOW: _YELLOW,
}
