"""What somebody reads of a name search: how well each record fits, and no name but what they typed."""

from bot.rules.naming.ranking import Birth, Fit
from handlers.views import found
from handlers.views.blocks import Block
from tests.handlers.examples import DESK
from tests.handlers.found_samples import a_search

TYPED = "*Robin* <!channel> _Example_"


def of_kind(blocks: object, kind: str) -> list[str]:
    """The texts of one kind, however deep."""
    if isinstance(blocks, dict):
        own = [str(blocks["text"])] if blocks.get("type") == kind else []
        return own + [text for part in blocks.values() for text in of_kind(part, kind)]
    return (
        [text for part in blocks for text in of_kind(part, kind)] if isinstance(blocks, list | tuple) else []
    )


def test_every_way_to_fit_has_its_words() -> None:
    assert set(found.FITS) == set(Fit)
    assert set(found.BIRTHS) == set(Birth)
    assert len({*found.FITS.values(), *found.BIRTHS.values()}) == len(Fit) + len(Birth)


def test_what_was_typed_stands_in_rich_text_only_and_in_no_notification() -> None:
    message = found.message(a_search(3, words=TYPED), DESK)

    assert message.text == "Search: 3 found, page 1 of 1"
    assert not any("Robin" in text for text in of_kind(message.blocks, "mrkdwn"))
    assert TYPED in of_kind(message.blocks, "text")


def test_a_row_says_how_well_it_fits_and_opens_its_details() -> None:
    shown: list[Block] = list(found.message(a_search(2), DESK).blocks)[2:4]

    assert shown[0]["text"]["text"].endswith("outgoing, _same name_")
    assert shown[1]["text"]["text"].endswith("incoming, _similar name, birth fits_")
    assert [each["accessory"]["text"]["text"] for each in shown] == ["Show details", "Show details"]
    assert len({each["accessory"]["action_id"] for each in shown}) == 2


def test_nothing_found_says_what_to_try_and_too_much_or_too_early_says_so() -> None:
    nothing = of_kind(found.message(a_search(0), DESK).blocks, "mrkdwn")
    much = of_kind(found.message(a_search(10, page=2, pages=3), DESK).blocks, "mrkdwn")

    assert found.NOTHING in nothing
    assert found.MORE in much
    assert found.INCOMPLETE in much
    assert found.MORE not in nothing
