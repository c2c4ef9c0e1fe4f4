"""What a prosecutor gives for a Red Notice: the warrant, the law, and the commitment to extradite.

Who is arrested on a Red Notice anywhere has to be extradited at the prosecutor's expense, within the time of
the treaty (Justice Manual 9-15.635, by hearsay). The form of a provisional arrest request asks the same
(Criminal Resource Manual 604).
"""

from bot.rules.forms.common import THE_AGENCY, only
from bot.rules.steps import Ask, AskKind, Section
from bot.rules.verdicts import Answers, Condition, Verdict, all_given

THE_PROSECUTOR = "the prosecutor"

WARRANT = Section(
    name="warrant",
    label="Warrant or judgment",
    asks=(
        Ask(
            name="warrant",
            label="Number of the warrant or judgment",
            kind=AskKind.LINE,
            required=False,
            hint="Its docket or warrant number.",
        ),
        Ask(name="warrant_court", label="Court and judge", kind=AskKind.LINE, required=False),
        Ask(name="warrant_on", label="Date of the warrant or judgment", kind=AskKind.DATE, required=False),
        Ask(
            name="warrant_copy",
            label="Where is a copy held?",
            kind=AskKind.LINE,
            required=False,
            wanted=THE_AGENCY,
            hint="Its reference; the copy itself never comes here.",
        ),
    ),
)
EXTRADITION = Section(
    name="extradition",
    label="Extradition",
    asks=(
        Ask(
            name="prosecutor",
            label="Prosecutor who commits to extradite",
            kind=AskKind.LINE,
            required=False,
            hint="Name and office.",
        ),
        Ask(name="committed_on", label="Date of the commitment", kind=AskKind.DATE, required=False),
        Ask(
            name="extradite_from",
            label="From which countries?",
            kind=AskKind.CHOICE,
            required=False,
            choices=(("all", "From all"), ("some", "Only from these")),
        ),
        only(
            Ask(name="extradite_countries", label="These countries", kind=AskKind.NATIONS, required=False),
            "extradite_from",
            "some",
        ),
        Ask(
            name="level",
            label="Whose prosecution is it?",
            kind=AskKind.CHOICE,
            required=False,
            choices=(("federal", "Federal"), ("state", "State or local")),
        ),
        only(
            Ask(
                name="expenses",
                label="Official who authorised all expenses",
                kind=AskKind.LINE,
                required=False,
                hint="Name, office and date.",
            ),
            "level",
            "state",
        ),
        Ask(
            name="oia_contact",
            label="Contact in the Office of International Affairs",
            kind=AskKind.LINE,
            required=False,
        ),
        Ask(
            name="oia_on",
            label="Office of International Affairs consulted on",
            kind=AskKind.DATE,
            required=False,
        ),
    ),
)


def _law(answers: Answers) -> Verdict:
    return all_given(answers, {"charge": "the charge", "law": "the law, by its citation"})


def _warranted(answers: Answers) -> Verdict:
    return all_given(
        answers,
        {
            "warrant": "the number of the warrant or judgment",
            "warrant_court": "its court",
            "warrant_on": "its date",
        },
    )


def _committed(answers: Answers) -> Verdict:
    wanted = {
        "prosecutor": "the prosecutor who commits to extradite",
        "committed_on": "the date of the commitment",
        "extradite_from": "from which countries extradition will be sought",
    }
    if answers.get("extradite_from") == "some":
        wanted["extradite_countries"] = "the countries from which it will be sought"
    if answers.get("level") == "state":
        wanted["expenses"] = "the official who authorised the expenses"
    return all_given(answers, wanted)


def _consulted(answers: Answers) -> Verdict:
    return all_given(
        answers,
        {
            "oia_contact": "the contact in the Office of International Affairs",
            "oia_on": "the day on which the office was consulted",
        },
    )


LAW = Condition(
    name="law",
    label="Charge and law",
    source="RPD article 83(2)(b)(ii) and (iii)",
    reads=("charge", "law"),
    judge=_law,
    owed_by=THE_PROSECUTOR,
    background=True,
)
WARRANTED = Condition(
    name="warrant",
    label="A valid warrant or judgment",
    source="RPD article 83(2)(b)(v)",
    reads=("warrant", "warrant_court", "warrant_on"),
    judge=_warranted,
    background=True,
)
COMMITTED = Condition(
    name="extradition",
    label="Extradition will be sought",
    source="RPD article 84(b); Criminal Resource Manual 604",
    reads=("prosecutor", "committed_on", "extradite_from", "extradite_countries", "level", "expenses"),
    judge=_committed,
    owed_by=THE_PROSECUTOR,
    background=True,
)
CONSULTED = Condition(
    name="oia",
    label="Office of International Affairs consulted",
    source="Justice Manual 9-15.635",
    reads=("oia_contact", "oia_on"),
    judge=_consulted,
    owed_by=THE_PROSECUTOR,
    background=True,
)
