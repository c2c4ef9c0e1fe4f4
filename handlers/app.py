"""The composition root: every concrete part is assembled here, and nothing is started."""

from collections.abc import Callable, Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.desk.desk import Desk, build
from bot.desk.ground import DESK_ZONE, Ground, unmeasured
from bot.desk.ports import Clock, NewId, Wake
from bot.pacing import Pace
from bot.rules.policy import Policy
from bot.scheduler import Scheduler
from bot.settings import Settings, SlackMode
from handlers.attention import Attention
from handlers.bot import Bot
from handlers.budget import Budget, budgets
from handlers.clients import web_client
from handlers.connection import Connection, Rhythm, ask_who_we_are
from handlers.desk_app import DeskApp
from handlers.drafts import Drafts
from handlers.edge import Edge
from handlers.escalations import Escalations
from handlers.fallback import GatewayPager
from handlers.files import Files
from handlers.filing_notices import FilingNotices
from handlers.filing_requests import FilingRequests
from handlers.filling import Filling
from handlers.home import Home
from handlers.home_workspace import HomeWorkspace
from handlers.http import HttpPort, WebApp
from handlers.identity import Identity
from handlers.intake import Intake
from handlers.listings import Listings
from handlers.messenger import SlackMessenger
from handlers.metrics import Signals
from handlers.modals import Modals
from handlers.monitoring import Monitoring
from handlers.notice_intake import NoticeIntake
from handlers.notices import Notices
from handlers.oncall import OnCall
from handlers.planning import Planning
from handlers.registry import Countries
from handlers.registry_agencies import Agencies
from handlers.registry_terms import Terms
from handlers.reminders import Reminders
from handlers.rendering import Rendering
from handlers.replies import Replies
from handlers.requests import Requests
from handlers.router import Part, register
from handlers.search import Search
from handlers.sections import Sections
from handlers.signed import SignedRequests
from handlers.socket_mode import Socket
from handlers.supplements import Supplements
from handlers.sweeps import Sweeping
from handlers.views.words import DeskWords
from storage.database import Database, DatabaseBusy

IDENTITY_SECONDS, LISTENER_SECONDS, DELIVERY_SECONDS = 1, 2, 5


def desk_over(
    database: Database,
    *,
    clock: Clock,
    new_id: NewId,
    wake: Wake,
    policy: Policy,
    zone: ZoneInfo = DESK_ZONE,
    late: Callable[[str, float], None] = unmeasured,
) -> Desk:
    """The desk's use cases over one database; `late` hears how late steps and reminders were."""
    return build(
        Ground(
            database=database,
            clock=clock,
            new_id=new_id,
            wake=wake,
            policy=policy,
            zone=zone,
            late=late,
        )
    )


def assemble(
    settings: Settings,
    *,
    policy: Policy,
    clock: Clock,
    new_id: NewId,
    pace: Pace | None = None,
    rhythm: Rhythm | None = None,
) -> Bot:
    """The whole desk for one process."""
    database = Database(settings.database_url)
    scheduler = Scheduler(clock)
    signals = Signals()
    desk = desk_over(
        database,
        clock=clock,
        new_id=new_id,
        wake=scheduler,
        policy=policy,
        zone=settings.zone,
        late=signals.late,
    )
    words = desk_words(settings, desk)
    pace = pace or Pace()
    swept = sweeping(settings, database, desk, clock=clock, pace=pace, spent=budgets())
    replies = Replies(web_client(settings, timeout=LISTENER_SECONDS))
    home = HomeWorkspace(database)
    app = desk_app(settings, home, new_id, signals, replies, words)
    _register(app, settings, desk, words, replies, home, new_id)
    connection = _connection(settings, app, home, pace, scheduler, rhythm or Rhythm())
    monitoring = Monitoring(database=database, clock=clock, connection=connection, sweeping=swept, desk=desk)
    signals.at_scrape(monitoring.standing)
    return Bot(
        settings=settings,
        database=database,
        desk=desk,
        app=app,
        home=home,
        scheduler=scheduler,
        sweeps=swept.sweeps,
        watcher=swept.watcher,
        connection=connection,
        pace=pace,
        replies=replies,
        port=_port(settings, app, connection, monitoring, signals),
    )


def sweeping(
    settings: Settings,
    database: Database,
    desk: Desk,
    *,
    clock: Clock,
    pace: Pace,
    spent: Mapping[str, Budget],
) -> Sweeping:
    """What is done whenever it is due, with what tells of it; `spent` are the budgets of its calls."""
    return Sweeping(
        database=database,
        desk=desk,
        messenger=_messenger(settings, desk, desk_words(settings, desk), clock, spent),
        pager=GatewayPager(settings.gateways, deadline=lambda: desk.ground.policy.reach.deadline),
        clock=clock,
        pace=pace,
        heartbeat_url=settings.heartbeat_url.get_secret_value() if settings.heartbeat_url else None,
    )


