"""The edge: the one file that makes listeners, and the one place that catches everything.

A listener finds out who it is, calls the handler, and turns what comes back or goes wrong into an answer. It
never raises, never sleeps, and always acknowledges with status 200. The composition root wires it so:

    replies, modals = Replies(client), Modals(client)              # 2 s timeout, no retry handlers
    identity = Identity(people=desk.people, home_team=home_team, client=quick)    # 1 s timeout, none either
    edge = Edge(app=DeskApp(new_id=new_id, ...), identity=identity, replies=replies, busy=DatabaseBusy, ...)
    register(edge, parts)                                          # of handlers.router
"""

import re
from collections.abc import Callable, Sequence
from re import Pattern

import structlog
from slack_bolt import Ack, App

from bot.rules.errors import DeskError, InvalidForm, NotYet
from handlers.answers import (
    Answer,
    Failed,
    Show,
    form_body,
    options_body,
)
from handlers.asking import Asked, Clicked, Closed, Happened, Payload, Searched, Submitted
from handlers.faults import where
from handlers.identity import Identity, UnknownPerson
from handlers.replies import Replies
from handlers.views import refusal
from handlers.views.blocks import Block
from storage.records.people import Person

log = structlog.get_logger(__name__)

ANYTHING = re.compile(r"(?s).*")
OLD_VERSION = "I do not know this one; it may come from an older version of the desk. Try `/liaison help`."


