"""The reach beyond Slack: what arrives at real gateways, and what is said when one refuses or hangs."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from datetime import timedelta

import pytest

from bot.desk.ports import OutcomeUnknown, Pager, Undeliverable, Unreachable
from handlers.fallback import STUCK_AT_MOST, GatewayPager
from storage.records.reach import Way
from tests.handlers.gateways import (
    closed_port,
    dripping_server,
    hanging_server,
    mail_server,
    webhook,
)

SECRET = "hunter2secret"
DAN = "dan.duty+pages@agency.example"
TITLE, BODY = "ES-2026-00003 needs you", "Urgent. Call +1 202-555-0100.\n<b>& this stays text</b>"
SHORT = timedelta(seconds=0.4)


@pytest.fixture(autouse=True)
def _no_proxy_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture(autouse=True)
def _no_thread_is_left_that_would_hold_up_the_stop() -> Iterator[None]:
    before = set(threading.enumerate())
    yield

    assert [each for each in set(threading.enumerate()) - before if not each.daemon] == []


def mail(port: int) -> str:
    return f"mailto://127.0.0.1:{port}?smtp=127.0.0.1&from=desk@agency.example&to={{to}}"


def web(port: int) -> str:
    return f"json://desk:{SECRET}@127.0.0.1:{port}/page/{{to}}"


def page(pager: Pager, way: Way, address: str = DAN) -> None:
    pager.send(way, address, title=TITLE, body=BODY)


def test_an_email_arrives_as_plain_text_with_its_subject() -> None:
    with mail_server() as room:
        page(GatewayPager({Way.EMAIL: mail(room.port)}), Way.EMAIL)

    (letter,) = room.letters
    assert room.recipients == [[DAN]]
    assert letter["Subject"] == TITLE
    assert letter.get_content_type() == "text/plain"
    assert letter.get_content().replace("\r\n", "\n").strip() == BODY


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("+12025550100", "/page/+12025550100"),
        ("#on/call?x=1&y", "/page/%23on%2Fcall%3Fx=1&y"),
    ],
)
def test_a_webhook_gets_the_text_and_the_address(address: str, path: str) -> None:
    with webhook() as hook:
        page(GatewayPager({Way.CHAT: web(hook.port)}), Way.CHAT, address)

    (body,) = hook.bodies
    assert hook.paths == [path]
    assert (body["title"], body["message"]) == (TITLE, BODY)


def test_only_the_ways_with_a_gateway_are_named_and_used() -> None:
    pager = GatewayPager({Way.EMAIL: mail(1)})

    assert pager.ways == {Way.EMAIL}
    with pytest.raises(Undeliverable, match="no gateway is set for sms"):
        page(pager, Way.SMS)


@pytest.mark.parametrize("broken", [hanging_server, dripping_server])
@pytest.mark.parametrize("gateway", [mail, web])
def test_a_gateway_that_never_answers_is_left_behind_in_time(
    broken: Callable[[], AbstractContextManager[int]], gateway: Callable[[int], str]
) -> None:
    with broken() as port, pytest.raises(OutcomeUnknown):
        page(GatewayPager({Way.EMAIL: gateway(port)}, deadline=lambda: SHORT), Way.EMAIL)


def test_a_new_policys_deadline_holds_from_the_next_attempt_on() -> None:
    deadlines = [timedelta(hours=1)]
    with hanging_server() as port:
        pager = GatewayPager({Way.CHAT: web(port)}, deadline=lambda: deadlines[-1])
        deadlines.append(SHORT)

        with pytest.raises(OutcomeUnknown):
            page(pager, Way.CHAT)


def test_a_hanging_gateway_does_not_hold_up_another_way_and_is_soon_left_alone() -> None:
    with ExitStack() as stack:
        stuck, hook = stack.enter_context(dripping_server()), stack.enter_context(webhook())
        pager = GatewayPager({Way.SMS: web(stuck), Way.CHAT: web(hook.port)}, deadline=lambda: SHORT)
        waiting = [threading.Thread(target=_in_vain, args=(pager, Way.SMS)) for _ in range(STUCK_AT_MOST)]
        for each in waiting:
            each.start()

        page(pager, Way.CHAT)
        for each in waiting:
            each.join()

        with pytest.raises(Unreachable, match="without an answer"):
            page(pager, Way.SMS)
        page(pager, Way.CHAT)
        assert len(hook.bodies) == 2


def _in_vain(pager: Pager, way: Way) -> None:
    with pytest.raises(OutcomeUnknown):
        page(pager, way)


@pytest.mark.parametrize("gateway", [mail, web])
def test_a_closed_port_is_nobody_reached(gateway: Callable[[int], str]) -> None:
    with (
        closed_port() as port,
        pytest.raises(Unreachable, match=r"NewConnectionError|ConnectionRefusedError"),
    ):
        page(GatewayPager({Way.PHONE: gateway(port)}), Way.PHONE)


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (400, Undeliverable),
        (404, Undeliverable),
        (302, Undeliverable),
        (429, Unreachable),
        (500, OutcomeUnknown),
        (503, OutcomeUnknown),
    ],
)
def test_a_web_gateways_status_says_whether_to_try_again(status: int, meaning: type[Exception]) -> None:
    with webhook() as hook:
        hook.status = status
        with pytest.raises(meaning, match=str(status)):
            page(GatewayPager({Way.CHAT: web(hook.port)}), Way.CHAT)


@pytest.mark.parametrize(
    ("answer", "meaning"),
    [("450 greylisted", Unreachable), ("550 no such dan.duty", Undeliverable)],
)
def test_a_mail_servers_answer_says_whether_to_try_again(answer: str, meaning: type[Exception]) -> None:
    with mail_server() as room:
        room.answer = answer
        with pytest.raises(meaning, match=f"answered {answer[:3]}$"):
            page(GatewayPager({Way.EMAIL: mail(room.port)}), Way.EMAIL)

    assert room.letters == []


@pytest.mark.parametrize(
    "setting",
    [
        f"nonsense://{SECRET}/{{to}}",
        f"json://{SECRET}:x@/{{to}}",
        f"mailto://{SECRET}?to={{to}}",
        "json://",
        "",
    ],
)
def test_a_gateway_that_cannot_be_read_is_never_used(setting: str) -> None:
    with pytest.raises(Undeliverable) as refused:
        page(GatewayPager({Way.EMAIL: setting}), Way.EMAIL)

    assert SECRET not in str(refused.value)
    assert DAN not in str(refused.value)


def test_an_address_that_the_gateway_does_not_take_is_never_sent_elsewhere() -> None:
    with mail_server() as room:
        with pytest.raises(Undeliverable):
            page(GatewayPager({Way.EMAIL: mail(room.port)}), Way.EMAIL, "no address at all")

        assert room.letters == []


def test_neither_address_nor_secret_gets_into_what_is_raised_or_logged() -> None:
    with webhook() as hook:
        said = said_by_sending([web(hook.port), web(1), mail(1), f"nonsense://{SECRET}/{{to}}"])

    assert len(hook.bodies) == 1
    assert said.count("it failed") == 3
    for word in (SECRET, "dan.duty", "agency.example", "Urgent"):
        assert word not in said


def said_by_sending(gateways: list[str]) -> str:
    """All that a program with our log says, down to the chat of libraries, when it pages Dan by each."""
    code = f"""
import logging
from handlers import logs
from handlers.fallback import GatewayPager
from storage.records.reach import Way
logs.configure(logging.DEBUG)
for gateway in {gateways!r}:
    try:
        GatewayPager({{Way.CHAT: gateway}}).send(Way.CHAT, {DAN!r}, title={TITLE!r}, body={BODY!r})
    except Exception as failure:
        logging.exception("it failed")
        print(repr(failure), failure.__cause__, failure.__context__)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


def test_apprise_is_loaded_only_for_the_first_page() -> None:
    code = "import sys, handlers.app, handlers.fallback; print('apprise' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
