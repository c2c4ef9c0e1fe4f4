"""Who is on duty, until when, and who is next."""

from bot.desk.facts import OnCall
from handlers.views.blocks import Message, context, ours, section
from handlers.views.words import DeskWords, mention


def message(oncall: OnCall, desk: DeskWords) -> Message:
    return Message(
        text="Who is on duty",
        blocks=[
            section(ours(sentence(oncall, desk))),
            context(f"The command center answers at any hour: {desk.telephone}."),
        ],
    )


def taken(oncall: OnCall, desk: DeskWords) -> Message:
    """To the officer who has just taken over."""
    words = f"You are on duty{_until(oncall, desk)}. {_next(oncall, desk)}"
    return Message(text="You are on duty", blocks=[section(ours(words))])


def sentence(oncall: OnCall, desk: DeskWords) -> str:
    """Never empty, also when nobody is on the roster."""
    if oncall.on_duty:
        return f"{mention(oncall.on_duty)} is on duty{_until(oncall, desk)}. {_next(oncall, desk)}"
    return (
        "*Nobody is on duty.* A page goes straight on to whoever can be told. An officer takes over with "
        f"`/oncall take`. {_next(oncall, desk)}"
    )


def _until(oncall: OnCall, desk: DeskWords) -> str:
    return f" until {desk.moment(oncall.until)}" if oncall.until else ""


def _next(oncall: OnCall, desk: DeskWords) -> str:
    if oncall.next_person is None:
        return "Nobody is on the roster after that." if oncall.on_duty else "Nobody is on the roster."
    from_then = f" from {desk.moment(oncall.next_from)}" if oncall.next_from else ""
    return f"Next: {mention(oncall.next_person)}{from_then}."
