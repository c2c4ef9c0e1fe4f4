"""Offering a shift to another officer."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk.roster_facts import OwnTurn
from handlers.asking import Payload
from handlers.forms.fields import choice, person, read
from handlers.forms.modal import form
from handlers.views.blocks import View, context
from handlers.views.words import DeskWords
from storage.records.people import PersonId

CALLBACK_ID = "roster.swap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    rotation_id: str
    turn: int
    officer: PersonId


def render(turns: Sequence[OwnTurn], desk: DeskWords) -> View:
    """`turns` are the asker's own; there is at least one."""
    return form(
        callback_id=CALLBACK_ID,
        title="Offer a shift",
        submit="Offer it",
        fields=[
            choice(
                "turn",
                "Which shift of yours?",
                [(f"{each.turn}:{each.rotation_id}", _label(each, desk)) for each in turns],
                initial=f"{turns[0].turn}:{turns[0].rotation_id}",
            ),
            person("officer", "To whom?"),
        ],
        carries={},
        above=[context("They are asked at once. It stays yours until they take it over.")],
    )


def parse(view: Payload) -> Offering:
    turn, _, rotation_id = read(view, "turn").partition(":")
    return Offering(rotation_id=rotation_id, turn=int(turn), officer=PersonId(read(view, "officer")))


def _label(turn: OwnTurn, desk: DeskWords) -> str:
    starts, ends = (at.astimezone(desk.zone) for at in (turn.starts_at, turn.ends_at))
    return f"{starts:%a %b} {starts.day}, {starts:%H:%M %Z} to {ends:%a %b} {ends.day}, {ends:%H:%M %Z}"
