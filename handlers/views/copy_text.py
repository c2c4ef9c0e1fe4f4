"""The text that goes abroad, to be copied by an officer; the desk itself never sends it."""

from handlers.views.blocks import SECTION_LIMIT, View, context, modal, parts, said, section

NOT_ACCEPTED = ":warning: The desk has not accepted this request yet, so it should not be sent."
RULE = (
    "Copy it into I-24/7, and record it with *Transmitted*. What is for use in the United States only is "
    "left out of it."
)


def view(reference: str, text: str, query: str | None, *, accepted: bool) -> View:
    pieces = [section(said(part)) for part in parts(text, SECTION_LIMIT)]
    search = [context("INTERPOL's person file, through Nlets:"), section(said(query))] if query else []
    return modal(
        f"{reference}: text",
        [*([] if accepted else [context(NOT_ACCEPTED)]), context(RULE), *pieces, *search],
    )