def desk_words(settings: Settings, desk: Desk) -> DeskWords:
    """What the views say of the desk itself."""
    return DeskWords(zone=settings.zone, names=desk.names, policy=lambda: desk.ground.policy)


def desk_app(
    settings: Settings,
    home: HomeWorkspace,
    new_id: NewId,
    signals: Signals,
    replies: Replies,
    words: DeskWords,
) -> DeskApp:
    """Bolt, with nothing that asks Slack by itself; the HTTP port checks signatures before it."""
    token = settings.slack_bot_token.get_secret_value()
    return DeskApp(
        new_id=new_id,
        telephone=lambda: words.telephone,
        replies=replies,
        answered=signals.answered,
        client=web_client(settings, timeout=LISTENER_SECONDS),
        request_verification_enabled=False,
        authorize=lambda: home.authorized(token),
        raise_error_for_unhandled_request=False,
    )


def _messenger(
    settings: Settings, desk: Desk, words: DeskWords, clock: Clock, spent: Mapping[str, Budget]
) -> SlackMessenger:
    client = web_client(settings, timeout=DELIVERY_SECONDS)
    attention = Attention(
        client=client,
        clock=clock,
        budgets=spent,
        passed_over=desk.escalations.passed_over,
        busy=DatabaseBusy,
    )
    return SlackMessenger(
        client=client,
        desk_channel=settings.desk_channel,
        oncall_channel=settings.oncall_channel,
        render=Rendering(desk, words, clock).render,
        budgets=spent,
        reached=attention.of,
    )


def _register(
    app: DeskApp,
    settings: Settings,
    desk: Desk,
    words: DeskWords,
    replies: Replies,
    home: HomeWorkspace,
    new_id: NewId,
) -> None:
    identity = Identity(
        people=desk.people, home_team=home.team, client=web_client(settings, timeout=IDENTITY_SECONDS)
    )
    edge = Edge(
        app=app,
        identity=identity,
        replies=replies,
        busy=DatabaseBusy,
        new_id=new_id,
        telephone=lambda: words.telephone,
    )
    modals = Modals(web_client(settings, timeout=LISTENER_SECONDS))
    files = Files(web_client(settings, timeout=DELIVERY_SECONDS))
    register(edge, parts(desk, words, modals, files, replies, new_id))


def parts(
    desk: Desk, words: DeskWords, modals: Modals, files: Files, replies: Replies, new_id: NewId
) -> Sequence[Part]:
    """The nouns of the desk at the Slack edge."""
    filings = (FilingRequests(desk, words), FilingNotices(desk, words))
    filling = Filling(desk=desk, words=words, filings=filings)
    return (
        Intake(filling, modals, new_id),
        Sections(filling, modals),
        Drafts(filling, modals),
        Supplements(desk, words, modals),
        Requests(desk, words, modals),
        NoticeIntake(filling, modals, new_id),
        Notices(desk, words, modals),
        Listings(desk, words, files),
        Search(desk, words),
        Escalations(desk, words, modals, new_id),
        OnCall(desk, words),
        Planning(desk, words, modals),
        Countries(desk, words, modals, new_id),
        Agencies(desk, words, modals, new_id),
        Terms(desk, words, modals),
        Reminders(desk, words),
        Home(desk, replies),
    )


def _connection(
    settings: Settings,
    app: DeskApp,
    home: HomeWorkspace,
    pace: Pace,
    scheduler: Scheduler,
    rhythm: Rhythm,
) -> Connection:
    client = web_client(settings, timeout=DELIVERY_SECONDS)

    def joined() -> None:
        pace.reached()
        scheduler.soon()

    token = settings.slack_app_token
    return Connection(
        who=lambda: ask_who_we_are(client),
        on_known=home.known,
        on_joined=joined,
        socket=Socket(app, token.get_secret_value(), client, ping_seconds=rhythm.ping) if token else None,
        ask_every=rhythm.ask,
    )


def _port(
    settings: Settings,
    app: DeskApp,
    connection: Connection,
    monitoring: Monitoring,
    signals: Signals,
) -> HttpPort | None:
    if settings.http_port is None:
        return None
    secret = settings.slack_signing_secret if settings.mode is SlackMode.HTTP else None
    web_app = WebApp(
        alive=lambda: connection.fatal is None,
        ready=monitoring.ready,
        metrics=signals.registry,
        slack=SignedRequests(app, secret.get_secret_value()) if secret else None,
    )
    return HttpPort(web_app, host=settings.http_host, port=settings.http_port)
