"""Questions about what happened, about papers and about journeys that several forms share."""

from bot.rules.forms.common import THE_AGENCY, THE_COUNTRY, owed
from bot.rules.forms.people import WARNINGS
from bot.rules.steps import Ask, AskKind, Section, Shape, Sign

FACTS = Ask(
    name="facts",
    label="What happened, and what do you need?",
    heading="Facts",
    kind=AskKind.TEXT,
    hint="With date and place, in simple words. No images; nobody can open a web address here.",
)
DEPARTS_ON = Ask(
    name="departs_on",
    label="Day of departure",
    kind=AskKind.DATE,
    future=True,
    hint="The desk pages itself before that day.",
)
DEPARTS_ZONE = Ask(
    name="departs_zone",
    label="Time zone of the departure",
    kind=AskKind.CHOICE,
    required=False,
    abroad=False,
    choices=(
        ("America/New_York", "Eastern"),
        ("America/Chicago", "Central"),
        ("America/Denver", "Mountain"),
        ("America/Phoenix", "Arizona"),
        ("America/Los_Angeles", "Pacific"),
        ("America/Anchorage", "Alaska"),
        ("Pacific/Honolulu", "Hawaii"),
        ("America/Puerto_Rico", "Atlantic: Puerto Rico, Virgin Islands"),
        ("Pacific/Guam", "Chamorro: Guam, Northern Marianas"),
        ("Pacific/Pago_Pago", "Samoa"),
    ),
    hint="Left out, the day of departure begins at midnight by the desk's clock.",
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
NCMEC_CASE = Ask(
    name="ncmec_case", label="NCMEC case number", kind=AskKind.LINE, required=False, wanted=THE_AGENCY
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
QUESTIONS = owed(
    "questions",
    "Questions to put",
    AskKind.TEXT,
    "One per line; and whether the person is a suspect, victim or witness.",
)
ON_THE_RUN = Section(name="on_the_run", label="On the run", asks=(LAST_SEEN, COMPANION, WARNINGS))