class Edge:
    """Makes every listener. Order counts: Bolt runs the first that fits, so `catch_the_rest` comes last."""

    def __init__(
        self,
        *,
        app: App,
        identity: Identity,
        replies: Replies,
        busy: type[Exception],
        new_id: Callable[[], str],
        telephone: Callable[[], str],
    ) -> None:
        """`busy` is what the database raises when it is slow; `telephone` is the command center's."""
        self._app = app
        self._identity = identity
        self._replies = replies
        self._busy = busy
        self._new_id = new_id
        self._telephone = telephone

    def on_command(
        self, command: str | Pattern[str], handle: Callable[[Asked], Answer], *, vital: bool = False
    ) -> None:
        """`vital`: it goes on when Slack cannot say who asks, and a failure names the command center."""

        def listener(ack: Ack, body: Payload) -> None:
            outcome = self._outcome(lambda: self._asked(body, handle, vital=vital), vital=vital)
            ack(self._replies.in_acknowledgement(body, outcome) or "")

        self._app.command(command)(listener)

    def on_button(self, action_id: str | Pattern[str], handle: Callable[[Clicked], Answer]) -> None:
        """Slack ignores what stands in the acknowledgement of a click; the answer takes the reply lane."""

        def listener(ack: Ack, body: Payload) -> None:
            ack()
            self._replies.answer(
                body, self._outcome(lambda: handle(Clicked.read(body, self._identity.of(body))))
            )

        self._app.action(action_id)(listener)

    def on_form(
        self,
        callback_id: str | Pattern[str],
        handle: Callable[[Submitted], Answer | Failed],
        *,
        vital: bool = False,
    ) -> None:
        """`vital` as in `on_command`."""

        def work(body: Payload) -> Answer | Failed:
            person, unchecked = self._who(body, vital=vital)
            return handle(Submitted(person=person, view=body["view"], unchecked=unchecked))

        def listener(ack: Ack, body: Payload) -> None:
            outcome = self._outcome(lambda: work(body), vital=vital)
            ack(form_body(outcome, body.get("view") or {}) or "")

        self._app.view(callback_id)(listener)

    def on_close(self, callback_id: str, handle: Callable[[Closed], None]) -> None:
        """A form that was closed: there is nowhere to show an answer."""

        def listener(ack: Ack, body: Payload) -> None:
            ack()
            self._outcome(lambda: handle(Closed.read(body, self._identity.of(body))))

        self._app.view({"type": "view_closed", "callback_id": callback_id})(listener)

    def on_options(
        self, action_id: str | Pattern[str], handle: Callable[[Searched], Sequence[Block]]
    ) -> None:
        """What a menu offers for the letters typed so far; nothing when anything goes wrong."""

        def work(body: Payload) -> Answer:
            searched = Searched(person=self._identity.of(body), words=body.get("value") or "")
            return Show(view=options_body(handle(searched)))

        def listener(ack: Ack, body: Payload) -> None:
            outcome = self._outcome(lambda: work(body))
            ack(outcome.view if isinstance(outcome, Show) else {"options": []})

        self._app.options(action_id)(listener)

    def on_shortcut(self, callback_id: str | Pattern[str], handle: Callable[[Asked], Answer]) -> None:
        def listener(ack: Ack, body: Payload) -> None:
            ack()
            self._replies.answer(body, self._outcome(lambda: self._asked(body, handle, vital=False)))

        self._app.shortcut(callback_id)(listener)

    def on_event(
        self,
        event_type: str,
        handle: Callable[[Happened], None],
        *,
        wanted: Callable[[Payload], bool] = lambda _: True,
    ) -> None:
        """Events have nowhere to show a failure: it is logged. Nobody asks who caused one not `wanted`."""

        def work(body: Payload) -> None:
            if wanted(event := body["event"]):
                handle(Happened(person=self._identity.of(body), event=event))

        def listener(body: Payload) -> None:
            self._outcome(lambda: work(body))

        self._app.event(event_type)(listener)

    def on_account_change(self) -> None:
        """Keeps what the desk knows of people fresh."""

        def listener(body: Payload) -> None:
            self._outcome(lambda: self._identity.changed(body))

        self._app.event("user_change")(listener)

    def catch_the_rest(self) -> None:
        """Something is answered to every payload, also to one from a message that an older version posted."""

        def unknown(_: object) -> Answer:
            return refusal.message(OLD_VERSION)

        self.on_command(ANYTHING, unknown)
        self.on_button(ANYTHING, unknown)
        self.on_form(ANYTHING, unknown)
        self.on_options(ANYTHING, lambda _: ())
        self.on_shortcut(ANYTHING, unknown)
        self._app.view({"type": "view_closed", "callback_id": ANYTHING})(_acknowledge)
        self._app.event(ANYTHING)(_acknowledge)

    def _asked(self, body: Payload, handle: Callable[[Asked], Answer], *, vital: bool) -> Answer:
        person, unchecked = self._who(body, vital=vital)
        return handle(Asked.read(body, person, unchecked=unchecked))

    def _who(self, body: Payload, *, vital: bool) -> tuple[Person, bool]:
        """The person, and whether their identity is unchecked, which only what is vital may be."""
        try:
            return self._identity.of(body), False
        except UnknownPerson as unknown:
            if not vital:
                raise
            return Person(id=unknown.person_id), True

    def _outcome(self, work: Callable[[], Answer | Failed], *, vital: bool = False) -> Answer | Failed:
        """People read their own mistakes as they are; ours become an apology and a line in the log."""
        try:
            return work()
        except InvalidForm as mistakes:
            return Failed(sentence=str(mistakes), fields=mistakes.errors)
        except NotYet as too_late:
            return Failed(sentence=str(too_late), holder=too_late.holder)
        except DeskError as mistake:
            return self._failed(str(mistake), vital=vital)
        except self._busy:
            return self._failed(refusal.BUSY, vital=vital)
        except Exception as error:  # noqa: BLE001  The edge is where everything ends that nobody expected.
            reference = self._new_id()[-8:]
            log.error("handler_failed", reference=reference, error=type(error).__name__, at=where(error))  # noqa: TRY400  An exception's message may hold what a person typed.
            return self._failed(refusal.apology(reference), vital=vital)

    def _failed(self, sentence: str, *, vital: bool) -> Failed:
        words = f"{sentence} {refusal.command_center(self._telephone())}" if vital else sentence
        return Failed(sentence=words)


def _acknowledge(ack: Ack) -> None:
    ack()
