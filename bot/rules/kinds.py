"""The kinds of request, a row each: which way they go, what they ask, whom the desk tells, how they may end.

A new kind is one row here and one file in `bot.rules.forms`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.rules.forms import (
    adult,
    child,
    cybertip,
    fugitive,
    icse,
    inquiry,
    offender,
    parent,
    removal,
    trafficking,
    travel,
    url,
    witness,
)
from bot.rules.steps import Form
from storage.records.requests import Direction, Offence, Partner, Priority, RequestKind

Outcomes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One row. `forms` says by its keys which directions there are."""

    word: str
    """What is typed behind `/liaison` for it."""
    label: str
    purpose: str
    abroad: str
    """What the other bureau is asked to do, as the message to it says."""
    forms: Mapping[Direction, Form]
    outcomes: Outcomes
    """Code and label of each way in which it may end, besides those that every request has."""
    offence: Offence | None = None
    """The one that each request of this kind is about; None: whoever asks says it, and owes it until then."""
    priority: Priority = Priority.NORMAL
    """How fast it goes unless somebody says otherwise."""
    told: tuple[Partner, ...] = ()
    """Partners who are to be told in each case; the checklist holds them."""
    told_in_time: frozenset[Partner] = frozenset()
    """Those of them for whom the policy sets a time."""
    protects: bool = False
    """The subject is a victim or may be a child: shown by initials and year of birth."""
    minors: bool = False
    """The subject is a child, by the year of birth."""
    alerts: frozenset[Direction] = frozenset({Direction.INCOMING})
    """These ways US agencies can be alerted to it, and acknowledge."""
    corrects: bool = False
    """What was sent and is wrong must be corrected at once (34 USC 21504)."""
    preserved: bool = False
    """A provider keeps the evidence for a year from the report only (18 USC 2258A as amended in 2024)."""
    announced: bool = False
    """Whoever leaves has to announce it to a registry (28 CFR 72)."""


OTHERWISE: Outcomes = (("otherwise", "Otherwise, as the note says"),)
"""How a request of any kind may end: it is named in words."""
_NOTHING: Outcomes = (("no_result", "No result"),)
DUPLICATE = "duplicate"
"""It was merged into another one."""

_CHILD: Outcomes = (
    ("identified", "Identified"),
    ("protected", "Protected"),
    ("rescued", "Rescued"),
    ("returned_home", "Returned home"),
)
"""The division's own words for how a child's case ends (COPS Office Dispatch, October 2013)."""
_PERSON: Outcomes = (
    ("located", "Located"),
    ("identified", "Identified"),
    ("returned_home", "Returned home"),
    ("wants_no_contact", "Located, and wants no contact"),
    ("found_dead", "Found dead"),
    *_NOTHING,
)
_WANTED: Outcomes = (
    ("located", "Located"),
    ("arrested", "Arrested abroad"),
    ("returned", "Returned to the United States"),
    *_NOTHING,
)
_ANSWERED: Outcomes = (("answered", "Answered"), ("refused", "Refused by the country asked"), *_NOTHING)


def _both(outgoing: Form, incoming: Form | None = None) -> Mapping[Direction, Form]:
    return {Direction.OUTGOING: outgoing, Direction.INCOMING: incoming or outgoing}


def _only_out(form: Form) -> Mapping[Direction, Form]:
    return {Direction.OUTGOING: form}


