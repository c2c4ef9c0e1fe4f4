"""What left the desk stands in the third-agency log: to whom, what, when, on whose authority."""

from collections.abc import Mapping

from bot.desk import lookup
from bot.desk.transaction import Transaction
from bot.rules import notice_steps, request_steps, telling
from bot.rules.answers import several
from bot.rules.errors import InvalidForm
from bot.rules.fields import HOME_COUNTRY
from bot.rules.steps import Step
from storage.records.disclosures import Authority, Content, Disclosure
from storage.records.notices import Means, Notice, NoticeState
from storage.records.requests import Direction, LiaisonRequest, Partner, RequestState


def of_request(
    tx: Transaction, request: LiaisonRequest, step: Step[RequestState], given: Mapping[str, str]
) -> None:
    """Raises InvalidForm when another bureau was told and its country is not named."""
    if step.name not in request_steps.DISCLOSES:
        return
    recipient = given.get("recipient", telling.COUNTRY)
    if recipient == telling.COUNTRY:
        country = given.get("recipient_country", request.country if step is not request_steps.TELL else "")
        if not country:
            raise InvalidForm({"recipient_country": "Choose the country whose bureau was told."})
        recipient = telling.bureau(country)
    correction = step is request_steps.CORRECTED
    content = Content.CORRECTION if correction else Content(given.get("content", Content.REQUEST))
    authority = Authority(given.get("authority", Authority.REQUESTING_AGENCY))
    _log(tx, request.id, recipient, content, authority, given)


def of_notice(tx: Transaction, notice: Notice, step: Step[NoticeState], given: Mapping[str, str]) -> None:
    """A notice goes to the General Secretariat, a diffusion to each country that it names as well."""
    if step.name not in notice_steps.DISCLOSES:
        return
    content = Content.REPLY if step.name in _REPLIES else Content.REQUEST
    for recipient in _recipients(tx, notice, step):
        _log(tx, notice.id, recipient, content, Authority.REQUESTING_AGENCY, given)


_REPLIES = frozenset({notice_steps.QUERY_ANSWERED.name, notice_steps.REPLIED.name})


def _recipients(tx: Transaction, notice: Notice, step: Step[NoticeState]) -> list[str]:
    """Whoever located the person is told; of another country's notice that country."""
    if step.name == notice_steps.REPLIED.name:
        return [telling.bureau(country) for country in _located_in(tx, notice)]
    named = several(notice.answers.get("recipients", "")) if notice.means is Means.DIFFUSION else ()
    asked = step.name == notice_steps.QUERY_ANSWERED.name or notice.direction is Direction.INCOMING
    return [Partner.GENERAL_SECRETARIAT, *([] if asked else map(telling.bureau, named))]


def _located_in(tx: Transaction, notice: Notice) -> list[str]:
    if notice.direction is Direction.INCOMING:
        return [notice.country]
    located = (each.evidence.get("located_in", "") for each in lookup.history(tx, notice.id))
    last = next(filter(None, located), notice.country)
    return [country for country in several(last) if country != HOME_COUNTRY]


def _log(
    tx: Transaction,
    record_id: str,
    recipient: str,
    content: Content,
    authority: Authority,
    given: Mapping[str, str],
) -> None:
    tx.stores.disclosures.add(
        Disclosure(
            id=tx.new_id(),
            record_id=record_id,
            at=tx.now,
            by=tx.actor,
            recipient=recipient,
            content=content,
            authority=authority,
            told_on=given["sent_on"],
            reference=given.get("message_reference", ""),
        )
    )
