"""Which steps stand open for a notice, and what each asks of it, by its colour, direction and means."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.rules import endings, notice_steps
from bot.rules.notice_states import awaits_approval, in_force
from bot.rules.notice_steps import OF_THE_FILER, STEPS
from bot.rules.steps import Ask, Offered, Step
from storage.records.notices import Colour, Means, Notice, NoticeState
from storage.records.requests import Direction

Fits = Callable[[Notice], bool]
WANTED = frozenset({Colour.RED})
SEARCHED = frozenset({Colour.RED, Colour.BLUE, Colour.YELLOW})
PERSONS = SEARCHED | {Colour.GREEN, Colour.UN}
"""About somebody with a name, who can be found here."""


def _here(notice: Notice) -> bool:
    """It is the United States' own."""
    return notice.direction is Direction.OUTGOING


def _of(colours: frozenset[Colour]) -> Fits:
    return lambda notice: _here(notice) and notice.colour in colours


def _by(means: Means) -> Fits:
    return lambda notice: _here(notice) and notice.means is means


_FITS: Mapping[str, Fits] = {
    notice_steps.LEGAL.name: _of(WANTED),
    notice_steps.APPROVE.name: awaits_approval,
    notice_steps.SEND.name: _by(Means.NOTICE),
    notice_steps.CIRCULATE.name: _by(Means.DIFFUSION),
    notice_steps.QUERY.name: _here,
    notice_steps.LOCATED.name: lambda notice: notice.colour in (SEARCHED if _here(notice) else PERSONS),
    notice_steps.IDENTIFIED.name: lambda notice: _here(notice) and endings.is_to_be_identified(notice),
    notice_steps.ARRESTED.name: _of(WANTED),
    notice_steps.RETURNED.name: endings.is_kept_until_return,
    notice_steps.TRAVELLED.name: _of(frozenset({Colour.GREEN})),
    notice_steps.RENEW.name: _here,
    notice_steps.UPDATE.name: _here,
    notice_steps.ASK_WITHDRAWAL.name: _here,
    notice_steps.ALERT.name: lambda notice: not _here(notice),
    notice_steps.SUSPEND.name: lambda notice: not _here(notice) or notice.means is Means.NOTICE,
}
"""Steps that are not for every notice."""


def is_open(step: Step[NoticeState], notice: Notice) -> bool:
    """Whether the step stands open in the notice's state, for its colour, direction and means."""
    return notice.state in step.starts and _is_for(step, notice)


def _is_for(step: Step[NoticeState], notice: Notice) -> bool:
    fits = _FITS.get(step.name)
    return fits is None or fits(notice)


def reachable(notice: Notice) -> frozenset[NoticeState]:
    """Where a notice of this colour, direction and means may stand once it was in force."""
    found: set[NoticeState] = set()
    after = {in_force(notice)}
    while after - found:
        found |= after
        after = {step.to for step in STEPS if step.to and step.starts & found and _is_for(step, notice)}
    ends = next(ask for ask in endings.asks_of_end(notice) if ask.name == "end")
    return frozenset(found | {NoticeState(value) for value, _ in ends.choices})


def asks_of(step: Step[NoticeState], notice: Notice) -> tuple[Ask, ...]:
    """What the step asks of this notice."""
    if step.name == notice_steps.END.name:
        return endings.asks_of_end(notice)
    if step.name == notice_steps.ASK_WITHDRAWAL.name:
        return endings.asks_of_withdrawal(notice)
    if step.name == notice_steps.LOCATED.name and (notice.colour is not Colour.YELLOW or not _here(notice)):
        return tuple(ask for ask in step.asks if ask.name != "safe")
    return step.asks


def offered(notice: Notice) -> tuple[Offered, ...]:
    """The steps that stand open on the card, in the order of its buttons."""
    return tuple(
        _offered(step, notice) for step in STEPS if step.name not in OF_THE_FILER and is_open(step, notice)
    )


def offered_to_filer(notice: Notice) -> tuple[Offered, ...]:
    """The steps that stand open for whoever filed it."""
    own = (notice_steps.INFO, notice_steps.SUPPLEMENT, notice_steps.TAKE_BACK)
    return tuple(_offered(step, notice) for step in own if is_open(step, notice))


def _offered(step: Step[NoticeState], notice: Notice) -> Offered:
    return replace(step.offered(), asks=asks_of(step, notice))
