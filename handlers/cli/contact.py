"""`people contact`: where somebody is told of a page when Slack is silent."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot import one_setting
from bot.desk.desk import Desk
from bot.desk.ports import OutcomeUnknown, Pager, Undeliverable, Unreachable
from bot.rules.contacts import masked
from handlers.cli.ground import Stop, desk, operator, stopping
from handlers.cli.users import checked_user
from handlers.fallback import GatewayPager
from storage.records.reach import DESK_ITSELF, Contact, Owner, Way

app = typer.Typer(no_args_is_help=True, help="Set and prove where people are told beyond Slack.")

TEST_TITLE = "Liaison desk: a test"
TEST_BODY = (
    "This is only a test. By this address the liaison desk would tell you of a page. Nothing is to be done."
)


def checked_owner(owner: str | None) -> str | None:
    """Raises typer.BadParameter for a name."""
    return DESK_ITSELF if owner and owner.lower() == DESK_ITSELF else checked_user(owner)


Whose = Annotated[
    str,
    typer.Argument(
        help="Slack user id of an officer, or `desk` for the desk itself.", callback=checked_owner
    ),
]
Kind = Annotated[Way, typer.Argument(help="By which kind of gateway.")]


@app.command("set")
def set_(
    owner: Whose,
    way: Kind,
    address: Annotated[str, typer.Argument(help="dan@agency.example, +12025550100, or a name in a chat.")],
) -> None:
    """Set an address, in the place of the former one."""
    with desk() as it:
        contact = it.contacts.set(operator(), Owner(owner), way, address)
    typer.echo(
        f"{owner}: {way} goes to {masked(way, contact.address)}. Prove it: people contact test {owner}"
    )
    if way not in _gateways():
        typer.echo(f"No gateway is set for {way} yet: PAGER_{way.upper()} in .env.")


@app.command()
def remove(owner: Whose, way: Kind) -> None:
    """Forget an address."""
    with desk() as it:
        it.contacts.remove(operator(), Owner(owner), way)
    typer.echo(f"{owner} has no {way} now.")


@app.command("list")
def list_() -> None:
    """List whose addresses are known, and which of them were proved."""
    table = Table("whose", "way", "address", "proved")
    with desk() as it:
        for contact in it.contacts.listed(operator()):
            proved = f"{contact.proved_at:%Y-%m-%d}" if contact.proved_at else "never"
            table.add_row(contact.owner, contact.way, masked(contact.way, contact.address), proved)
    Console().print(table)


@app.command()
def test(owner: Whose) -> None:
    """Send a test message to each address, and say what became of it; exit code 1 when one failed."""
    with desk() as it:
        contacts = it.contacts.listed(operator(), Owner(owner))
        if not contacts:
            raise Stop(f"No address is known for {owner}. Set one: people contact set {owner} email …")
        pager = GatewayPager(_gateways(), deadline=lambda: it.ground.policy.reach.deadline)
        failed = [contact.way for contact in contacts if not _proved(it, pager, contact)]
    if failed:
        raise Stop(f"{len(failed)} of {len(contacts)} failed: {', '.join(failed)}.")


def _proved(it: Desk, pager: Pager, contact: Contact) -> bool:
    shown = f"{contact.way} to {masked(contact.way, contact.address)}"
    try:
        pager.send(contact.way, contact.address, title=TEST_TITLE, body=TEST_BODY)
    except (Unreachable, OutcomeUnknown, Undeliverable) as why:
        typer.echo(f"{shown}: failed ({why})")
        return False
    it.contacts.proved(operator(), contact)
    typer.echo(f"{shown}: handed over. Ask whether it has arrived.")
    return True


def _gateways() -> dict[Way, str]:
    with stopping():
        return dict(one_setting.gateways())
