"""A country as the registry has it: its bureau and what it asks for, with sources, or *not recorded*."""

from collections.abc import Sequence
from datetime import timedelta

from bot.desk.registry_facts import CountryEntry
from handlers import action_ids
from handlers.views.blocks import (
    Block,
    Message,
    actions,
    button,
    confirmed,
    context,
    escaped,
    fields,
    our_field,
    ours,
    said,
    said_field,
    section,
)
from handlers.views.words import DESK_DEFAULT, PRIORITIES, TOPICS, DeskWords, mention
from storage.records.countries import Country, Requirement, Topic

SHORT = 250
"""Letters of a requirement in a form, which has to fit an acknowledgement; its country's card has all."""
NOT_RECORDED = "not recorded: ask the NCB"
_ALWAYS_ASKED = tuple(topic for topic in Topic if topic is not Topic.OTHER)


def message(entry: CountryEntry, desk: DeskWords) -> Message:
    country = entry.country
    recorded = [each for each in entry.requirements if each.source]
    return Message(
        text=f"{country.name} ({country.code})",
        blocks=[
            section(ours(f"*{escaped(country.name)}* ({country.code}), {_standing(entry)}")),
            *_led_here(entry),
            *fields(
                said_field("National Central Bureau", country.ncb or NOT_RECORDED),
                said_field("Languages", country.languages or NOT_RECORDED),
                our_field("Response time", _response(entry)),
                said_field("Source", country.source or "not recorded"),
            ),
            *_sub_bureaus(entry.sub_bureaus),
            section(ours("*What it asks for*")),
            *(
                block
                for number, each in enumerate(recorded)
                for block in _requirement(each, number, desk, may_edit=entry.may_edit)
            ),
            *_missing(entry, {each.topic for each in recorded}),
            *(_buttons(country) if entry.may_edit else []),
        ],
    )


def required(name: str, requirements: Sequence[Requirement]) -> list[Block]:
    """While somebody asks it, or sends to it: what the country asks for, each with its source and date."""
    recorded = [each for each in requirements if each.source]
    if not recorded:
        return [context(f"What {escaped(name)} requires is {NOT_RECORDED}.")]
    return [
        context(f"*What {escaped(name)} requires*"),
        *(section(said(_in_short(each), SHORT)) for each in recorded),
    ]


def _in_short(requirement: Requirement) -> str:
    return (
        f"{TOPICS[requirement.topic]}: {requirement.text} "
        f"(source: {requirement.source}; recorded {requirement.recorded_at.date().isoformat()})"
    )


def saved(country: Country) -> Message:
    return Message(
        text=f"{country.name} is saved",
        blocks=[
            section(ours(f"*{escaped(country.name)}* is saved. `/liaison country {country.code}` shows it."))
        ],
    )


def requirement_added(requirement: Requirement) -> Message:
    sentence = f"The requirement is recorded. `/liaison country {requirement.country}` shows it."
    return Message(text="The requirement is recorded", blocks=[section(ours(sentence))])


def requirement_withdrawn(requirement: Requirement) -> Message:
    sentence = f"The requirement is withdrawn. `/liaison country {requirement.country}` shows what stands."
    return Message(text="The requirement is withdrawn", blocks=[section(ours(sentence))])


def _standing(entry: CountryEntry) -> str:
    country = entry.country
    if country.left_on:
        return f":no_entry: *no member since {country.left_on}*: its bureau cannot be asked"
    return f"one of {entry.members} member countries"


def _led_here(entry: CountryEntry) -> list[Block]:
    if entry.via is None:
        return []
    whose = f"{escaped(entry.via.name)} ({entry.via.code}) is a sub-bureau of {escaped(entry.country.name)}"
    source = "" if entry.via.source else " Source: not recorded."
    return [context(f"{whose}; ask by its National Central Bureau.{source}")]


def _response(entry: CountryEntry) -> str:
    days = entry.country.response_days
    if days is not None:
        return _days(days)
    by_priority = ", ".join(
        f"{PRIORITIES[priority].lower()} {_span(entry.response[priority])}" for priority in PRIORITIES
    )
    return f"not recorded; the desk reckons with {by_priority}{DESK_DEFAULT}"


def _sub_bureaus(sub_bureaus: tuple[Country, ...]) -> list[Block]:
    if not sub_bureaus:
        return []
    named = ", ".join(f"{escaped(each.name)} ({each.code})" for each in sub_bureaus)
    return [context(f"Its sub-bureaus: {named}. Source: not recorded.")]


def _requirement(requirement: Requirement, row: int, desk: DeskWords, *, may_edit: bool) -> list[Block]:
    withdraw = confirmed(
        button("Withdraw", action_ids.withdraw_requirement(row), requirement.id),
        "It is not shown any more; the audit trail keeps that you withdrew it.",
        yes="Withdraw",
        no="Keep",
    )
    words = f"{TOPICS[requirement.topic]}\n{requirement.text}\nSource: {requirement.source}"
    by = f"Recorded {desk.moment(requirement.recorded_at)} by {mention(requirement.recorded_by)}"
    return [section(said(words), accessory=withdraw if may_edit else None), context(by)]


def _missing(entry: CountryEntry, recorded: set[Topic]) -> list[Block]:
    lines = [f"*{TOPICS[topic]}*: {NOT_RECORDED}" for topic in _ALWAYS_ASKED if topic not in recorded]
    if Topic.PROVISIONAL_ARREST not in recorded:
        lines[-1] += f"; the desk reckons with {_span(entry.arrest_request)}{DESK_DEFAULT}"
    return [section(ours("\n".join(lines)))] if lines else []


def _buttons(country: Country) -> list[Block]:
    return actions(
        button("Edit", action_ids.EDIT_COUNTRY, country.code),
        button("Add requirement", action_ids.ADD_REQUIREMENT, country.code),
    )


def _span(span: timedelta) -> str:
    hours = int(span.total_seconds() // 3600)
    if hours % 24 or hours == 24:  # noqa: PLR2004  Hours of a day.
        return "1 hour" if hours == 1 else f"{hours} hours"
    return _days(hours // 24)


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"
