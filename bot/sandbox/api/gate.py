"""What every Web API call passes before it is answered: token, scopes, arguments, rate."""

import math

from bot.sandbox.api.answers import ANSWERS
from bot.sandbox.api.call import Call
from bot.sandbox.api.reply import Reply, ratelimited
from bot.sandbox.methods import Method, check_arguments
from bot.sandbox.refusals import Refused
from bot.sandbox.slack import Slack
from bot.sandbox.violations import Kind

_BROKEN_LIMITS = frozenset(
    {"invalid_blocks", "msg_too_long", "msg_blocks_too_long", "view_too_large", "push_limit_reached"}
)


def answer(slack: Slack, call: Call) -> Reply:
    """Do what the call asks, or refuse it in Slack's words; what a correct bot would not ask is noted."""
    workspace = slack.workspace
    with workspace.lock:
        try:
            known = _known(slack, call)
            _check_token(slack, call, known)
            _check_arguments(slack, call, known)
            if limited := _limited(slack, call, known):
                return limited
            body = {"ok": True, **ANSWERS[call.method](slack, call)}
        except Refused as refusal:
            body = refusal.as_json()
            if refusal.error in _BROKEN_LIMITS or (refusal.messages and call.method.startswith("views.")):
                workspace.violate(
                    Kind.LIMIT_BROKEN, f"{call.method}: {refusal.error} {'; '.join(refusal.messages)}".strip()
                )
    if call.warnings:
        body.setdefault("response_metadata", {})["warnings"] = list(call.warnings)
    return Reply(body, headers={"x-oauth-scopes": ",".join(sorted(workspace.manifest.scopes))})


def _known(slack: Slack, call: Call) -> Method:
    known = call.known
    if known is None or call.method not in ANSWERS:
        slack.workspace.violate(Kind.UNKNOWN_METHOD, f"{call.method} is no method that the sandbox knows.")
        raise Refused("unknown_method", req_method=call.method)
    return known


def _check_token(slack: Slack, call: Call, known: Method) -> None:
    if known.token == "none":  # noqa: S105  # A kind of token, not a secret.
        return
    who = slack.workspace.identity
    kinds = {who.bot_token: "bot", who.app_token: "app"}
    if call.token is None:
        raise Refused("not_authed")
    if call.token not in kinds:
        raise Refused("invalid_auth")
    if slack.workspace.revoked:
        raise Refused(slack.workspace.revoked)
    if kinds[call.token] != known.token:
        raise Refused("not_allowed_token_type")
    scopes = slack.workspace.manifest.scopes
    if known.token == "bot" and known.scopes and not known.scopes & scopes:  # noqa: S105  # As above.
        raise Refused(
            "missing_scope", needed=",".join(sorted(known.scopes)), provided=",".join(sorted(scopes))
        )


def _check_arguments(slack: Slack, call: Call, known: Method) -> None:
    if call.ignored:
        text = f"{call.method} takes no JSON body; ignored: {', '.join(call.ignored)}"
        slack.workspace.violate(Kind.WRONG_ENCODING, text)
    complaints = check_arguments(known, call.arguments)
    if complaints:
        slack.workspace.violate(Kind.WRONG_ARGUMENT, f"{call.method}: {'; '.join(complaints)}")
        raise Refused("invalid_arguments", messages=[f"[ERROR] {each}" for each in complaints])


def _limited(slack: Slack, call: Call, known: Method) -> Reply | None:
    verdict = slack.limits.judge(call.method, known.tier, call.channel)
    if verdict.retry_after is None:
        return None
    if verdict.insisted:
        slack.workspace.violate(
            Kind.OVER_RATE, f"{call.method} was called again before its Retry-After was over."
        )
    return ratelimited(max(1, math.ceil(verdict.retry_after)))
