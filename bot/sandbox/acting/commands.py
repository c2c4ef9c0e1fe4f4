"""A person types a slash command."""

from bot.sandbox.acting.outcome import Outcome, outcome_of
from bot.sandbox.acting.payloads import actor, place
from bot.sandbox.channels import Channel
from bot.sandbox.delivery import Ack
from bot.sandbox.messages import Message
from bot.sandbox.people import Person
from bot.sandbox.posting import by_bot, checked, content_of
from bot.sandbox.refusals import Refused
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.violations import Kind
from bot.sandbox.workspace import SLACKBOT


def command(slack: Slack, user: str, line: str, *, channel: str | None) -> Outcome:
    person, where = actor(slack, user), place(slack, user, channel)
    name, _, text = line.strip().partition(" ")
    if slack.workspace.manifest.command(name) is None:
        return _refused_by_slack(slack, person, where, f"{name} is not a valid command.")
    payload = _payload(slack, person, where, name, text.strip())
    ack, error = slack.courier.ask("slash_commands", payload, wants_answer=True)
    if error:
        _whisper(slack, person, where, f'{name} failed with the error "{error}"')
    message = _answer(slack, person, where, ack) if ack else None
    return outcome_of(ack, error, message=message, views=slack.modals.stack(user))


def _payload(slack: Slack, person: Person, where: Channel, name: str, text: str) -> Json:
    who = slack.workspace.identity
    return {
        "token": who.verification_token,
        "team_id": person.team_id,
        "team_domain": who.team_domain,
        "channel_id": where.id,
        "channel_name": where.spoken_name,
        "user_id": person.id,
        "user_name": person.name,
        "command": name,
        "text": text,
        "api_app_id": who.app_id,
        "is_enterprise_install": "false",
        "response_url": slack.response_urls.issue(channel=where.id, user=person.id),
        "trigger_id": slack.triggers.issue(person.id),
    }


def _answer(slack: Slack, person: Person, where: Channel, ack: Ack) -> Message | None:
    if not ack.body:
        return None
    to_all = ack.body.get("response_type") == "in_channel"
    try:
        content = checked(slack.workspace, content_of(ack.body))
    except Refused as refusal:
        complaint = f"A command's ack was refused: {refusal.error} {'; '.join(refusal.messages)}"
        slack.workspace.violate(Kind.WRONG_ACK_BODY, complaint.strip())
        return None
    return by_bot(slack.workspace, content, channel=where.id, ephemeral_to=None if to_all else person.id)


def _refused_by_slack(slack: Slack, person: Person, where: Channel, text: str) -> Outcome:
    message = _whisper(slack, person, where, text)
    return Outcome(acked=False, error=text, message=message, views=tuple(slack.modals.stack(person.id)))


def _whisper(slack: Slack, person: Person, where: Channel, text: str) -> Message:
    """Slack's own words, which only the person sees."""
    return slack.workspace.post(
        Message(
            ts=slack.workspace.stamp(),
            channel=where.id,
            user=SLACKBOT,
            text=text,
            team_id=slack.workspace.identity.team_id,
            ephemeral_to=person.id,
        )
    )
