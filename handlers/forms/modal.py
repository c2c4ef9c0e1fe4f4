"""A form as a modal: its fields, and what travels with it unseen."""

import json
from collections.abc import Mapping, Sequence

from handlers.asking import Payload
from handlers.forms.fields import Field
from handlers.views.blocks import Block, View, cut, plain

TITLE_LIMIT = 24


def form(
    *,
    callback_id: str,
    title: str,
    submit: str,
    fields: Sequence[Field],
    carries: Mapping[str, str],
    above: Sequence[Block] = (),
) -> View:
    """`carries` comes back when it is sent: a key that makes two sendings one record, an id, a version."""
    return {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain(cut(title, TITLE_LIMIT)),
        "submit": plain(submit),
        "close": plain("Cancel"),
        "private_metadata": json.dumps(dict(carries)),
        "blocks": [*above, *(field.block() for field in fields)],
    }


def carried(view: Payload) -> dict[str, str]:
    """What `form` was given to carry."""
    return {str(name): str(value) for name, value in json.loads(view["private_metadata"]).items()}