KINDS: Mapping[RequestKind, Kind] = {
    RequestKind.MISSING_CHILD: Kind(
        word="child",
        label="Missing or abducted child",
        purpose="Find a child who may have been taken to or from another country.",
        abroad="Please locate the child, see to its safety, and tell us first where it is.",
        forms=_both(child.OUTGOING, child.INCOMING),
        outcomes=_CHILD,
        priority=Priority.URGENT,
        told=(Partner.NCMEC, Partner.CHILDRENS_ISSUES),
        told_in_time=frozenset({Partner.NCMEC, Partner.CHILDRENS_ISSUES}),
        minors=True,
        protects=True,
    ),
    RequestKind.PARENTAL_ABDUCTION: Kind(
        word="parent",
        label="Parental abduction",
        purpose="Find a child whom a parent took or keeps, by custody order and Hague Convention.",
        abroad="Please locate the child and the parent, see to the child's safety, and tell us.",
        forms=_both(parent.OUTGOING, parent.INCOMING),
        outcomes=(*_CHILD, ("ordered_otherwise", "A court ordered that the child stays")),
        priority=Priority.URGENT,
        told=(Partner.NCMEC, Partner.CHILDRENS_ISSUES),
        told_in_time=frozenset({Partner.NCMEC, Partner.CHILDRENS_ISSUES}),
        minors=True,
        protects=True,
    ),
    RequestKind.MISSING_ADULT: Kind(
        word="adult",
        label="Missing adult, or person who cannot say who they are",
        purpose="Find a missing adult, or identify somebody who cannot identify themselves.",
        abroad="Please locate or identify the person, and ask whether we may know where they are.",
        forms=_both(adult.OUTGOING, adult.INCOMING),
        outcomes=_PERSON,
    ),
    RequestKind.FUGITIVE: Kind(
        word="fugitive",
        label="Fugitive",
        purpose="Locate somebody who is wanted in the United States and has fled abroad.",
        abroad="Please locate the person and tell us. This is no request for arrest by itself.",
        forms=_only_out(fugitive.OUTGOING),
        outcomes=_WANTED,
        told=(Partner.MARSHALS,),
    ),
    RequestKind.NONCOMPLIANT_OFFENDER: Kind(
        word="offender",
        label="Registered sex offender who does not comply",
        purpose="Locate a registered offender who has fled abroad, with the US Marshals Service.",
        abroad="Please locate the person and tell us. This is no request for arrest by itself.",
        forms=_only_out(offender.OUTGOING),
        outcomes=(*_WANTED, ("complied", "Registered again")),
        priority=Priority.URGENT,
        told=(Partner.MARSHALS,),
    ),
    RequestKind.TRAVEL: Kind(
        word="travel",
        label="Travel of a sex offender",
        purpose="Tell a country that a convicted sex offender comes. For information, no Green Notice.",
        abroad="For your information only: a convicted sex offender travels to you. No action is required.",
        forms=_both(travel.OUTGOING, travel.INCOMING),
        outcomes=(
            ("informed", "The country was informed"),
            ("entry_refused", "Entry was refused"),
            ("not_travelled", "The journey did not take place"),
            ("admitted", "Admitted"),
        ),
        priority=Priority.URGENT,
        told=(Partner.ANGEL_WATCH,),
        announced=True,
        corrects=True,
    ),
    RequestKind.REMOVAL: Kind(
        word="removal",
        label="Removal or deportation of an offender",
        purpose="Tell the country of destination that an offender is being removed to it.",
        abroad="For your information: the person is removed to you. Please confirm that this has arrived.",
        forms=_only_out(removal.OUTGOING),
        outcomes=(("removed", "Removed, and received"), ("not_removed", "The removal did not take place")),
        priority=Priority.URGENT,
        told=(Partner.OPERATION_PREDATOR,),
        corrects=True,
    ),
    RequestKind.TRAFFICKING: Kind(
        word="trafficking",
        label="Human trafficking or smuggling",
        purpose="Investigate traffickers or smugglers with another country, and protect their victims.",
        abroad="Please tell us what you know of the people named, and protect the victims.",
        forms=_both(trafficking.OUTGOING, trafficking.INCOMING),
        outcomes=(
            ("victims_protected", "Victims protected"),
            ("suspects_located", "Suspects located"),
            *_ANSWERED,
        ),
        offence=Offence.TRAFFICKING,
        protects=True,
    ),
    RequestKind.VICTIM_OR_WITNESS: Kind(
        word="witness",
        label="Victim or witness",
        purpose="Locate or identify a victim or witness in another country.",
        abroad="Please locate or identify the person, and do nothing that could put them in danger.",
        forms=_both(witness.OUTGOING, witness.INCOMING),
        outcomes=(
            ("located", "Located"),
            ("identified", "Identified"),
            ("interviewed", "Interviewed"),
            *_NOTHING,
        ),
        protects=True,
    ),
    RequestKind.VICTIM_IDENTIFICATION: Kind(
        word="icse",
        label="Victim identification (ICSE database)",
        purpose="Have a series compared in INTERPOL's database. No image passes this desk, only words.",
        abroad="Please have the series compared, and tell us of any match or identification.",
        forms=_both(icse.OUTGOING, icse.INCOMING),
        outcomes=(
            ("match", "Match"),
            ("no_match", "No match"),
            ("identified", "Victim identified"),
            ("safeguarded", "Victim safeguarded"),
        ),
        offence=Offence.CHILD_ABUSE_IMAGES,
        priority=Priority.URGENT,
        told=(Partner.ICSE,),
        protects=True,
    ),
    RequestKind.CYBERTIP: Kind(
        word="cybertip",
        label="CyberTipline report",
        purpose="Pass a report on to the ICAC task force concerned, or abroad.",
        abroad="Please take this report over, and tell us what you do about it.",
        forms=_both(cybertip.OUTGOING, cybertip.INCOMING),
        outcomes=(
            ("passed_on", "Passed on"),
            ("case_opened", "A case was opened"),
            ("preserved", "Evidence secured"),
            *_NOTHING,
        ),
        priority=Priority.URGENT,
        alerts=frozenset(Direction),
        protects=True,
        preserved=True,
    ),
    RequestKind.WEB_ADDRESS: Kind(
        word="url",
        label="Web address for the ICE Cyber Crimes Center",
        purpose="Have a person confirm whether an address lies in the United States. Nobody opens it.",
        abroad="Please tell us whether this address lies with you, and what you do about it.",
        forms=_both(url.OUTGOING, url.INCOMING),
        outcomes=(
            ("lead_opened", "The center opened a lead"),
            ("taken_down", "Taken down"),
            ("hosted_elsewhere", "Hosted in another country, which was told"),
            *_NOTHING,
        ),
        offence=Offence.CHILD_ABUSE_IMAGES,
        told=(Partner.CYBER_CRIMES_CENTER,),
    ),
    RequestKind.INQUIRY: Kind(
        word="inquiry",
        label="Inquiry to or from a country",
        purpose="Identity, criminal history, whereabouts, an interview, a child's welfare, arrest, a hit.",
        abroad="Please answer what is asked below.",
        forms=_both(inquiry.OUTGOING, inquiry.INCOMING),
        outcomes=_ANSWERED,
    ),
}

BY_WORD: Mapping[str, RequestKind] = {row.word: kind for kind, row in KINDS.items()}


def form_of(kind: RequestKind, direction: Direction) -> Form | None:
    """What this kind asks in this direction; None when it does not go that way."""
    return KINDS[kind].forms.get(direction)


def outcomes(kind: RequestKind) -> Outcomes:
    """Each way in which a request of this kind may end."""
    return (*KINDS[kind].outcomes, *OTHERWISE)
