"""Questions about a person that several forms share.

Shapes of identifiers are background knowledge without a source at hand: they only catch slips of the finger.
"""

from dataclasses import replace

from bot.rules.forms.common import THE_AGENCY, THE_COUNTRY, owed_by
from bot.rules.steps import Ask, AskKind, Section, Shape, Sign

FAMILY_NAME = Ask(name="family_name", label="Family name", kind=AskKind.LINE, sign=Sign.NAME)
FORENAME = Ask(name="forename", label="Forename", kind=AskKind.LINE, sign=Sign.NAME)
BIRTH = Ask(
    name="birth",
    label="Born",
    kind=AskKind.BIRTH,
    sign=Sign.BIRTH,
    hint="As far as known: 1990, May 1990, 1990-05-17 or 05/17/1990.",
)
PERSON = (FAMILY_NAME, FORENAME, BIRTH)
SEX = Ask(
    name="sex",
    label="Sex",
    kind=AskKind.CHOICE,
    required=False,
    wanted=THE_AGENCY,
    choices=(("female", "Female"), ("male", "Male"), ("unknown", "Unknown")),
)
NATIONALITIES = Ask(
    name="nationalities", label="Nationalities", kind=AskKind.NATIONS, required=False, wanted=THE_AGENCY
)
DOCUMENT = Ask(
    name="document",
    label="Passport or identity document",
    kind=AskKind.LINE,
    required=False,
    wanted=THE_AGENCY,
    sign=Sign.DOCUMENT,
    shape=Shape(
        pattern=r"[A-Za-z0-9 /-]{5,40}",
        sentence="Write its number, and the country if you like: X1234567 or US X1234567.",
    ),
    hint="Its number; with the country in front if it is not the nationality's.",
)
DESCRIPTION = Ask(
    name="description",
    label="What identifies the person",
    kind=AskKind.TEXT,
    required=False,
    wanted=THE_AGENCY,
    hint="Description in words, or the reference of a photograph, fingerprints or DNA "
    "in your evidence system.",
)
ALIASES = Ask(name="aliases", label="Other names", kind=AskKind.LINE, required=False)
LANGUAGES = Ask(name="languages", label="Languages spoken", kind=AskKind.LINE, required=False)
IDENTITY = Section(
    name="identity",
    label="Identity",
    asks=(SEX, NATIONALITIES, DOCUMENT, DESCRIPTION, ALIASES, LANGUAGES),
)
FBI_NUMBER = Ask(
    name="fbi_number",
    label="FBI number",
    kind=AskKind.LINE,
    required=False,
    abroad=False,
    masked=True,
    sign=Sign.FBI_NUMBER,
    shape=Shape(pattern=r"[A-Za-z0-9]{1,9}", sentence="An FBI number has up to nine letters and digits."),
    hint="For use in the United States only: it is left out of everything that goes abroad.",
)
APPEARANCE = Ask(
    name="appearance",
    label="What the person looks like",
    kind=AskKind.TEXT,
    hint="Apparent age, height, hair, eyes, marks, clothing. In words only.",
)
DANGER = Ask(
    name="danger",
    label="Danger to the person",
    kind=AskKind.TEXT,
    required=False,
    hint="Illness and medicine, threats, weapons, earlier violence.",
)
WARNINGS = Ask(
    name="warnings",
    label="Warnings",
    kind=AskKind.LINE,
    required=False,
    hint="Armed, violent, suicidal, or with a contagious illness.",
)
IDENTITY_ABROAD = owed_by(THE_COUNTRY, IDENTITY)
"""When another country asks: it knows who the person is."""
IDENTITY_AND_RECORD = replace(IDENTITY, asks=(*IDENTITY.asks, FBI_NUMBER))
"""Of somebody with a criminal record in the United States."""
