"""What people do with notices at the edge of the real desk."""

from collections.abc import Mapping
from typing import Any

from bot.rules.notices import added_form
from storage.records.notices import Colour, Notice, NoticeId
from tests.handlers.examples import ADA
from tests.handlers.filling import inputs
from tests.handlers.office import Office, reference_of
from tests.notice_samples import RECEIVED, least, more

DECIDING = frozenset({"subject", "known"})
"""Questions on which others of the same hub depend."""


def begins(office: Office, words: str = "red FR", as_: str = ADA) -> dict[str, Any]:
    """The form of a colour, or the question that leads to it."""
    office.type(f"/notice new {words}", as_=as_)
    return office.opened()


def fits(view: Mapping[str, Any], answers: Mapping[str, str]) -> dict[str, str]:
    """Those of the answers that the form shows."""
    return {name: answer for name, answer in answers.items() if name in inputs(dict(view))}


def chosen(office: Office, form: Mapping[str, Any], answers: Mapping[str, str]) -> dict[str, Any]:
    """The form after its deciding choice, if it has one."""
    for name in sorted(DECIDING & set(inputs(dict(form))) & set(answers)):
        office.choose(form, fits(form, answers), name)
        form = office.redrawn(form)
    return dict(form)


def section(
    office: Office, form: Mapping[str, Any], name: str, answers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """A section of the form, with what stands on the hub so far."""
    office.press(form, answers or {}, f"form:section:{name}", name)
    return office.opened()


def kept(
    office: Office, form: Mapping[str, Any], name: str, hub: Mapping[str, str], **answers: str
) -> dict[str, Any]:
    """The hub after a section of it was filled in and kept."""
    view = section(office, form, name, hub)
    if "matter" in answers:  # It brings further questions into view.
        office.choose(view, fits(view, answers), "matter")
        view = office.redrawn(view)
    answer = office.submit(view, answers)
    assert "errors" not in answer, answer
    return office.redrawn(form)


def files(office: Office, colour: Colour = Colour.RED, *, way: str = "", as_: str = ADA, **more: str) -> str:
    """With the least that it asks on the hub; answers the reference."""
    usual = RECEIVED if way == "in" else least(colour)
    answers = {**usual, **more}
    form = chosen(office, begins(office, f"{colour} FR {way}", as_), answers)
    filed = office.submit(form, fits(form, answers), as_=as_)
    assert "view" in filed, filed
    return reference_of(filed)


def notice(office: Office, reference: str = "NT-2026-00001") -> Notice:
    with office.database.reading() as stores:
        found = stores.notices.by_reference(reference)
    assert found is not None
    return found


def completed(office: Office, reference: str = "NT-2026-00001", **changes: str) -> Notice:
    """With all that its colour still needs, added at the desk itself."""
    found = notice(office, reference)
    wanted = {**more(found.colour), "agency_case": "2026/17", **changes}
    for section in added_form(found).sections:
        answers = {ask.name: wanted[ask.name] for ask in section.asks if ask.name in wanted}
        if answers:
            office.desk.notices.add(office.person(), NoticeId(found.id), section.name, answers)
    return notice(office, reference)
