"""The HTTP side of the Web API: reads the call, lets it meet its fault, logs it, answers it."""

import asyncio

from starlette.requests import Request as HttpRequest
from starlette.responses import PlainTextResponse, Response

from bot.sandbox.api.call import Call, read_call
from bot.sandbox.api.gate import answer
from bot.sandbox.api.reply import Reply, ratelimited
from bot.sandbox.changes import Changed
from bot.sandbox.clock import real_seconds
from bot.sandbox.faults import Fault
from bot.sandbox.refusals import Refused
from bot.sandbox.requests import Request
from bot.sandbox.slack import Slack
from bot.sandbox.wires import Wire, Wires

_FOREVER_SECONDS = 86_400
CUT_OFF = 0


class WebApi:
    def __init__(self, slack: Slack, wires: Wires) -> None:
        self._slack = slack
        self._wires = wires

    async def respond(self, request: HttpRequest) -> Response:
        """The endpoint /api/{method}."""
        started = real_seconds()
        wire = self._wires.of(request)
        method, body = request.path_params["method"], await request.body()
        if self._slack.faults.down:
            return _cut(wire)
        try:
            call = read_call(method, headers=request.headers, query=request.url.query, body=body)
        except Refused as refusal:
            return Reply(refusal.as_json()).as_response()
        fault = self._slack.faults.take_for_call(method, call.channel)
        reply = await self._meet(call, fault)
        self._log(call, reply, real_seconds() - started)
        if fault and fault.kind in ("silent", "silent_after"):
            await asyncio.sleep(_FOREVER_SECONDS)
        if reply is None or (fault and fault.kind == "reset_after"):
            return _cut(wire)
        if fault and fault.kind == "nonsense":
            return PlainTextResponse("<html>Something else</html>")
        return reply.as_response()

    async def _meet(self, call: Call, fault: Fault | None) -> Reply | None:
        """The reply after whatever the fault does to it; None where the connection is cut."""
        match fault:
            case Fault(kind="slow"):
                await asyncio.sleep(fault.seconds or 1.0)
            case Fault(kind="ratelimited"):
                return self._hold_off(call, fault)
            case Fault(kind="late"):
                return self._postponed(call, fault)
            case Fault(kind="error500" | "nonsense" | "api_error" | "silent" | "reset_before"):
                return _spoilt(fault)
        return answer(self._slack, call)

    def _hold_off(self, call: Call, fault: Fault) -> Reply:
        if known := call.known:
            with self._slack.workspace.lock:
                self._slack.limits.hold(call.method, known.tier, call.channel, fault.retry_after)
        return ratelimited(fault.retry_after)

    def _postponed(self, call: Call, fault: Fault) -> Reply | None:
        def effect() -> None:
            answer(self._slack, call)

        land = self._slack.faults.postpone(effect)
        if fault.seconds is not None:
            asyncio.get_running_loop().call_later(fault.seconds, land)
        return None if fault.late_answer == "reset" else Reply({"ok": False, "error": "internal_error"}, 500)

    def _log(self, call: Call, reply: Reply | None, seconds: float) -> None:
        workspace = self._slack.workspace
        self._slack.requests.add(
            Request(
                method=call.method,
                args=dict(call.arguments),
                status=reply.status if reply else CUT_OFF,
                error=reply.error if reply else None,
                seconds=seconds,
                at=workspace.clock.now(),
            )
        )
        workspace.tell(Changed.REQUEST)


def _spoilt(fault: Fault) -> Reply | None:
    """What a call without effect is answered with; None where it is not answered at all."""
    replies = {
        "error500": Reply({"ok": False, "error": "internal_error"}, 500),
        "nonsense": Reply({"ok": False, "error": "nonsense"}),
        "api_error": Reply({"ok": False, "error": fault.name}),
    }
    return replies.get(fault.kind)


def _cut(wire: Wire) -> Response:
    """Reset the connection; the response that Starlette wants goes nowhere."""
    wire.reset()
    return Response()
