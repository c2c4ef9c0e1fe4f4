"""Every form as it opens, under its name: for checks that walk all of them."""

from collections.abc import Mapping

from handlers.forms import escalate, hand, note, notice, request, resolve
from handlers.views.blocks import View
from handlers.views.words import DeskWords
from storage.records.notices import Colour

SAMPLE = "sample"


def every_form(desk: DeskWords) -> Mapping[str, View]:
    """New records of each kind, and pages."""
    return {
        "request": request.render(key=SAMPLE, on_behalf=True, desk=desk),
        "colour": notice.render_colour(key=SAMPLE),
        **{f"{colour} notice": notice.render(key=SAMPLE, colour=colour, desk=desk) for colour in Colour},
        "escalate": escalate.render(key=SAMPLE, desk=desk),
        "hand": hand.render(escalation_id=SAMPLE),
        "note": note.render(escalation_id=SAMPLE, limit=desk.text_limit),
        "resolve": resolve.render(escalation_id=SAMPLE, limit=desk.text_limit),
    }
