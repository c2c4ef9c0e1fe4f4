"""The composition root: every concrete part is assembled here, and nothing is started."""

from collections.abc import Sequence

from bot.delivery import Delivery, TwinRemoval
from bot.desk.desk import Desk, build
from bot.desk.ground import Ground
from bot.desk.ports import Clock, Messenger, NewId, Wake
from bot.pacing import Pace
from bot.rules.policy import Policy
from bot.scheduler import Scheduler, Sweep
from bot.settings import Settings, SlackMode
from handlers.bot import Bot
from handlers.budget import budgets
from handlers.clients import web_client
from handlers.connection import Connection, Rhythm, ask_who_we_are
from handlers.desk_app import DeskApp
from handlers.edge import Edge
from handlers.escalations import Escalations
from handlers.home import Home
from handlers.home_workspace import HomeWorkspace
from handlers.http import HttpPort, WebApp
from handlers.identity import Identity
from handlers.messenger import SlackMessenger
from handlers.metrics import Signals, Standing
from handlers.modals import Modals
from handlers.notices import Notices
from handlers.oncall import OnCall
from handlers.reminders import Reminders
from handlers.rendering import Rendering
from handlers.replies import Replies
from handlers.requests import Requests
from handlers.router import Part, register
from handlers.signed import SignedRequests
from handlers.socket_mode import Socket
from handlers.views.words import DeskWords
from storage.database import Database, DatabaseBusy
from storage.records.outbox import Lane
from storage.reference import countries

IDENTITY_SECONDS, LISTENER_SECONDS, DELIVERY_SECONDS = 1, 2, 5


def desk_over(database: Database, *, clock: Clock, new_id: NewId, wake: Wake, policy: Policy) -> Desk:
    """The desk's use cases over one database."""
    return build(
        Ground(database=database, clock=clock, new_id=new_id, wake=wake, policy=policy, countries=countries())
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
    desk = desk_over(database, clock=clock, new_id=new_id, wake=scheduler, policy=policy)
    words = desk_words(settings, policy)
    pace = pace or Pace()
    messenger = SlackMessenger(
        client=web_client(settings, timeout=DELIVERY_SECONDS),
        desk_channel=settings.desk_channel,
        oncall_channel=settings.oncall_channel,
        render=Rendering(desk, words, clock).render,
        budgets=budgets(),
    )
    twins = TwinRemoval(database=database, messenger=messenger, clock=clock, pace=pace)
    sweeps = _sweeps(database, desk, messenger, twins, clock, pace)
    replies = Replies(web_client(settings, timeout=LISTENER_SECONDS))
    home = HomeWorkspace(database)
    signals = Signals(lambda: _standing(database, clock, connection, twins))
    app = desk_app(settings, home, new_id, signals, replies, words)
    _register(app, settings, desk, words, replies, home, new_id)
    connection = _connection(settings, app, home, pace, scheduler, rhythm or Rhythm())
    port = _port(settings, app, connection, database, signals)
    return Bot(
        settings=settings,
        database=database,
        desk=desk,
        app=app,
        home=home,
        scheduler=scheduler,
        sweeps=sweeps,
        connection=connection,
        pace=pace,
        replies=replies,
        port=port,
    )


def desk_words(settings: Settings, policy: Policy) -> DeskWords:
    """What the views say of the desk itself."""
    return DeskWords(
        zone=settings.zone,
        countries=countries(),
        email=policy.email,
        telephone=policy.telephone,
        text_limit=policy.text_limit,
    )


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
        telephone=words.telephone,
        replies=replies,
        answered=signals.answered,
        client=web_client(settings, timeout=LISTENER_SECONDS),
        request_verification_enabled=False,
        authorize=lambda: home.authorized(token),
        raise_error_for_unhandled_request=False,
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
        telephone=words.telephone,
    )
    modals = Modals(web_client(settings, timeout=LISTENER_SECONDS))
    register(edge, parts(desk, words, modals, replies, new_id))


def parts(desk: Desk, words: DeskWords, modals: Modals, replies: Replies, new_id: NewId) -> Sequence[Part]:
    """The nouns of the desk at the Slack edge."""
    return (
        Requests(desk, words, modals, new_id),
        Notices(desk, words, modals, new_id),
        Escalations(desk, words, modals, new_id),
        OnCall(desk, words),
        Reminders(desk, words),
        Home(desk, replies),
    )


def _sweeps(
    database: Database, desk: Desk, messenger: Messenger, twins: TwinRemoval, clock: Clock, pace: Pace
) -> Sequence[Sweep]:
    def delivery(*lanes: Lane) -> Delivery:
        return Delivery(database=database, messenger=messenger, clock=clock, pace=pace, lanes=lanes)

    return (
        Sweep(name="escalations", run=desk.escalations.sweep, next_due=desk.escalations.next_due),
        Sweep(name="pages", run=delivery(Lane.PAGE).sweep),
        Sweep(name="reminders", run=desk.reminders.sweep, next_due=desk.reminders.next_due),
        Sweep(name="messages", run=delivery(Lane.ANSWER, Lane.CARD, Lane.DIGEST).sweep),
        Sweep(name="twins", run=twins.sweep, tick_seconds=5.0),
        Sweep(name="submission keys", run=desk.forget_submissions, tick_seconds=3600.0),
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
    settings: Settings, app: DeskApp, connection: Connection, database: Database, signals: Signals
) -> HttpPort | None:
    if settings.http_port is None:
        return None

    def ready() -> dict[str, object]:
        answers, trouble = database.answers(), connection.trouble
        facts = {"ready": answers and not trouble, "slack": not trouble, "database": answers}
        return facts | ({"why": trouble} if trouble else {})

    secret = settings.slack_signing_secret if settings.mode is SlackMode.HTTP else None
    web_app = WebApp(
        alive=lambda: connection.fatal is None,
        ready=ready,
        metrics=signals.registry,
        slack=SignedRequests(app, secret.get_secret_value()) if secret else None,
    )
    return HttpPort(web_app, host=settings.http_host, port=settings.http_port)


def _standing(
    database: Database, clock: Clock, connection: Connection, twins: TwinRemoval
) -> Standing | None:
    now = clock.now()
    try:
        with database.reading() as stores:
            oldest = stores.outbox.oldest(now)
            return Standing(
                depth=stores.outbox.depth(),
                oldest_seconds=(now - oldest).total_seconds() if oldest else 0.0,
                dead_letters=stores.outbox.dead_letter_count(),
                joined=connection.joined,
                twins_removed=twins.removed,
            )
    except DatabaseBusy:
        return None
