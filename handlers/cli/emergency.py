"""`page`, `ack` and `status`: what an emergency needs, also while Slack is down."""

from typing import Annotated

import typer

from bot.clock import new_id
from bot.desk.facts import PageFacts, Status
from bot.rules import references
from handlers.cli.ground import at_the_desk, desk, operator
from handlers.cli.users import checked_user
from storage.records.people import PersonId
from storage.records.requests import Priority


def page(
    words: Annotated[list[str], typer.Argument(help="What it is about, if you like with a reference first.")],
    priority: Annotated[Priority, typer.Option(help="How urgent it is.")] = Priority.FLASH,
) -> None:
    """Page the officer on duty."""
    reference, text = references.leading(" ".join(words))
    with desk() as it:
        opened = it.escalations.open(
            asker=None,
            actor=operator(),
            reference_words=reference,
            words=text,
            priority=priority,
            submission_key=new_id(),
            identity_unchecked=False,
        )
    joined = f"joined the page that is open for it{_holder(opened.page)}"
    told = joined if opened.joined else _told(opened.page)
    typer.echo(f"{opened.page.reference}: {told}. If it cannot wait, call {opened.page.telephone}.")
    if opened.not_found:
        typer.echo(f"There is no {opened.not_found}; the page went out without it.")


def ack(
    reference: Annotated[str, typer.Argument(help="The page's reference, such as ES-2026-00003.")],
    as_: Annotated[
        str | None,
        typer.Option("--as", help="Slack user id of the officer who has it.", callback=checked_user),
    ] = None,
) -> None:
    """Acknowledge a page for an officer; the actor in the audit trail is you."""
    with desk() as it:
        holder = PersonId(as_) if as_ else None
        page_ = it.escalations.acknowledge_by_reference(operator(), reference, holder=holder)
    typer.echo(f"{page_.reference} is acknowledged by {page_.acknowledged_by}.")
    if holder is None:
        typer.echo("Slack cannot ask you whether you are still on it: name the officer who has it by --as.")


def status(reference: Annotated[str, typer.Argument(help="LR-…, NT-… or ES-…")]) -> None:
    """Say where a request, notice or page stands; no personal data."""
    with desk() as it:
        if reference.upper().startswith("ES"):
            typer.echo(_page(it.escalations.status(operator(), reference)))
        else:
            typer.echo(_record(it.notices.status(operator(), reference)))


def _told(page_: PageFacts) -> str:
    return "paged; nobody is on duty, so the next of the ladder is told" if page_.nobody_on_duty else "paged"


def _page(page_: PageFacts) -> str:
    return f"{page_.reference}: {page_.state}{_holder(page_)}"


def _holder(page_: PageFacts) -> str:
    return f", with {page_.acknowledged_by}" if page_.acknowledged_by else ""


def _record(found: Status) -> str:
    owner = f", with {found.owner}" if found.owner else ""
    due = f" Due {at_the_desk(found.due_at)}." if found.due_at else ""
    return f"{found.reference}: {found.state_words}{owner}. Next: {found.next_step} ({found.next_by}){due}"
