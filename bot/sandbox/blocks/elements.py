"""The table of Block Kit elements: their keys, their rules, and the blocks that may hold them."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.sandbox.blocks import element_rules as rules
from bot.sandbox.blocks.element import (
    ANY_CONVERSATION,
    ANYWHERE,
    BUTTONS,
    CHOOSING,
    FEEDBACK,
    FORMS,
    IDS,
    LISTED,
    MENU,
    ONE_PLACE,
    OUTSIDE_FORMS,
    ROWS_OR_FORMS,
    SEARCHED,
    SEVERAL,
    TYPING,
    VALUE,
    Element,
    element,
)
from bot.sandbox.blocks.forms import DATE, DECIMAL, TIME, URL
from bot.sandbox.blocks.kinds import Choice, Fields, Flag, Items, Number, String, Typed
from bot.sandbox.blocks.objects import (
    BUTTON_OPTION,
    CONFIRM,
    ID,
    IMAGE,
    LABEL_FOR_SCREEN_READERS,
    MENU_OPTION,
    OPTION,
    STYLE,
    plain,
)
from bot.sandbox.blocks.rich_text import RICH_TEXT_OBJECT

_FEEDBACK_BUTTON = Fields(
    keys={"text": plain(75), "value": VALUE, "accessibility_label": LABEL_FOR_SCREEN_READERS},
    required=("text", "value"),
)

_CLICKED: Mapping[str, Element] = {
    "button": element(
        OUTSIDE_FORMS,
        required={"text": plain(75)},
        value=VALUE,
        url=URL,
        style=STYLE,
        confirm=CONFIRM,
        accessibility_label=LABEL_FOR_SCREEN_READERS,
    ),
    "overflow": element(
        OUTSIDE_FORMS, required={"options": Items(kind=MENU_OPTION, most=5)}, confirm=CONFIRM
    ),
    "image": Element(frozenset({"section", "context"}), IMAGE),
    "feedback_buttons": element(
        FEEDBACK, required={"positive_button": _FEEDBACK_BUTTON, "negative_button": _FEEDBACK_BUTTON}
    ),
    "icon_button": element(
        FEEDBACK,
        required={"icon": Choice(("trash",)), "text": plain(75)},
        value=VALUE,
        confirm=CONFIRM,
        accessibility_label=LABEL_FOR_SCREEN_READERS,
        visible_to_user_ids=IDS,
    ),
}

_CHOSEN: Mapping[str, Element] = {
    "checkboxes": element(
        ANYWHERE,
        CHOOSING,
        required={"options": BUTTONS},
        rules=(rules.initial_options_are_offered,),
        initial_options=BUTTONS,
    ),
    "radio_buttons": element(
        ANYWHERE,
        CHOOSING,
        required={"options": BUTTONS},
        rules=(rules.initial_option_is_offered,),
        initial_option=BUTTON_OPTION,
    ),
    "static_select": element(
        ANYWHERE,
        MENU,
        LISTED,
        rules=(rules.options_or_groups, rules.initial_option_is_offered),
        initial_option=OPTION,
    ),
    "external_select": element(ANYWHERE, MENU, SEARCHED, initial_option=OPTION),
    "users_select": element(ANYWHERE, MENU, initial_user=ID),
    "conversations_select": element(ANYWHERE, ONE_PLACE, ANY_CONVERSATION, initial_conversation=ID),
    "channels_select": element(ANYWHERE, ONE_PLACE, initial_channel=ID),
    "multi_static_select": element(
        ANYWHERE,
        SEVERAL,
        LISTED,
        rules=(
            rules.options_or_groups,
            rules.initial_options_are_offered,
            rules.no_more_chosen_than_allowed,
        ),
        initial_options=Items(kind=OPTION, most=100),
    ),
    "multi_external_select": element(
        ANYWHERE,
        SEVERAL,
        SEARCHED,
        rules=(rules.no_more_chosen_than_allowed,),
        initial_options=Items(kind=OPTION, most=100),
    ),
    "multi_users_select": element(
        ANYWHERE, SEVERAL, rules=(rules.no_more_chosen_than_allowed,), initial_users=IDS
    ),
    "multi_conversations_select": element(
        ANYWHERE,
        SEVERAL,
        ANY_CONVERSATION,
        rules=(rules.no_more_chosen_than_allowed,),
        initial_conversations=IDS,
    ),
    "multi_channels_select": element(
        ANYWHERE, SEVERAL, rules=(rules.no_more_chosen_than_allowed,), initial_channels=IDS
    ),
    "datepicker": element(ANYWHERE, MENU, initial_date=DATE),
    "timepicker": element(ANYWHERE, MENU, initial_time=TIME, timezone=ID),
    # Slack takes the moment as a Unix time of ten digits.
    "datetimepicker": element(
        ROWS_OR_FORMS, CHOOSING, initial_date_time=Number(least=1_000_000_000, most=9_999_999_999)
    ),
}

_WRITTEN: Mapping[str, Element] = {
    "plain_text_input": element(
        FORMS,
        TYPING,
        rules=(rules.lengths_fit,),
        initial_value=String(most=3000),
        multiline=Flag(),
        min_length=Number(least=0, most=3000),
        max_length=Number(least=1, most=3000),
    ),
    "rich_text_input": element(
        ROWS_OR_FORMS,
        TYPING,
        rules=(rules.lines_fit,),
        initial_value=RICH_TEXT_OBJECT,
        min_lines=Number(least=1),
        max_lines=Number(least=1),
    ),
    "number_input": element(
        FORMS,
        TYPING,
        required={"is_decimal_allowed": Flag()},
        rules=(rules.numbers_fit,),
        initial_value=DECIMAL,
        min_value=DECIMAL,
        max_value=DECIMAL,
    ),
    "email_text_input": element(FORMS, TYPING, initial_value=String()),
    "url_text_input": element(FORMS, TYPING, initial_value=String()),
    "file_input": element(FORMS, filetypes=Items(kind=String(least=1)), max_files=Number(least=1, most=10)),
}

ELEMENTS: Mapping[str, Element] = MappingProxyType({**_CLICKED, **_CHOSEN, **_WRITTEN})


def held_by(block: str) -> Typed:
    """The elements that this type of block may hold."""
    return Typed({name: each.fields for name, each in ELEMENTS.items() if block in each.holders})
