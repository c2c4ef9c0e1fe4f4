"""Views of pages, lists and registries at their limits; those of records have files of their own."""

from collections.abc import Mapping
from dataclasses import replace

from handlers.forms import escalate, hand, note, resolve
from handlers.views import (
    alarms,
    home,
    listing,
    oncall,
    page_list,
    pages,
    refusal,
    status,
    storms,
    timeline,
)
from handlers.views import help as help_view
from handlers.views.blocks import Message, View
from storage.records.announcements import ALARMS, TOGETHER
from storage.records.escalations import EscalationState
from tests.handlers import facts, found_samples, registry_samples
from tests.handlers.examples import ABROAD, DESK, LONG_LINE, LONGEST

MESSAGES: Mapping[str, Message] = {
    **{f"page {state}": pages.page(facts.page(state), DESK) for state in EscalationState},
    **{
        f"alarm {kind} {state}": alarms.render(facts.alarm(kind), facts.page(state), DESK)
        for kind in sorted(ALARMS)
        for state in EscalationState
    },
    **{
        f"storm of {kind}": storms.message(kind, [facts.page(each) for each in EscalationState] * 8, DESK)
        for kind in sorted(TOGETHER)
    },
    "thread of a page": timeline.thread(facts.timeline(100), DESK),
    "timeline by words": timeline.message(facts.timeline(60), DESK),
    "list of pages": page_list.message(facts.home(60).pages, DESK),
    "report": page_list.report(facts.page_report(), DESK),
    **{f"where a page stands, {state}": pages.standing(facts.page(state), DESK) for state in EscalationState},
    "status": status.message(facts.status(control_number=LONG_LINE), DESK),
    "status of one without a card": status.message(replace(facts.status(), card_wanted=True), DESK),
    "an empty list": listing.message(facts.listing(0), DESK),
    "a list of one": listing.message(facts.listing(1), DESK),
    "the last page of 31": listing.message(facts.listing(31, page=4), DESK),
    "a long query": listing.message(facts.listing(31, words=LONG_LINE, missed=LONGEST), DESK),
    "help": help_view.message(
        "/notice", [help_view.Line(usage="/notice new", words="x")], unknown=LONGEST, guess="/notice new"
    ),
    "greeting": help_view.greeting(),
    "on call": oncall.message(facts.oncall(), DESK),
    "nobody on call": oncall.message(facts.oncall(nobody=True), DESK),
    "on duty now": oncall.taken(facts.oncall(), DESK),
    "a refusal": refusal.message(LONGEST * 4, holder=ABROAD),
    "an apology": refusal.message(refusal.apology("01234567")),
    **registry_samples.MESSAGES,
    **found_samples.MESSAGES,
}
VIEWS: Mapping[str, View] = {
    "page details": pages.details(
        facts.page_details(EscalationState.RESOLVED, words=LONGEST, outcome=LONGEST), DESK
    ),
    "an empty home": home.view(facts.home(0), DESK),
    "a full home": home.view(facts.home(100, drafts=10), DESK),
    "an answer in a modal": refusal.as_modal(refusal.message(LONGEST)),
    "page form": escalate.render(key="k", desk=DESK, reference="LR-2026-00042"),
    "handing over": hand.render(escalation_id="e1"),
    "note": note.render(escalation_id="e1", limit=3000),
    "timeline of a page": timeline.view(facts.timeline(60), DESK),
    **registry_samples.FORMS,
    "a whole country in a modal": refusal.as_modal(registry_samples.FULL_COUNTRY),
    "resolution": resolve.render(escalation_id="e1", limit=3000),
}
