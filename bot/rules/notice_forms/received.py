"""Notices and diffusions of other countries, as this desk records them; and the types that it only receives.

What the source country has examined is not examined again: such a notice has no conditions here.
"""

from dataclasses import replace

from bot.rules.forms.cases import THEIR_REFERENCE
from bot.rules.forms.common import AGENCY, CASE, each_optional, optional
from bot.rules.forms.people import PERSON
from bot.rules.notice_forms.common import ENTITY_ID, FACTS_PLACE, NARRATIVE, OF_SOMEBODY, REQUEST, ColourFacts
from bot.rules.states import STATES
from bot.rules.steps import Ask, AskKind, Form, Section
from storage.records.requests import Direction

CONTROL_NUMBER = Ask(
    name="control_number",
    label="Control number",
    kind=AskKind.LINE,
    required=False,
    hint="As INTERPOL gave it, such as A-1234/5-2020. A diffusion has none.",
)
ISSUED_ON = Ask(name="issued_on", label="Date of the notice or diffusion", kind=AskKind.DATE)
US_STATE = Ask(
    name="us_state",
    label="State in which it matters most",
    kind=AskKind.CHOICE,
    required=False,
    choices=tuple(STATES.items()),
    hint="State police and, where children are harmed, the task forces there are alerted.",
)
OFFICES = Ask(
    name="offices",
    label="US agencies to alert",
    kind=AskKind.AGENCIES,
    required=False,
    hint="Each acknowledges; the desk calls those that do not.",
)
_SUMMARY = replace(NARRATIVE, label="What it says, in short", heading="Summary")
_CASE = Section(
    name="case",
    label="Message and case",
    asks=(
        replace(THEIR_REFERENCE, required=False),
        ENTITY_ID,
        REQUEST,
        *(ask for ask in CASE.asks if ask.name in {"agency_case", "offence", "contact"}),
    ),
)
_CASE = replace(_CASE, asks=each_optional(_CASE.asks))
_AGENCY = optional(replace(AGENCY, label="US agency that works on it", hint="If there is one."))


def _form(*who: Ask, sections: tuple[Section, ...]) -> Form:
    return Form(
        first=(*who, CONTROL_NUMBER, ISSUED_ON, _SUMMARY, US_STATE, OFFICES),
        sections=(*sections, replace(_CASE, asks=(*_CASE.asks, _AGENCY))),
    )


PERSON_FORM = _form(*PERSON, sections=(Section(name="identity", label="Identity", asks=OF_SOMEBODY),))
"""Of a notice about somebody with a name."""
_BODY_FORM = _form(
    sections=(Section(name="identity", label="The body", asks=(*OF_SOMEBODY[:5], FACTS_PLACE)),)
)
_THING_FORM = _form(sections=())


def _only_received(label: str, emoji: str, purpose: str, form: Form) -> ColourFacts:
    return ColourFacts(label=label, emoji=emoji, purpose=purpose, forms={Direction.INCOMING: form})


BLACK = _only_received("Black Notice", ":black_circle:", "Identify a body that was found.", _BODY_FORM)
ORANGE = _only_received(
    "Orange Notice",
    ":large_orange_circle:",
    "Warn of an event, person, object or process that is a serious and imminent threat.",
    _THING_FORM,
)
PURPLE = _only_received(
    "Purple Notice",
    ":large_purple_circle:",
    "Tell of methods, objects, devices or hiding places that criminals use.",
    _THING_FORM,
)
SILVER = _only_received(
    "Silver Notice",
    ":white_circle:",
    "Locate, identify or watch criminal assets. A pilot of 2025; ask the General Secretariat how it stands.",
    _THING_FORM,
)
UN = _only_received(
    "INTERPOL-UN Security Council Special Notice",
    ":large_blue_square:",
    "Tell that somebody is under sanctions of the United Nations Security Council.",
    PERSON_FORM,
)
SPECIAL = _only_received(
    "Other special notice",
    ":white_square_button:",
    "Any other type, such as one about a stolen work of art.",
    _THING_FORM,
)
