"""An offence or a programme: a new one, or one that is edited or retired."""

from dataclasses import dataclass

from bot.rules.registry import TermForm
from bot.rules.registry_fields import LINE, NAME
from handlers.asking import Payload
from handlers.forms.fields import Field, choice, read, text
from handlers.forms.modal import carried, form
from handlers.views.blocks import View, context
from storage.records.terms import Term, TermKind

CALLBACK_ID = "registry.term"
NEW_CALLBACK_ID = "registry.term.new"

_RETIRED, _OFFERED = "retired", "offered"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedTerm:
    seen_version: int
    form: TermForm


def render_new(kind: TermKind) -> View:
    code = text(
        "code", "Code", limit=40, hint="What records keep, such as online_enticement. It never changes."
    )
    return form(
        callback_id=NEW_CALLBACK_ID,
        title=f"New {kind}",
        submit="Add",
        fields=[code, _label(), _source()],
        carries={"kind": kind},
    )


def render(term: Term) -> View:
    offers = [(_OFFERED, "Offered in forms"), (_RETIRED, "Retired: records keep it, forms do not offer it")]
    now = _RETIRED if term.retired_at else _OFFERED
    return form(
        callback_id=CALLBACK_ID,
        title=f"Edit the {term.kind}",
        submit="Save",
        fields=[
            _label(term.label),
            _source(term.source),
            choice("standing", "Is it in use?", offers, initial=now),
        ],
        carries={"kind": term.kind, "code": term.code, "version": str(term.version)},
        above=[context(f"Its code is `{term.code}`.")],
    )


def parse_new(view: Payload) -> TermForm:
    return _form(view, read(view, "code"))


def parse(view: Payload) -> EditedTerm:
    carries = carried(view)
    return EditedTerm(seen_version=int(carries["version"]), form=_form(view, carries["code"]))


def _form(view: Payload, code: str) -> TermForm:
    return TermForm(
        kind=TermKind(carried(view)["kind"]),
        code=code,
        label=read(view, "label"),
        source=read(view, "source"),
        retired=read(view, "standing") == _RETIRED,
    )


def _label(initial: str = "") -> Field:
    return text("label", "What people read", limit=NAME, initial=initial)


def _source(initial: str = "") -> Field:
    return text("source", "Source", limit=LINE, initial=initial, hint="Who names it so.")
