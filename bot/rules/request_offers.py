"""Which steps stand open for a request, and what each asks of it: endings and partners are its kind's."""

from dataclasses import replace

from bot.rules.kinds import KINDS, outcomes
from bot.rules.request_steps import ALERT, INFO, OF_THE_FILER, STEPS, SUPPLEMENT, UNWATCH, WITHDRAW, WRONG
from bot.rules.steps import Ask, Offered, Step, When
from bot.rules.telling import COUNTRY, REQUIREMENTS, recipients
from storage.records.disclosures import Content
from storage.records.requests import Direction, LiaisonRequest, RequestState


def asks_of(step: Step[RequestState], request: LiaisonRequest) -> tuple[Ask, ...]:
    """What the step asks of this request: the list of endings and of partners is its kind's."""
    incoming = request.direction is Direction.INCOMING
    asks = (ask for ask in step.asks if not (incoming and ask is REQUIREMENTS))
    return tuple(_fitted(ask, request) for ask in asks)


def is_open(step: Step[RequestState], request: LiaisonRequest) -> bool:
    """Whether the step stands open in the request's state, for its kind."""
    row = KINDS[request.kind]
    if step is WRONG and not row.corrects:
        return False
    if step is ALERT and request.direction not in row.alerts:
        return False
    return request.state in step.starts


def offered(request: LiaisonRequest) -> tuple[Offered, ...]:
    """The steps that stand open on the card, in the order of its buttons."""
    others = OF_THE_FILER | {UNWATCH.name}
    return tuple(
        _offered(step, request) for step in STEPS if step.name not in others and is_open(step, request)
    )


def offered_to_filer(request: LiaisonRequest) -> tuple[Offered, ...]:
    """The steps that stand open for whoever filed it."""
    return tuple(_offered(step, request) for step in (INFO, SUPPLEMENT, WITHDRAW) if is_open(step, request))


def _offered(step: Step[RequestState], request: LiaisonRequest) -> Offered:
    return replace(step.offered(), asks=asks_of(step, request))


def _fitted(ask: Ask, request: LiaisonRequest) -> Ask:
    match ask.name:
        case "outcome":
            return replace(ask, choices=outcomes(request.kind))
        case "recipient":
            return replace(ask, choices=recipients(request))
        case "recipient_country":
            return replace(ask, when=When(name="recipient", answers=frozenset({COUNTRY})))
        case "content" if request.direction is Direction.INCOMING:
            return replace(ask, initial=Content.REPLY)
        case _:
            return ask
