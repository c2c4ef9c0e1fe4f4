"""What somebody does who fills in a form in their own order, and what stands in it."""

from bot.sandbox.messages import Message
from bot.sandbox.shapes import Json
from bot.sandbox.views import View
from handlers.action_ids import draft
from tests.world import RITA, World
from tests.world_forms import acknowledged, fills, inputs, lines

BEGUN = {"family_name": "Example", "forename": "Casey", "birth": "2018-05", "facts": "Invented example."}
KEPT = {"sex": "female", "nationalities": "US,FR", "document": "US X1234567"}
"""What stands in a form that is half filled in, and in a section of it."""


def begins(world: World) -> None:
    """Half a form of Rita's: what is asked at once, and a section."""
    opens(world, RITA, "/liaison child FR")
    keeps_section(world, RITA, "identity", **{**KEPT, "nationalities": ["US", "FR"]})
    fills_in(world, RITA, **BEGUN)


def opens(world: World, who: str, line: str) -> View:
    """Types a command that opens a form."""
    return world.types(who, line).views[-1]


def on_top(world: World, who: str) -> View:
    view = world.slack.view(who)
    assert view is not None, f"{who} has no form open"
    return view


def fills_in(world: World, who: str, **answers: object) -> View:
    """Types and chooses in the form on top; each of these must be asked there."""
    view = fills(world.slack, who, on_top(world, who), answers)
    assert not (nowhere := set(answers) - set(inputs(view))), f"this form does not ask for {nowhere}"
    return view


def opens_section(world: World, who: str, name: str) -> View:
    """From the hub on top."""
    hub = on_top(world, who)
    return acknowledged(world.slack.click(who, hub, action_id=lines(hub)[name]["action_id"])).views[-1]


def keeps_section(world: World, who: str, name: str, **answers: object) -> View:
    """Opens a section, fills it in and keeps it; answers the hub."""
    opens_section(world, who, name)
    fills_in(world, who, **answers)
    kept = world.submits(who, {})
    assert not kept.errors, kept.errors
    return on_top(world, who)


def standing(view: View) -> dict[str, str]:
    """What stands in each field in which something does."""
    held = {name: _held(next(iter(elements.values()))) for name, elements in view.state.items()}
    return {name: text for name, text in held.items() if text}


def my_drafts(world: World, who: str) -> Message:
    message = world.types(who, "/liaison drafts").message
    assert message is not None
    return message


def resumes(world: World, who: str, row: int = 0) -> View:
    """From their drafts, newest first."""
    return acknowledged(world.slack.click(who, my_drafts(world, who), action_id=draft("resume", row))).views[
        -1
    ]


def sees_home(world: World, who: str) -> View:
    """Looks at the app, and waits until it was drawn for that."""
    world.settle()
    drawn = len(world.slack.requests.to("views.publish"))
    world.slack.open_home(who)

    def shown() -> View | None:
        world.settle()
        return world.slack.home(who) if len(world.slack.requests.to("views.publish")) > drawn else None

    return world.slack.wait_for(shown)


def _held(entry: Json) -> str:
    if chosen := entry.get("selected_option"):
        return str(chosen["value"])
    if "selected_options" in entry:
        return ",".join(str(each["value"]) for each in entry["selected_options"])
    return str(entry.get("value") or entry.get("selected_date") or "")
