"""What a draft is of: the form of a kind of request or of a colour of notice, by its name."""

from collections.abc import Iterable

from bot.rules.colours import COLOURS
from bot.rules.kinds import KINDS
from bot.rules.steps import AskKind, Form
from storage.records.notices import Colour
from storage.records.requests import RequestKind


def addresses_of(form_name: str) -> frozenset[str]:
    """The questions for a web address in the forms of that name; none for an unknown one."""
    asks = [ask for form in _forms(form_name) for ask in form.asks]
    return frozenset(ask.name for ask in asks if ask.kind is AskKind.WEB_ADDRESS)


def _forms(name: str) -> Iterable[Form]:
    if name in set(RequestKind):
        return KINDS[RequestKind(name)].forms.values()
    return COLOURS[Colour(name)].forms.values() if name in set(Colour) else ()
