"""A small form for tests of the form engine: questions that depend on others, at once and in sections."""

from collections.abc import Mapping

from bot.rules.steps import Ask, AskKind, Form, Section, When
from handlers.forms import engine
from handlers.forms.asking import Lists
from handlers.forms.engine import Began
from handlers.views.blocks import View

LISTS = Lists.plain(3000)
BEGAN = Began(key="k1", name="example", about={"country": "FR"})
COLOUR = Ask(
    name="colour",
    label="Colour",
    kind=AskKind.CHOICE,
    choices=(("red", "Red"), ("blue", "Blue")),
    hint="Of the paint.",
)
SHADE = Ask(
    name="shade", label="Shade", kind=AskKind.LINE, when=When(name="colour", answers=frozenset({"red"}))
)
NOTE = Ask(name="note", label="Note", kind=AskKind.TEXT, required=False)
SIZE = Ask(name="size", label="Size", kind=AskKind.CHOICE, choices=(("s", "S"), ("l", "L")), initial="s")
LENGTH = Ask(
    name="length", label="Length", kind=AskKind.LINE, when=When(name="size", answers=frozenset({"l"}))
)
DEPTH = Ask(
    name="depth", label="Depth", kind=AskKind.LINE, when=When(name="colour", answers=frozenset({"blue"}))
)
REST = Ask(name="rest", label="Rest", kind=AskKind.LINE)
WHOLE = Form(
    first=(COLOUR, SHADE, NOTE),
    sections=(
        Section(name="measures", label="Measures", asks=(SIZE, LENGTH, DEPTH)),
        Section(
            name="rest", label="The rest of it", asks=(Ask(name="rest", label="Rest", kind=AskKind.LINE),)
        ),
    ),
)


def hub(answers: Mapping[str, str] | None = None, wanted: engine.Wanted = engine.NOTHING) -> View:
    return engine.hub(
        BEGAN, WHOLE, answers or {}, LISTS, title="Example", above=[], submit="File", wanted=wanted
    )


def part(name: str, answers: Mapping[str, str] | None = None) -> View:
    view = engine.part(BEGAN, WHOLE, name, answers or {}, LISTS, hub_id="V1")
    assert view is not None
    return view
