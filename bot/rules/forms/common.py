"""Questions that several forms share, and what every request is asked besides those of its kind.

Shapes of identifiers are background knowledge without a source at hand: they only catch slips of the finger.
"""

from dataclasses import replace

from bot.rules.steps import Ask, AskKind, Form, Section, Shape, Sign, When
from storage.records.requests import Channel, Priority

THE_AGENCY = "the agency"
"""Who owes most of what may follow."""
THE_COUNTRY = "the country that asks"
"""Who owes it when another country asks."""
THE_DESK = "the desk"

YES_OR_NO = (("yes", "Yes"), ("no", "No"))
YES_NO_UNKNOWN = (*YES_OR_NO, ("unknown", "Not known"))

FAMILY_NAME = Ask(name="family_name", label="Family name", kind=AskKind.LINE, sign=Sign.NAME)
FORENAME = Ask(name="forename", label="Forename", kind=AskKind.LINE, sign=Sign.NAME)
BIRTH = Ask(
    name="birth",
    label="Born",
    kind=AskKind.BIRTH,
    sign=Sign.BIRTH,
    hint="Year, month and day as far as known: 1990, 1990-05 or 1990-05-17.",
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

FACTS = Ask(
    name="facts",
    label="What happened, and what do you need?",
    kind=AskKind.TEXT,
    hint="With date and place, in simple words. No images, and no web addresses.",
)
DEPARTS_ON = Ask(
    name="departs_on",
    label="Day of departure",
    kind=AskKind.DATE,
    future=True,
    hint="The desk pages itself before that day.",
)
WARRANT = Ask(
    name="warrant",
    label="Arrest warrant or judgment",
    kind=AskKind.LINE,
    required=False,
    wanted=THE_AGENCY,
    hint="Court, number and date.",
)
NCIC = Ask(
    name="ncic",
    label="NCIC number",
    kind=AskKind.LINE,
    required=False,
    wanted=THE_AGENCY,
    shape=Shape(pattern=r"[A-Za-z]\d{9}", sentence="A NIC is a letter and nine digits, such as M123456789."),
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
POLICE_REPORT = Ask(
    name="police_report",
    label="Police report",
    kind=AskKind.LINE,
    required=False,
    wanted=THE_AGENCY,
    hint="Its number, and the date on which it was recorded.",
)
LAST_SEEN = Ask(
    name="last_seen", label="Last seen", kind=AskKind.LINE, required=False, wanted=THE_AGENCY,
    hint="Date and place.",
)  # fmt: skip
COMPANION = Ask(
    name="companion",
    label="With whom the person may be",
    kind=AskKind.TEXT,
    required=False,
    hint="Name, date of birth, documents and vehicle of whoever it is, as far as known.",
)
THEIR_REFERENCE = Ask(
    name="their_reference",
    label="The other bureau's message",
    kind=AskKind.LINE,
    sign=Sign.CASE,
    hint="Its reference and date, as in the I-24/7 message.",
)

BELIEVED_AT = Ask(
    name="believed_at",
    label="Where in the United States?",
    kind=AskKind.LINE,
    required=False,
    wanted=THE_COUNTRY,
    hint="State, city, address or family, as far as known.",
)
APPEARANCE = Ask(
    name="appearance",
    label="What the person looks like",
    kind=AskKind.TEXT,
    hint="Apparent age, height, hair, eyes, marks, clothing. In words only.",
)
NCMEC_CASE = Ask(
    name="ncmec_case", label="NCMEC case number", kind=AskKind.LINE, required=False, wanted=THE_AGENCY
)
DANGER = Ask(
    name="danger",
    label="Danger to the person",
    kind=AskKind.TEXT,
    required=False,
    hint="Illness and medicine, threats, weapons, earlier violence.",
)
CONVICTED_OF = Ask(
    name="convicted_of",
    label="Convicted of",
    kind=AskKind.TEXT,
    required=False,
    wanted=THE_AGENCY,
    hint="Offence, court and year, and the victim's age if it was a minor.",
)
REGISTERED_IN = Ask(
    name="registered_in",
    label="Registered in",
    kind=AskKind.LINE,
    required=False,
    wanted=THE_AGENCY,
    hint="State, tribe or territory, and the registry's office.",
)
MARSHALS_DISTRICT = Ask(
    name="marshals_district",
    label="US Marshals Service district or task force",
    kind=AskKind.LINE,
    required=False,
    wanted=THE_AGENCY,
    hint="Which one works on it, and the deputy's name.",
)
FLIGHT = Ask(
    name="flight",
    label="Flight, ship or vehicle",
    kind=AskKind.LINE,
    required=False,
    wanted=THE_AGENCY,
    hint="Carrier and number, from where to where, with times.",
)
NOTICE = Ask(
    name="notice",
    label="Notice about the person",
    kind=AskKind.LINE,
    required=False,
    hint="Its reference at this desk, such as NT-2026-00007, or its control number.",
)

AGENCY = Ask(name="agency", label="Agency", kind=AskKind.AGENCY, hint="Search by name, state or ORI.")
PRIORITY = Ask(
    name="priority",
    label="How fast must it go?",
    kind=AskKind.CHOICE,
    choices=(
        (Priority.FLASH, "Flash: life in danger, the officer on duty is paged"),
        (Priority.URGENT, "Urgent: within a day"),
        (Priority.NORMAL, "Normal"),
        (Priority.ROUTINE, "Routine"),
    ),
    required=False,
)
CASE = Section(
    name="case",
    label="Case and contact",
    asks=(
        Ask(
            name="agency_typed",
            label="Agency, if the list does not have it",
            kind=AskKind.LINE,
            required=False,
        ),
        Ask(
            name="agency_case",
            label="The agency's case number",
            kind=AskKind.LINE,
            required=False,
            wanted=THE_AGENCY,
            sign=Sign.CASE,
        ),
        Ask(
            name="contact",
            label="Contact at the agency",
            kind=AskKind.LINE,
            required=False,
            hint="Name, telephone and hours. Empty: whoever files this, in Slack.",
        ),
        Ask(name="offence", label="Offence", kind=AskKind.OFFENCE, required=False),
        Ask(
            name="source_message",
            label="Message in Slack that it comes from",
            kind=AskKind.WEB_ADDRESS,
            required=False,
            abroad=False,
        ),
        Ask(name="programme", label="Programme", kind=AskKind.PROGRAMME, required=False),
    ),
)
CALLER = Section(
    name="caller",
    label="Filed for a caller",
    asks=(
        Ask(
            name="channel",
            label="By which way?",
            kind=AskKind.CHOICE,
            required=False,
            choices=(
                (Channel.TELEPHONE, "Telephone"),
                (Channel.EMAIL, "E-mail"),
                (Channel.NRS, "Notice Request Service"),
                (Channel.WALK_IN, "Walk-in"),
            ),
        ),
        Ask(name="call_back", label="Their call-back number", kind=AskKind.LINE, required=False),
    ),
)


def form(*first: Ask, sections: tuple[Section, ...] = (), agency_required: bool = True) -> Form:
    """A form of one kind with what every request is asked: agency and priority at once, the case later."""
    agency = AGENCY if agency_required else optional(AGENCY)
    return Form(first=(*first, agency, PRIORITY), sections=(*sections, CASE))


def optional(ask: Ask, *, wanted: str = "") -> Ask:
    """The same question, which may be left out; with `wanted`, the checklist says who owes it."""
    return replace(ask, required=False, wanted=wanted)


def each_optional(asks: tuple[Ask, ...], *, wanted: str = "") -> tuple[Ask, ...]:
    return tuple(optional(ask, wanted=wanted) for ask in asks)


def owed_by(debtor: str, section: Section) -> Section:
    """The same section, with whatever the agency owes in it owed by somebody else."""
    return replace(
        section,
        asks=tuple(replace(ask, wanted=debtor) if ask.wanted == THE_AGENCY else ask for ask in section.asks),
    )


def required(ask: Ask) -> Ask:
    return replace(ask, required=True, wanted="")


def only(ask: Ask, name: str, *answers: str) -> Ask:
    """The same question, asked only when `name` was answered so."""
    return replace(ask, when=When(name=name, answers=frozenset(answers)))


def owed(
    name: str,
    label: str,
    kind: AskKind = AskKind.LINE,
    hint: str = "",
    choices: tuple[tuple[str, str], ...] = (),
) -> Ask:
    """A question that may be left out at first, and which the agency owes then."""
    return Ask(
        name=name, label=label, kind=kind, required=False, wanted=THE_AGENCY, hint=hint, choices=choices
    )


QUESTIONS = owed(
    "questions",
    "Questions to put",
    AskKind.TEXT,
    "One per line; and whether the person is a suspect, victim or witness.",
)
WARNINGS = Ask(
    name="warnings",
    label="Warnings",
    kind=AskKind.LINE,
    required=False,
    hint="Armed, violent, suicidal, or with a contagious illness.",
)
ON_THE_RUN = Section(name="on_the_run", label="On the run", asks=(LAST_SEEN, COMPANION, WARNINGS))
IDENTITY_ABROAD = owed_by(THE_COUNTRY, IDENTITY)
"""When another country asks: it knows who the person is."""
IDENTITY_AND_RECORD = replace(IDENTITY, asks=(*IDENTITY.asks, FBI_NUMBER))
"""Of somebody with a criminal record in the United States."""
