"""What every request is asked besides the questions of its kind, and how one question suits another form."""

from dataclasses import replace

from bot.rules.steps import Ask, AskKind, Form, Section, Sign, When
from storage.records.requests import Channel, Priority

THE_AGENCY = "the agency"
"""Who owes most of what may follow."""
THE_COUNTRY = "the country that asks"
"""Who owes it when another country asks."""
THE_DESK = "the desk"
YES_OR_NO = (("yes", "Yes"), ("no", "No"))
YES_NO_UNKNOWN = (*YES_OR_NO, ("unknown", "Not known"))
AGENCY = Ask(
    name="agency",
    label="Agency",
    kind=AskKind.AGENCY,
    instead="agency_typed",
    hint="Search by name, state or ORI. Not there? Type it under “Case and contact”.",
)
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
        Ask(name="offence", label="Offence", kind=AskKind.OFFENCE, required=False, wanted=THE_AGENCY),
        Ask(
            name="source_message",
            label="Message in Slack that it comes from",
            kind=AskKind.WEB_ADDRESS,
            required=False,
            abroad=False,
        ),
        Ask(name="programme", label="Programme", kind=AskKind.PROGRAMME, required=False, abroad=False),
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
    case = CASE if agency_required else owed_by(THE_COUNTRY, CASE)
    return Form(first=(*first, agency, PRIORITY), sections=(*sections, case))


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
