"""The page and the control plane behind it."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.sandbox.actions import Actions
from bot.sandbox.control.directing import Directing
from bot.sandbox.control.doing import Doing
from bot.sandbox.control.downloads import Downloads
from bot.sandbox.control.endpoints import acting, reading
from bot.sandbox.control.looking import Looking
from bot.sandbox.control.stream import Stream
from bot.sandbox.slack import Slack

PAGE = Path(__file__).parent.parent / "page"


def control_routes(slack: Slack, actions: Actions) -> list[BaseRoute]:
    looking, directing = Looking(slack), Directing(slack, actions)
    return [
        Route("/", _page("index.html")),
        Route("/beside", _page("beside.html")),
        Mount("/static", StaticFiles(directory=PAGE)),
        Route("/control/events", Stream(slack).respond),
        Route("/files-pri/{file}/{name:path}", Downloads(slack).respond),
        *(
            reading(f"/control/{verb.__name__}", verb)
            for verb in (
                looking.state,
                looking.messages,
                looking.views,
                looking.violations,
                looking.requests,
                looking.clock,
                directing.faults,
            )
        ),
        acting("/control/clock", directing.clock),
        acting("/control/jump", directing.jump),
        acting("/control/stage", directing.stage),
        acting("/control/sockets", directing.sockets),
        acting("/control/faults", directing.add_fault),
        acting("/control/faults", directing.clear_faults, method="DELETE"),
        acting("/control/people", directing.add_person),
        acting("/control/channels", directing.add_channel),
        *_people_act(Doing(slack, actions)),
    ]


def _people_act(doing: Doing) -> list[BaseRoute]:
    verbs = (
        doing.command,
        doing.message,
        doing.click,
        doing.submit,
        doing.close,
        doing.options,
        doing.home,
        doing.shortcut,
        doing.read,
        doing.do_not_disturb,
    )
    return [acting(f"/control/{verb.__name__}", verb) for verb in verbs]


def _page(name: str) -> Callable[[Request], Awaitable[Response]]:
    async def page(_request: Request) -> Response:
        return FileResponse(PAGE / name)

    return page
