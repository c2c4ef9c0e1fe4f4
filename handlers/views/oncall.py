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
    return Message(
        text="You are on duty", blocks=[section(ours(f"You are on duty. {sentence(oncall, desk)}"))]
    )


def sentence(oncall: OnCall, desk: DeskWords) -> str:
    """Never empty, also when nobody is on the roster."""
    now = "*Nobody is on duty.* A page goes to the next officer at once. `/oncall take` takes over."
    if oncall.on_duty:
        until = f" until {desk.moment(oncall.until)}" if oncall.until else ""
        now = f"{mention(oncall.on_duty)} is on duty{until}."
    if oncall.next_person is None:
        return f"{now} Nobody is on the roster after that."
    from_then = f" from {desk.moment(oncall.next_from)}" if oncall.next_from else ""
    return f"{now} Next: {mention(oncall.next_person)}{from_then}."
